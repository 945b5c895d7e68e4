/**
 * `<tro-ly-ao>`: ask, read the answer, follow its citations.
 *
 * Attributes: `endpoint` (the server's address, default the page's own origin), `lang` ("vi", the default, or "en").
 * Event: `language-change` with the new language as detail. Keeps nothing but the language, for the session.
 */
import { html, LitElement, nothing, unsafeCSS, type PropertyDeclarations, type TemplateResult } from "lit";
import type { Answer } from "../../src/contract/answer.ts";
import { answerText } from "../shared/answer-text.ts";
import { fetchCatalogue, type Server } from "../shared/api.ts";
import controls from "../shared/controls.css?inline";
import { Copying } from "../shared/copying.ts";
import { LanguageChoice } from "../shared/language.ts";
import { problemText } from "../shared/problem.ts";
import tokens from "../shared/tokens.css?inline";
import { fetchSubjects } from "./example-subjects.ts";
import { Conversation } from "./conversation.ts";
import { renderExchange, type ExchangeActions } from "./exchange-view.ts";
import { isSendable, renderQuestionBox } from "./question-box.ts";
import { renderCollection, renderExamples, renderWelcome, type Catalogue } from "./welcome-view.ts";
import { SourceFocus } from "./source-focus.ts";
import { recallDraft, rememberDraft } from "./session.ts";
import styles from "./tro-ly-ao.css?inline";

export class TroLyAo extends LitElement {
  static override readonly styles = [unsafeCSS(tokens), unsafeCSS(controls), unsafeCSS(styles)];

  static override readonly properties: PropertyDeclarations = {
    endpoint: { type: String },
    lang: { type: String, reflect: true },
    draft: { state: true },
    catalogue: { state: true },
    announcement: { state: true },
  };

  declare endpoint: string;
  declare lang: string;
  declare draft: string;
  declare catalogue: Catalogue;
  declare announcement: string;

