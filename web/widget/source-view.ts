/** One citation beneath an answer: reference, the words as printed, the way into the document. */
import { html, nothing, type TemplateResult } from "lit";
import type { Citation } from "../../src/contract/answer.ts";
import type { Messages } from "../shared/messages-vi.ts";
import { safeLink } from "../shared/safe-link.ts";

export interface SourceView {
  readonly messages: Messages;
  readonly citation: Citation;
  /** Unique in the tree: the citation button and its source find each other by it. */
  readonly id: string;
  /** Address that the citation's own address is resolved against. */
  readonly base: string;
  readonly isCopied: boolean;
  /** The source above has the same reference: it is not shown a second time. */
  readonly repeatsReference: boolean;
  /** Another source has the same reference: the first words of the quote tell them apart. */
  readonly sharesReference: boolean;
  readonly onCopy: () => void;
  readonly onBack: () => void;
}

/** The section's text with the quote marked; the quote alone where it is the whole section. */
function renderPassage(citation: Citation, messages: Messages): TemplateResult | typeof nothing {
  const at = citation.text.indexOf(citation.quote);
  if (at < 0 || citation.text.trim() === citation.quote.trim()) return nothing;
  return html`
    <details class="passage">
      <summary>${messages.fullPassage}</summary>
      <p class="printed" lang="vi">
        ${citation.text.slice(0, at)}<mark>${citation.quote}</mark>${citation.text.slice(at + citation.quote.length)}
      </p>
    </details>
  `;
}

export function renderSource(view: SourceView): TemplateResult {
  const { citation, messages } = view;
  const link = safeLink(citation.url, view.base);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    view.onBack();
  };
  return html`
    <li>
      <details id=${view.id} class="source" @keydown=${onKeyDown}>
        <summary>
          <span class="number" aria-hidden="true">${citation.n}</span>
          <span>
            <span class="visually-hidden">[${citation.n}]</span>
            <span lang="vi" class=${view.repeatsReference ? "repeated" : nothing}>${citation.reference}</span>
            ${citation.page === null ? nothing : html`<span class="tag">${messages.page(citation.page)}</span>`}
            ${
              view.repeatsReference || citation.documentStatus === "issued" || citation.documentStatus === "unknown"
                ? nothing
                : html`<span class="tag caution">${messages.standing[citation.documentStatus]}</span>`
            }
            ${view.sharesReference ? html`<span class="first-words" lang="vi">${citation.quote}</span>` : nothing}
          </span>
        </summary>
        <div class="source-body">
          <p class="path" lang="vi">${citation.section.path.join(" › ")}</p>
          <blockquote class="printed" lang="vi">${citation.quote}</blockquote>
          ${renderPassage(citation, messages)}
          <p class="actions">
            ${
              link === null
                ? nothing
                : html`<a class="button" href=${link} aria-label="${messages.openPassage}: ${citation.reference}">
                    ${messages.openPassage}
                  </a>`
            }
            <button
              type="button"
              class="button quiet"
              aria-label="${view.isCopied ? messages.copied : messages.copyReference}: ${citation.reference}"
              @click=${view.onCopy}
            >
              ${view.isCopied ? messages.copied : messages.copyReference}
            </button>
            <button type="button" class="button quiet" @click=${view.onBack}>${messages.backToAnswer}</button>
          </p>
        </div>
      </details>
    </li>
  `;
}
