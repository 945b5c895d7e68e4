/** The section tree as navigation: headings, and the first words of top sections that have none. */
import { html, nothing, type TemplateResult } from "lit";
import type { Messages } from "../shared/messages-vi.ts";
import type { Paragraph, SectionBody } from "./document-text.ts";
import { sectionAnchor } from "./passage-link.ts";

/** What a contents list can hold without becoming the document itself. */
const MAX_DEPTH = 3;
/** Down to here sections without a heading are listed by their first words: a list with holes would mislead. */
const MAX_PLAIN_DEPTH = 2;
const FIRST_WORDS = 14;
const BULLET = /^[-+•*–]\s/;

export interface ContentsView {
  readonly messages: Messages;
  readonly text: string;
  /** The section that the address names, or null. */
  readonly currentId: string | null;
  readonly isOpen: boolean;
}

/** The words a section is listed by; null for one that is not listed. */
function entryText(body: SectionBody, text: string): string | null {
  const first = body.items[0];
  if (first?.kind !== "paragraph") return null;
  const line = text.slice(first.start, first.end).trim();
  if (first.isHeading) return line;
  // The head and the closing of a document have a name of their own, better than the words they begin with.
  if (body.depth === 0) return `${body.section.label.charAt(0).toLocaleUpperCase("vi")}${body.section.label.slice(1)}`;
  if (body.depth >= MAX_PLAIN_DEPTH || BULLET.test(line)) return null;
  const words = line.split(/\s+/);
  return words.length <= FIRST_WORDS ? line : `${words.slice(0, FIRST_WORDS).join(" ")}…`;
}

function renderList(items: readonly (Paragraph | SectionBody)[], view: ContentsView): TemplateResult | typeof nothing {
  const entries = items.flatMap((item) => {
    const words = item.kind === "section" && item.depth < MAX_DEPTH ? entryText(item, view.text) : null;
    return item.kind === "section" && words !== null ? [{ item, words }] : [];
  });
  if (entries.length === 0) return nothing;
  return html`
    <ol>
      ${entries.map(
        ({ item, words }) => html`
          <li>
            <a href="#${sectionAnchor(item.section.id)}" aria-current=${item.section.id === view.currentId ? "true" : nothing}>${words}</a>
            ${renderList(item.items, view)}
          </li>
        `,
      )}
    </ol>
  `;
}

export function renderContents(items: readonly (Paragraph | SectionBody)[], view: ContentsView): TemplateResult {
  return html`
    <nav aria-labelledby="contents-title">
      <details ?open=${view.isOpen}>
        <summary id="contents-title">${view.messages.contents}</summary>
        <div lang="vi">${renderList(items, view)}</div>
      </details>
    </nav>
  `;
}
