import type { Reader } from "./reader.ts";

export const pictureReader: Reader = { read: async () => ({ ok: false, code: "unsupported" }) };
