/**
 * The page `/documents/{id}#…`: a whole document, opened at the cited passage with the passage marked.
 *
 * Rendered into the page itself, not a shadow root: the browser's own search, print and fragment work on it.
 */
import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from "lit";
import type { DocumentDetail } from "../../src/contract/documents.ts";
import { fetchDocument, fetchSection, type Server } from "../shared/api.ts";
import { Copying } from "../shared/copying.ts";
import { LanguageChoice } from "../shared/language.ts";
import { problemText, ServerProblem } from "../shared/problem.ts";
import { renderBody } from "./document-body.ts";
import { renderContents } from "./document-contents.ts";
import { renderFacts } from "./document-facts.ts";
import { layOutDocument } from "./document-text.ts";
import { checkPassage, type Passage } from "./passage-check.ts";
import { isDoubtful, passageText } from "./passage-note.ts";
import { parsePassageLink, sectionAnchor } from "./passage-link.ts";

/** A mark that takes more of the window's height than this is shown from its first line. */
const MARK_SHARE = 0.6;
const WIDE = "(min-width: 64rem)";

type Opening =
  | { readonly kind: "loading" }
  | { readonly kind: "open"; readonly document: DocumentDetail }
  | { readonly kind: "missing"; readonly documentId: string }
  | { readonly kind: "failed"; readonly error: unknown };

/** "/documents/ke-hoach-a" names "ke-hoach-a". */
function documentIdOf(pathname: string): string {
  const parts = pathname.split("/").filter((part) => part !== "");
  return decodeURIComponent(parts.at(-1) ?? "");
}

export class DocumentPage extends LitElement {
  static override readonly properties: PropertyDeclarations = {
    lang: { type: String, reflect: true },
    opening: { state: true },
    passage: { state: true },
    announcement: { state: true },
  };

  declare lang: string;
  declare opening: Opening;
  declare passage: Passage;
  declare announcement: string;

  readonly #language = new LanguageChoice(this);
  readonly #copying = new Copying(this, (text) => (this.announcement = text));
  /** Set when the address has just named a passage: the next rendering goes there. */
  #mustArrive = false;