  readonly #language = new LanguageChoice(this);
  readonly #copying = new Copying(this, (text) => this.#announce(text));
  readonly #conversation = new Conversation(this, {
    onStart: () => this.#announce(this.#language.messages.answerStarted),
    onAnswer: (answer) => this.#announce(this.#language.messages.answerReady(answer.citations.length)),
    onReturn: (question, outcome) => this.#takeBack(question, outcome),
  });
  readonly #sourceFocus = new SourceFocus(() => this.renderRoot);

  constructor() {
    super();
    this.endpoint = "";
    this.lang = "vi";
    this.draft = "";
    this.catalogue = { kind: "loading" };
    this.announcement = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#loadCatalogue();
    this.draft = recallDraft();
    // Someone who comes back from a cited passage finds the answer where it was left.
    if (this.#conversation.exchanges.length > 0) void this.#showLast();
  }

  readonly #keepDraft = (draft: string): void => {
    this.draft = draft;
    rememberDraft(draft);
  };

  get #server(): Server {
    return { endpoint: this.endpoint.replace(/\/+$/, ""), language: this.#language.language };
  }

  async #loadCatalogue(): Promise<void> {
    this.catalogue = { kind: "loading" };
    try {
      const documents = await fetchCatalogue(this.#server);
      this.catalogue = { kind: "ready", documents, examples: null };
      this.catalogue = { kind: "ready", documents, examples: await fetchSubjects(this.#server, documents) };
    } catch (error) {
      this.catalogue = { kind: "failed", reason: problemText(error, this.#language.messages) };
    }
  }

  #announce(text: string): void {
    // The same words twice would not be read again; a no-break space makes them others.
    this.announcement = text === this.announcement ? `${text}\u00a0` : text;
  }

  #takeBack(question: string, outcome: "failed" | "stopped"): void {
    if (this.draft.trim() === "") this.#keepDraft(question);
    // A failure announces itself (role="alert").
    if (outcome === "stopped") this.#announce(this.#language.messages.answerStopped);
  }

  readonly #sendDraft = (): void => {
    if (this.#conversation.isAsking) return;
    if (!isSendable(this.draft)) {
      this.#focusQuestionBox();
      return;
    }
    const question = this.draft.trim();
    this.#keepDraft("");
    void this.#conversation.send(question, this.#server).catch(reportError);
    void this.#showLast();
  };

  /** For questions sent by a button that goes away: the focus moves to the question they became. */
  readonly #sendOffered = (question: string): void => {
    if (this.#conversation.isAsking) return;
    void this.#conversation.send(question, this.#server).catch(reportError);
    void this.#showLast({ focus: true });
  };

  async #showLast({ focus = false } = {}): Promise<void> {
    await this.updateComplete;
    const asked = [...this.renderRoot.querySelectorAll<HTMLElement>(".asked")].at(-1);
    // The first question stands below the page's title anyway.
    if (this.#conversation.exchanges.length > 1) asked?.scrollIntoView({ block: "start" });
    if (focus) asked?.focus({ preventScroll: true });
  }

  #focusQuestionBox(): void {
    this.renderRoot.querySelector<HTMLElement>("#question")?.focus();
  }

  readonly #startAfresh = (): void => {
    this.#conversation.clear();
    this.#sourceFocus.clear();
    this.#focusQuestionBox();
  };

  readonly #actions: ExchangeActions = {
    onCite: (button, sourceId) => this.#sourceFocus.open(sourceId, button),
    onBack: (sourceId) => this.#sourceFocus.back(sourceId),
    onCopy: (key, text) => void this.#copying.copy(key, text, this.#language.messages),
    onCopyAnswer: (key, answer: Answer) => {
      const { messages } = this.#language;
      void this.#copying.copy(key, answerText(answer, messages.machineNote), messages);
    },
    onSuggestion: this.#sendOffered,
    onRetry: (exchangeId) => {
      const exchange = this.#conversation.exchanges.find((candidate) => candidate.id === exchangeId);
      // The words went back into the box; asking again takes them out, unless they were changed.
      if (exchange?.question === this.draft.trim()) this.#keepDraft("");
      void this.#conversation.retry(exchangeId, this.#server).catch(reportError);
      void this.#showLast({ focus: true });
    },
  };

  #renderHeader(): TemplateResult {
    const { messages } = this.#language;
    return html`
      <header>
        <div class="brand">
          <h1>${messages.productName}</h1>
          <p>${messages.productPurpose}</p>
        </div>
        <div class="tools">
          ${
            this.#conversation.exchanges.length === 0
              ? nothing
              : html`<button type="button" class="button quiet" @click=${this.#startAfresh}>${messages.newConversation}</button>`
          }
          <button type="button" class="button quiet" lang=${messages.switchLanguageLang} @click=${this.#language.toggle}>
            ${messages.switchLanguage}
          </button>
        </div>
      </header>
    `;
  }

  #renderConversation(): TemplateResult {
    const { messages } = this.#language;
    const { exchanges } = this.#conversation;
    const base = new URL(this.#server.endpoint, document.baseURI).href;
    return html`
      <section class="conversation" aria-label=${messages.conversationLabel}>
        ${exchanges.map((exchange, index) =>
          renderExchange({
            exchange,
            messages,
            base,
            isLast: index === exchanges.length - 1,
            copied: this.#copying.copied,
            actions: this.#actions,
          }),
        )}
      </section>
    `;
  }

  protected override render(): TemplateResult {
    const { language, messages } = this.#language;
    const { endpoint } = this.#server;
    const isEmpty = this.#conversation.exchanges.length === 0;
    return html`
      <div class="frame ${isEmpty ? "empty" : ""}">
        ${this.#renderHeader()}
        <main>${isEmpty ? renderWelcome(messages) : this.#renderConversation()}</main>
        <footer>
          ${renderQuestionBox({
            messages,
            draft: this.draft,
            isAsking: this.#conversation.isAsking,
            isFollowUp: !isEmpty,
            onDraft: this.#keepDraft,
            onSend: this.#sendDraft,
            onStop: this.#conversation.stop,
          })}
          ${isEmpty ? html`<p class="machine-note">${messages.machineNote}</p>` : nothing}
        </footer>
        ${isEmpty ? renderExamples({ messages, catalogue: this.catalogue, onExample: this.#sendOffered }) : nothing}
        <aside>
          ${renderCollection({ messages, language, catalogue: this.catalogue, endpoint, onRetry: () => void this.#loadCatalogue() })}
        </aside>
        <p class="visually-hidden" role="status">${this.announcement}</p>
        ${this.#copying.renderFallback(messages)}
      </div>
    `;
  }
}
