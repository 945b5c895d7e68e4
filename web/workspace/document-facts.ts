/** What is known of a document: its metadata, and what a reader must mind. */
import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../../src/contract/answer.ts";
import type { DocumentDetail, Warning } from "../../src/contract/documents.ts";
import { formatDate } from "../shared/dates.ts";
import type { Messages } from "../shared/messages-vi.ts";
import { sectionAnchor } from "./passage-link.ts";

/** Longer quotes are shortened: the whole stands in the text, one click away. */
const MAX_QUOTE = 160;

function shortened(quote: string): string {
  if (quote.length <= MAX_QUOTE) return quote;
  const end = quote.lastIndexOf(" ", MAX_QUOTE);
  return `${quote.slice(0, end > 0 ? end : MAX_QUOTE)}…`;
}

export interface FactsView {
  readonly document: DocumentDetail;
  readonly messages: Messages;
  readonly language: Language;
}

function renderWarning(warning: Warning, view: FactsView): TemplateResult {
  const { document, messages, language } = view;
  const isPlaced = document.sections.some((section) => section.id === warning.sectionId);
  return html`
    <li>
      ${language === "en" ? warning.messageEn : warning.message}
      ${warning.quote === null ? nothing : html`<q lang="vi">${shortened(warning.quote)}</q>`}
      ${isPlaced && warning.sectionId !== null ? html`<a href="#${sectionAnchor(warning.sectionId)}">${messages.warningAt}</a>` : nothing}
    </li>
  `;
}

function renderWarnings(view: FactsView): TemplateResult | typeof nothing {
  const { document, messages } = view;
  if (document.warnings.length === 0) return nothing;
  return html`
    <section class="warnings" aria-labelledby="warnings-title">
      <h2 id="warnings-title">${messages.warningsTitle}</h2>
      <ul>
        ${document.warnings.map((warning) => renderWarning(warning, view))}
      </ul>
    </section>
  `;
}

export function renderFacts(view: FactsView): TemplateResult {
  const { document, messages, language } = view;
  const signer = document.signer === null ? null : [document.signer.name, document.signer.title].filter((part) => part !== "").join(", ");
  const facts: readonly (readonly [string, string | null])[] = [
    [messages.documentKind, document.kind],
    [messages.documentNumber, document.number],
    [messages.documentDate, document.issuedOn === null ? null : formatDate(document.issuedOn, language)],
    [messages.documentIssuer, document.issuer],
    [messages.documentPlace, document.place],
    [messages.documentSigner, signer],
    [messages.documentStanding, messages.standing[document.status]],
  ];
  return html`
    <h1 lang="vi">${document.title}</h1>
    <dl class="facts">
      ${facts.map(
        ([name, value]) => html`
          <div>
            <dt>${name}</dt>
            <dd>${value === null || value === "" ? html`<span class="silent">${messages.notStated}</span>` : value}</dd>
          </div>
        `,
      )}
    </dl>
    ${renderWarnings(view)}
  `;
}
