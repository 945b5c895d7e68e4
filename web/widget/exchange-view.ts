/** A question with what came back: the answer, the wait for it, or what went wrong. */
import { html, nothing, type TemplateResult } from "lit";
import type { Answer } from "../../src/contract/answer.ts";
import { renderBlocks } from "../shared/blocks.ts";
import type { Messages } from "../shared/messages-vi.ts";
import { problemText } from "../shared/problem.ts";
import type { Exchange } from "./conversation.ts";
import { renderSource } from "./source-view.ts";

/** What the buttons of an exchange do. */
export interface ExchangeActions {
  readonly onCite: (button: HTMLElement, sourceId: string) => void;
  readonly onBack: (sourceId: string) => void;
  readonly onCopy: (key: string, text: string) => void;
  readonly onCopyAnswer: (key: string, answer: Answer) => void;
  readonly onSuggestion: (question: string) => void;
  readonly onRetry: (exchangeId: number) => void;
}

export interface ExchangeView {
  readonly exchange: Exchange;
  readonly messages: Messages;
  readonly base: string;
  /** Suggestions are offered under the last answer only. */
  readonly isLast: boolean;
  /** Key of the text copied just now, or null. */
  readonly copied: string | null;
  readonly actions: ExchangeActions;
}

/** Keeps a mark on the line of the words that it proves. */
const WORD_JOINER = "\u2060";

const sourceId = (exchangeId: number, n: number): string => `source-${exchangeId}-${n}`;

function renderCitationButton(view: ExchangeView, answer: Answer, n: number): TemplateResult | typeof nothing {
  const citation = answer.citations.find((candidate) => candidate.n === n);
  if (citation === undefined) return nothing;
  const id = sourceId(view.exchange.id, n);
  const onClick = (event: MouseEvent): void => {
    if (event.currentTarget instanceof HTMLElement) view.actions.onCite(event.currentTarget, id);
  };
  const label = view.messages.citationButton(n, citation.reference);
  return html`${WORD_JOINER}<button type="button" class="cite" aria-label=${label} title=${citation.reference} @click=${onClick}>
      <span aria-hidden="true">${n}</span>
    </button>`;
}

function renderSources(view: ExchangeView, answer: Answer): TemplateResult | typeof nothing {
  if (answer.citations.length === 0) return nothing;
  const { messages, actions, exchange } = view;
  const sources = answer.citations.map((citation, index) => {
    const id = sourceId(exchange.id, citation.n);
    const { reference } = citation;
    return renderSource({
      messages,
      citation,
      id,
      base: view.base,
      isCopied: view.copied === id,
      repeatsReference: answer.citations[index - 1]?.reference === reference,
      sharesReference: answer.citations.some((other) => other !== citation && other.reference === reference),
      onCopy: () => actions.onCopy(id, reference),
      onBack: () => actions.onBack(id),
    });
  });
  return html`
    <h3 class="small-title">${messages.sourcesTitle}</h3>
    <ol class="sources">
      ${sources}
    </ol>
  `;
}

function renderNotices(answer: Answer, messages: Messages): TemplateResult | typeof nothing {
  if (answer.notices.length === 0) return nothing;
  return html`
    <div class="notices">
      <h3 class="small-title">${messages.noticesTitle}</h3>
      <ul>
        ${answer.notices.map((notice) => html`<li>${notice.message}</li>`)}
      </ul>
    </div>
  `;
}

function renderSuggestions(view: ExchangeView, answer: Answer): TemplateResult | typeof nothing {
  if (!view.isLast || answer.suggestions.length === 0) return nothing;
  const title = answer.status === "clarify" ? view.messages.clarifyTitle : view.messages.suggestionsTitle;
  return html`
    <h3 class="small-title">${title}</h3>
    <ul class="examples">
      ${answer.suggestions.map(
        (question) => html`
          <li>
            <button type="button" class="example" @click=${() => view.actions.onSuggestion(question)}>${question}</button>
          </li>
        `,
      )}
    </ul>
  `;
}

function renderAnswer(view: ExchangeView, answer: Answer): TemplateResult {
  const { messages, exchange } = view;
  const copyKey = `answer-${exchange.id}`;
  const rendering = {
    cite: (n: number) => renderCitationButton(view, answer, n),
    tableLabel: messages.tableLabel,
  };
  const status = messages.statuses[answer.status];
  return html`
    <div class="answer ${answer.status}">
      ${status === "" ? nothing : html`<p class="status"><span class="tag">${status}</span></p>`}
      <div class="words" lang=${answer.lang}>${renderBlocks(answer.blocks, rendering)}</div>
      ${renderNotices(answer, messages)} ${renderSources(view, answer)}
      <p class="actions">
        <button type="button" class="button quiet" @click=${() => view.actions.onCopyAnswer(copyKey, answer)}>
          ${view.copied === copyKey ? messages.copied : messages.copyAnswer}
        </button>
        <span class="machine-note">${messages.machineNote}</span>
      </p>
      ${renderSuggestions(view, answer)}
    </div>
  `;
}

function renderOutcome(view: ExchangeView): TemplateResult {
  const { exchange, messages } = view;
  const { state } = exchange;
  const retry = html` <button type="button" class="button" @click=${() => view.actions.onRetry(exchange.id)}>${messages.retry}</button> `;
  switch (state.kind) {
    case "asking":
      return state.text === "" ? html`<p class="waiting">${messages.searching}</p>` : html`<p class="words arriving">${state.text}</p>`;
    case "answered":
      return renderAnswer(view, state.answer);
    case "stopped":
      return html`<div class="answer">
        <p>${messages.stoppedText}</p>
        <p class="actions">${retry}</p>
      </div>`;
    case "failed":
      return html`
        <div class="answer failed" role="alert">
          <p><strong>${messages.failedTitle}</strong></p>
          <p>${problemText(state.error, messages)} ${messages.failedKept}</p>
          <p class="actions">${retry}</p>
        </div>
      `;
    default: {
      const unknown: never = state;
      return html`${String(unknown)}`;
    }
  }
}

export function renderExchange(view: ExchangeView): TemplateResult {
  const titleId = `question-${view.exchange.id}`;
  return html`
    <article class="exchange" aria-labelledby=${titleId}>
      <h2 id=${titleId} class="asked" tabindex="-1">
        <span class="visually-hidden">${view.messages.youAsked}: </span>${view.exchange.question}
      </h2>
      ${renderOutcome(view)}
    </article>
  `;
}
