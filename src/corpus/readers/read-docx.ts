/** .docx: read from its own XML (`../docx/`), since the libraries for it lose list numbers, merged cells and text boxes. */
import { readDocx } from "../docx/read-document.ts";
import type { Reader } from "./reader.ts";

export const docxReader: Reader = { read: async ({ bytes }) => readDocx(bytes) };
