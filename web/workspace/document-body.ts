/** The document's own words as headings and paragraphs, with the cited ones marked. */
import { html, nothing, type TemplateResult } from "lit";
import type { Messages } from "../shared/messages-vi.ts";
import { runsOf, type Cutting, type Paragraph, type SectionBody } from "./document-text.ts";
import { sectionAnchor } from "./passage-link.ts";

export interface BodyView {
  readonly messages: Messages;
  readonly cutting: Cutting;
  /** Section whose reference was copied just now, or null. */
  readonly copied: string | null;
  readonly onCopyReference: (sectionId: string) => void;
}

function renderRuns(paragraph: Paragraph, view: BodyView): unknown[] {
  return runsOf(paragraph, view.cutting).map((run) => (run.isMarked ? html`<mark tabindex="-1">${run.text}</mark>` : run.text));
}

/** h1 is the page's title; what lies deeper than h6 stays h6. */
function renderHeading(paragraph: Paragraph, depth: number, view: BodyView): TemplateResult {
  const words = renderRuns(paragraph, view);
  switch (depth) {
    case 0:
      return html`<h2 tabindex="-1">${words}</h2>`;
    case 1:
      return html`<h3 tabindex="-1">${words}</h3>`;
    case 2:
      return html`<h4 tabindex="-1">${words}</h4>`;
    case 3:
      return html`<h5 tabindex="-1">${words}</h5>`;
    default:
      return html`<h6 tabindex="-1">${words}</h6>`;
  }
}

function renderCopyButton(body: SectionBody, view: BodyView): TemplateResult {
  const { messages } = view;
  const { id, label } = body.section;
  const isCopied = view.copied === id;
  return html`
    <button
      type="button"
      class="button quiet copy-reference"
      aria-label="${isCopied ? messages.copied : messages.copyReference}: ${label}"
      @click=${() => view.onCopyReference(id)}
    >
      ${isCopied ? messages.copied : messages.copyReference}
    </button>
  `;
}

function renderSection(body: SectionBody, view: BodyView): TemplateResult {
  const [first, ...rest] = body.items;
  const heading = first?.kind === "paragraph" && first.isHeading ? first : null;
  return html`
    <section id=${sectionAnchor(body.section.id)} tabindex=${heading === null ? "-1" : nothing}>
      ${
        heading === null
          ? nothing
          : html`<div class="section-heading">${renderHeading(heading, body.depth, view)} ${renderCopyButton(body, view)}</div>`
      }
      ${renderBody(heading === null ? body.items : rest, view)}
    </section>
  `;
}

export function renderBody(items: readonly (Paragraph | SectionBody)[], view: BodyView): TemplateResult[] {
  return items.map((item) => (item.kind === "section" ? renderSection(item, view) : html`<p>${renderRuns(item, view)}</p>`));
}
