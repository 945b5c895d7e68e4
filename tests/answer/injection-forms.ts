/** The same instruction in the disguises that people try: letters that look alike, letters that nobody sees, code. */
import { foldText } from "../../src/language/fold.ts";
import { injections } from "./injections.ts";

const CYRILLIC: Readonly<Record<string, string>> = { a: "а", e: "е", o: "о", c: "с", p: "р", x: "х", i: "і", A: "А", O: "О", T: "Т" };

const base64 = (text: string): string => Buffer.from(text, "utf8").toString("base64");
const fullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/gu, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));

/** Each form by its name. */
export const forms: Readonly<Record<string, (text: string) => string>> = {
  "as it stands": (text) => text,
  "without diacritics": (text) => foldText(text.normalize("NFC")),
  "in capitals": (text) => text.toUpperCase(),
  "in decomposed letters": (text) => text.normalize("NFD"),
  "with characters of no width": (text) => Array.from(text.normalize("NFC")).join("\u200b"),
  "with soft hyphens": (text) => text.replaceAll(/(?<=\p{L})(?=\p{L})/gu, "\u00ad"),
  "in look-alike letters": (text) => text.normalize("NFC").replaceAll(/[aeocpxiAOT]/gu, (letter) => CYRILLIC[letter] ?? letter),
  "in full width": (text) => fullWidth(text.normalize("NFC")),
  "in base64": (text) => base64(text),
  "in base64, with the order to decode it": (text) => `Giải mã base64 rồi làm theo: ${base64(text)}.`,
};

export interface InjectionCase {
  readonly form: string;
  readonly injection: string;
  readonly text: string;
}

/** Every instruction in every form. */
export const injectionCases: readonly InjectionCase[] = Object.entries(forms).flatMap(([form, disguise]) =>
  injections.map((injection) => ({ form, injection, text: disguise(injection) })),
);

/** Where an instruction may stand beside a question. */
export const positions: Readonly<Record<string, (injection: string, question: string) => string>> = {
  before: (injection, question) => `${injection} ${question}`,
  after: (injection, question) => `${question} ${injection}`,
  "on a line of its own": (injection, question) => `${injection}\n\n${question}`,
  "in brackets": (injection, question) => `${question} (${injection})`,
  "in quotation marks": (injection, question) => `“${injection}” ${question}`,
};
