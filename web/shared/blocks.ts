/** Renders an answer's blocks: templates only, never HTML strings. */
import { html, type TemplateResult } from "lit";
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

const renderSpans = (spans: readonly Span[], rendering: BlockRendering): unknown[] => spans.map((span) => renderSpan(span, rendering));

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

function renderTable(block: Extract<Block, { type: "table" }>, rendering: BlockRendering): TemplateResult {
  return html`
    <div class="table-scroll" role="region" tabindex="0" aria-label=${rendering.tableLabel}>
      <table>
        <thead>
          <tr>
            ${block.columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${block.rows.map(
            (row) => html`
              <tr>
                ${row.map((cell, index) =>
                  index === 0 ? html`<th scope="row">${renderSpans(cell, rendering)}</th>` : html`<td>${renderSpans(cell, rendering)}</td>`,
                )}
              </tr>
            `,
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
      return html`<blockquote lang="vi"><p>${block.text} ${rendering.cite(block.cite)}</p></blockquote>`;
    default: {
      const unknown: never = block;
      return html`${String(unknown)}`;
    }
  }
}

export function renderBlocks(blocks: readonly Block[], rendering: BlockRendering): TemplateResult[] {
  return blocks.map((block) => renderBlock(block, rendering));
}
