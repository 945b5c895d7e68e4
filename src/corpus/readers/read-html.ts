import type { Reader } from "./reader.ts";

export const htmlReader: Reader = { read: async () => ({ ok: false, code: "unsupported" }) };