  constructor() {
    super();
    this.lang = "vi";
    this.opening = { kind: "loading" };
    this.passage = { kind: "none" };
    this.announcement = "";
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("hashchange", this.#onHashChange);
    void this.#open();
  }

  override disconnectedCallback(): void {
    window.removeEventListener("hashchange", this.#onHashChange);
    super.disconnectedCallback();
  }

  get #server(): Server {
    return { endpoint: "", language: this.#language.language };
  }

  async #open(): Promise<void> {
    this.opening = { kind: "loading" };
    try {
      this.opening = await this.#fetch(documentIdOf(location.pathname));
      await this.#followAddress();
    } catch (error) {
      this.opening = { kind: "failed", error };
    }
  }

  /** A document that is not there is no failure: trying again does not bring it. */
  async #fetch(documentId: string): Promise<Opening> {
    try {
      return { kind: "open", document: await fetchDocument(this.#server, documentId) };
    } catch (error) {
      if (error instanceof ServerProblem && error.code === "not-found") return { kind: "missing", documentId };
      throw error;
    }
  }

  readonly #onHashChange = (): void => void this.#followAddress();

  async #followAddress(): Promise<void> {
    if (this.opening.kind !== "open") return;
    const { document } = this.opening;
    const fetchHash = async (sectionId: string): Promise<string> => (await fetchSection(this.#server, document.id, sectionId)).hash;
    this.passage = await checkPassage({ document, link: parsePassageLink(location.hash), fetchHash });
    this.announcement = passageText(this.passage, this.#language.messages);
    this.#mustArrive = true;
    this.requestUpdate();
  }

  /** Goes to the passage once it is rendered; focus tells those who do not see the mark. */
  #arrive(): void {
    this.#mustArrive = false;
    if (this.passage.kind === "none" || this.passage.kind === "gone") return;
    const mark = this.passage.kind === "marked" ? this.querySelector<HTMLElement>(".text mark") : null;
    const section = this.querySelector<HTMLElement>(`#${CSS.escape(sectionAnchor(this.passage.section.id))}`);
    const heading = section?.querySelector<HTMLElement>(":scope > .section-heading > :is(h2, h3, h4, h5, h6)");
    const target = mark ?? heading ?? section;
    // In the middle with its neighbours around it, but never with its beginning above the window.
    const fits = mark !== null && mark.getBoundingClientRect().height < window.innerHeight * MARK_SHARE;
    target?.scrollIntoView({ block: fits ? "center" : "start", behavior: "instant" });
    target?.focus({ preventScroll: true });
  }

  readonly #copyReference = async (sectionId: string): Promise<void> => {
    if (this.opening.kind !== "open") return;
    const { messages } = this.#language;
    try {
      const { reference } = await fetchSection(this.#server, this.opening.document.id, sectionId);
      await this.#copying.copy(sectionId, reference, messages);
    } catch (error) {
      this.announcement = problemText(error, messages);
    }
  };

  protected override updated(): void {
    const { messages, language } = this.#language;
    document.documentElement.lang = language;
    document.title = [...this.#title(), messages.productName].join(" – ");
    if (this.#mustArrive) this.#arrive();
  }

  #title(): readonly string[] {
    if (this.opening.kind === "open") return [this.opening.document.title];
    return this.opening.kind === "missing" ? [this.#language.messages.documentMissing] : [];
  }

  #renderHeader(): TemplateResult {
    const { messages } = this.#language;
    return html`
      <header>
        <a class="skip" href="#text">${messages.skipToText}</a>
        <a class="home" href="/">${messages.backToAsking}</a>
        <div class="tools">
          <button type="button" class="button quiet" @click=${() => window.print()}>${messages.print}</button>
          <button type="button" class="button quiet" lang=${messages.switchLanguageLang} @click=${this.#language.toggle}>
            ${messages.switchLanguage}
          </button>
        </div>
      </header>
    `;
  }

  #renderPassageNote(): TemplateResult | typeof nothing {
    if (!isDoubtful(this.passage)) return nothing;
    return html`<p class="passage-note">${passageText(this.passage, this.#language.messages)}</p>`;
  }

  #renderDocument(detail: DocumentDetail): TemplateResult {
    const { messages, language } = this.#language;
    const items = layOutDocument(detail);
    const { passage } = this;
    const cutting = {
      text: detail.text,
      mark: passage.kind === "marked" ? { start: passage.start, end: passage.end } : null,
    };
    const currentId = "section" in passage ? passage.section.id : null;
    const isOpen = window.matchMedia(WIDE).matches;
    return html`
      <div class="about">${renderFacts({ document: detail, messages, language })}</div>
      ${renderContents(items, { messages, text: detail.text, currentId, isOpen })}
      <article id="text" class="text" lang="vi" tabindex="-1" aria-label=${detail.title}>
        ${renderBody(items, {
          messages,
          cutting,
          copied: this.#copying.copied,
          onCopyReference: (sectionId) => void this.#copyReference(sectionId),
        })}
      </article>
    `;
  }

  #renderOpening(): TemplateResult {
    const { messages } = this.#language;
    switch (this.opening.kind) {
      case "loading":
        return html`<p class="waiting">${messages.documentLoading}</p>`;
      case "open":
        return this.#renderDocument(this.opening.document);
      case "missing":
        return html`
          <div class="failed" role="alert">
            <h1>${messages.documentMissing}</h1>
            <p>${messages.documentMissingText(this.opening.documentId)}</p>
            <p><a href="/">${messages.backToStart}</a></p>
          </div>
        `;
      case "failed":
        return html`
          <div class="failed" role="alert">
            <h1>${messages.documentFailed}</h1>
            <p>${problemText(this.opening.error, messages)}</p>
            <p><button type="button" class="button" @click=${() => void this.#open()}>${messages.retry}</button></p>
          </div>
        `;
      default: {
        const unknown: never = this.opening;
        return html`${String(unknown)}`;
      }
    }
  }

  protected override render(): TemplateResult {
    return html`
      ${this.#renderHeader()}
      <main>${this.#renderPassageNote()} ${this.#renderOpening()}</main>
      <p class="visually-hidden" role="status">${this.announcement}</p>
      ${this.#copying.renderFallback(this.#language.messages)}
    `;
  }
}

customElements.define("document-page", DocumentPage);
