/** Which document is made in which formats: every format has two documents or more, every document several formats. */

import { noSuch } from "../master/blocks.ts";
export type TextVariant = "wrapped" | "unwrapped" | "decomposed" | "utf-16" | "spaced";
export type Recipe =
  | { readonly how: "text"; readonly variant: TextVariant }
  | { readonly how: "markdown" }
  | { readonly how: "portal"; readonly style: "paragraphs" | "line-breaks" | "lists" }
  | { readonly how: "docx-package" }
  | { readonly how: "word-xml" }
  | { readonly how: "office"; readonly to: "docx" | "odt" | "doc" | "rtf" | "pdf" }
  | { readonly how: "print" }
  | { readonly how: "scan"; readonly of: "office" | "print"; readonly to: "pdf" | "png" | "jpg" | "tiff"; readonly askew: number };

const text = (variant: TextVariant): Recipe => ({ how: "text", variant });
const markdown: Recipe = { how: "markdown" };
const portal = (style: "paragraphs" | "line-breaks" | "lists"): Recipe => ({ how: "portal", style });
const byPackage: Recipe = { how: "docx-package" };
const wordXml: Recipe = { how: "word-xml" };
const office = (to: "docx" | "odt" | "doc" | "rtf" | "pdf"): Recipe => ({ how: "office", to });
const print: Recipe = { how: "print" };
const scan = (of: "office" | "print", to: "pdf" | "png" | "jpg" | "tiff", askew = 0.7): Recipe => ({ how: "scan", of, to, askew });

export const recipes: Readonly<Record<string, readonly Recipe[]>> = {
  "hau-giang-148-kh-ubnd-2023": [text("wrapped"), portal("paragraphs"), byPackage, office("odt"), office("pdf"), print],
  "bac-kan-1127-qd-ubnd-2024": [text("unwrapped"), markdown, wordXml, office("odt"), office("doc"), office("pdf")],
  "ha-tinh-2316-ubnd-nc-2025": [
    text("spaced"),
    portal("line-breaks"),
    wordXml,
    office("docx"),
    office("doc"),
    print,
    scan("print", "pdf"),
    scan("office", "tiff"),
  ],
  "mai-chau-89-kh-ubnd-2024": [text("decomposed"), markdown, wordXml, office("doc"), office("pdf"), scan("office", "pdf", -0.7)],
  "hau-giang-67-kh-ubnd-2024": [markdown, byPackage, office("docx"), office("rtf"), print, office("pdf")],
  "quy-hop-2026-du-thao": [text("utf-16"), portal("lists"), byPackage, office("rtf"), print, scan("print", "pdf")],
  "ca-mau-212-kh-ubnd-2024": [
    portal("lists"),
    wordXml,
    office("odt"),
    office("doc"),
    office("rtf"),
    office("pdf"),
    print,
    scan("print", "pdf"),
  ],
  "hai-phong-09-ct-ubnd-2025": [text("wrapped"), office("doc"), print],
  "can-tho-61-kh-ubnd-2023": [text("unwrapped"), wordXml, office("odt"), scan("print", "tiff")],
  "thua-thien-hue-150-kh-ubnd-2024": [text("wrapped"), portal("line-breaks"), byPackage, office("pdf")],
  "ninh-thuan-305-tb-ubnd-2024": [text("wrapped"), office("rtf"), scan("print", "png"), scan("office", "jpg"), scan("print", "tiff")],
  "vinh-long-884-qd-ubnd-2025": [text("unwrapped"), scan("office", "png", -0.5), scan("print", "jpg")],
};

/** The fixture's file name: what it is of, how it was made, its ending. */
export function fixtureName(id: string, recipe: Recipe): string {
  switch (recipe.how) {
    case "text":
      return `${id}.${recipe.variant}.txt`;
    case "markdown":
      return `${id}.md`;
    case "portal":
      return `${id}.portal-${recipe.style}.html`;
    case "docx-package":
      return `${id}.package.docx`;
    case "word-xml":
      return `${id}.word.docx`;
    case "office":
      return `${id}.office.${recipe.to}`;
    case "print":
      return `${id}.print.pdf`;
    case "scan":
      return `${id}.scan.${recipe.to}`;
    default:
      return noSuch(recipe);
  }
}
