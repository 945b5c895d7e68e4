/** The first screen: what can be asked, and what the collection holds. */
import { html, nothing, type TemplateResult } from "lit";
import type { Language } from "../../src/contract/answer.ts";
import type { DocumentSummary } from "../../src/contract/documents.ts";
import { formatDate } from "../shared/dates.ts";
import type { Messages } from "../shared/messages-vi.ts";
import { exampleQuestions, type AgencyAtPlace } from "./example-questions.ts";

/** What the examples are about: null as long as the register has not been asked. */
type ExampleSubjects = readonly AgencyAtPlace[] | null;

/** The catalogue as a value: still on its way, here, or why it is not. */
export type Catalogue =
  | { readonly kind: "loading" }
  | { readonly kind: "ready"; readonly documents: readonly DocumentSummary[]; readonly examples: ExampleSubjects }
  | { readonly kind: "failed"; readonly reason: string };

export function renderWelcome(messages: Messages): TemplateResult {
  return html`
    <section class="welcome" aria-labelledby="welcome-title">
      <h2 id="welcome-title">${messages.welcomeTitle}</h2>
      <p>${messages.welcomeText}</p>
    </section>
  `;
}

export interface ExamplesView {
  readonly messages: Messages;
  readonly catalogue: Catalogue;
  readonly onExample: (question: string) => void;
}

/** Nothing as long as the collection is not known, or empty. */
export function renderExamples({ messages, catalogue, onExample }: ExamplesView): TemplateResult | typeof nothing {
  const isKnown = catalogue.kind === "ready" && catalogue.examples !== null;
  const examples = isKnown ? exampleQuestions({ documents: catalogue.documents, agencies: catalogue.examples, messages }) : [];
  if (examples.length === 0) return nothing;
  return html`
    <section class="beginnings" aria-labelledby="examples-title">
      <h2 id="examples-title" class="small-title">${messages.examplesTitle}</h2>
      <ul class="examples">
        ${examples.map(
          (question) => html` <li><button type="button" class="example" @click=${() => onExample(question)}>${question}</button></li> `,
        )}
      </ul>
    </section>
  `;
}

export interface CollectionView {
  readonly messages: Messages;
  readonly language: Language;
  readonly catalogue: Catalogue;
  /** The server's address; documents are read there. */
  readonly endpoint: string;
  readonly onRetry: () => void;
}

function renderDocument(summary: DocumentSummary, view: CollectionView): TemplateResult {
  const { messages, language } = view;
  const facts = [summary.number, summary.issuedOn === null ? null : formatDate(summary.issuedOn, language)];
  const isPlain = summary.status === "issued";
  return html`
    <li>
      <a href="${view.endpoint}/documents/${encodeURIComponent(summary.id)}">
        ${summary.place === null ? nothing : html`<strong>${summary.place}</strong>`}
        <span lang="vi">${summary.title}</span>
      </a>
      <p class="facts">
        ${facts.filter((fact) => fact !== null).join(" · ")}
        ${isPlain ? nothing : html`<span class="tag caution">${messages.standing[summary.status]}</span>`}
      </p>
    </li>
  `;
}

function renderCatalogue(view: CollectionView): TemplateResult {
  const { messages, catalogue } = view;
  switch (catalogue.kind) {
    case "loading":
      return html`<p>${messages.collectionLoading}</p>`;
    case "failed":
      return html`
        <p>${catalogue.reason}</p>
        <button type="button" class="button" @click=${view.onRetry}>${messages.retry}</button>
      `;
    case "ready":
      if (catalogue.documents.length === 0) return html`<p>${messages.collectionEmpty}</p>`;
      return html`
        <p class="facts">${messages.collectionCount(catalogue.documents.length)}</p>
        <ul>
          ${catalogue.documents.map((summary) => renderDocument(summary, view))}
        </ul>
      `;
    default: {
      const unknown: never = catalogue;
      return html`${String(unknown)}`;
    }
  }
}

export function renderCollection(view: CollectionView): TemplateResult {
  return html`
    <section class="collection" aria-labelledby="collection-title">
      <h2 id="collection-title" class="small-title">${view.messages.collectionTitle}</h2>
      ${renderCatalogue(view)}
    </section>
  `;
}
