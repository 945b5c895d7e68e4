import type { Reader } from "./reader.ts";

export const docxReader: Reader = { read: async () => ({ ok: false, code: "unsupported" }) };
