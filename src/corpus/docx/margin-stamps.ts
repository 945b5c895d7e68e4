/** Stamps that stand in headers and footers: everything else there (page numbers, running heads) is left out. */
import type { XmlElement } from "./xml-tree.ts";
import { elementsIn } from "./xml-tree.ts";

const SECRECY = /^(?:TUYỆT ?MẬT|TỐI ?MẬT|MẬT)$/u;
const DRAFT = /^[[(]?\s*(?:bản )?dự thảo(?:\s+(?:lần|số)\s*[\p{L}\d]+)?.{0,30}$/iu;

/** "[ T Ố I  M Ậ T ]" as "TỐI MẬT". */
const bare = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N} ]+/gu, "")
    .replace(/\s+/gu, " ")
    .trim();

function stampOf(text: string): string | null {
  const words = bare(text.normalize("NFC"));
  const tight = words.replaceAll(" ", "").toUpperCase();
  if (words.length <= 40 && SECRECY.test(tight) && words === words.toUpperCase()) return tight.replace(/(?<=.)MẬT$/u, " MẬT");
  const draft = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  return draft.length <= 60 && DRAFT.test(draft) ? draft : null;
}

/** Text of each paragraph and each piece of lettering; capitals that only a style makes are seen as typed. */
function* textsOf(margin: XmlElement): Generator<string> {
  for (const element of elementsIn(margin)) {
    if (element.name === "v:textpath") yield element.attributes["string"] ?? "";
    if (element.name !== "w:p") continue;
    let text = "";
    for (const inner of elementsIn(element)) if (inner.name === "w:t") text += inner.text;
    yield text;
  }
}

/** Each stamp once, in the order met: "MẬT", "TỐI MẬT", "TUYỆT MẬT", "DỰ THẢO". */
export function marginStamps(margins: readonly XmlElement[]): string[] {
  const stamps = new Set<string>();
  for (const margin of margins) {
    for (const text of textsOf(margin)) {
      const stamp = text.length > 200 ? null : stampOf(text);
      if (stamp !== null) stamps.add(stamp);
    }
  }
  return [...stamps];
}
