/** Renders an answer's blocks: templates only, never HTML strings. */
import { html, nothing, type TemplateResult } from "lit";
import type { Block, Span } from "../../src/contract/answer.ts";

export interface BlockRendering {
  /** Makes the button of citation `n`. */
  readonly cite: (n: number) => unknown;
  /** Names a table's scrolling area for those who cannot see it. */
  readonly tableLabel: string;
}

function renderSpan(span: Span, rendering: BlockRendering): unknown {
  if ("cite" in span) return rendering.cite(span.cite);
  return span.strong === true ? html`<strong>${span.text}</strong>` : span.text;
}

/** A mark must not stand alone on the next line: the space before it does not break. */
function joinMarks(spans: readonly Span[]): Span[] {
  return spans.map((span, index) => {
    const next = spans[index + 1];
    const isBeforeMark = next !== undefined && "cite" in next;
    return "text" in span && isBeforeMark ? { ...span, text: span.text.replace(/\s+$/u, "\u00a0") } : span;
  });
}

const renderSpans = (spans: readonly Span[], rendering: BlockRendering): unknown[] =>
  joinMarks(spans).map((span) => renderSpan(span, rendering));

function renderList(block: Extract<Block, { type: "list" }>, rendering: BlockRendering): TemplateResult {
  const items = block.items.map((item) => html`<li>${renderSpans(item, rendering)}</li>`);
  return block.ordered
    ? html`<ol>
        ${items}
      </ol>`
    : html`<ul>
        ${items}
      </ul>`;
}

/** The roles are written out because in some browsers a table that is stacked for want of room (`display: block`) loses its own. */
function renderTable(block: Extract<Block, { type: "table" }>, rendering: BlockRendering): TemplateResult {
  // With one column beside the row's name, its heading over every cell would only repeat itself.
  const labels = block.columns.length > 2 ? block.columns : [];
  const renderCell = (cell: readonly Span[], index: number): TemplateResult =>
    index === 0
      ? html`<th scope="row" role="rowheader">${renderSpans(cell, rendering)}</th>`
      : html`<td role="cell" data-label=${labels[index] ?? nothing}>${renderSpans(cell, rendering)}</td>`;
  return html`
    <div class="table-scroll" role="region" tabindex="0" aria-label=${rendering.tableLabel}>
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            ${block.columns.map((column) => html`<th scope="col" role="columnheader">${column}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${block.rows.map(
            (row) =>
              html`<tr role="row">
                ${row.map(renderCell)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}

function renderBlock(block: Block, rendering: BlockRendering): TemplateResult {
  switch (block.type) {
    case "paragraph":
      return html`<p>${renderSpans(block.spans, rendering)}</p>`;
    case "list":
      return renderList(block, rendering);
    case "table":
      return renderTable(block, rendering);
    case "quote":
      // Source words are Vietnamese whatever the language of the answer.
      return html`<blockquote lang="vi"><p>${block.text}${rendering.cite(block.cite)}</p></blockquote>`;
    default: {
      const unknown: never = block;
      return html`${String(unknown)}`;
    }
  }
}

export function renderBlocks(blocks: readonly Block[], rendering: BlockRendering): TemplateResult[] {
  return blocks.map((block) => renderBlock(block, rendering));
}
