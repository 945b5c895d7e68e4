import type { Reader } from "./reader.ts";

const reader: Reader = { read: async () => ({ ok: false, code: "unsupported" }) };
export const odtReader = reader;
export const docReader = reader;
export const rtfReader = reader;
