/** Copies for a host element: says so for two seconds, and offers the text for copying by hand where the browser forbids it. */
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { copyText } from "./clipboard.ts";
import type { Messages } from "./messages-vi.ts";

const SHOWN_FOR_MS = 2000;

export class Copying implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  readonly #announce: (text: string) => void;
  #copied: string | null = null;
  #byHand: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }, announce: (text: string) => void) {
    this.#host = host;
    this.#announce = announce;
    host.addController(this);
  }

  /** Key of what was copied just now, or null. */
  get copied(): string | null {
    return this.#copied;
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  async copy(key: string, text: string, messages: Messages): Promise<void> {
    if (await copyText(text)) {
      this.#announce(messages.copied);
      this.#show(key);
      return;
    }
    this.#byHand = text;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const dialog = this.#host.renderRoot.querySelector<HTMLDialogElement>("dialog.copy-by-hand");
    dialog?.showModal();
    dialog?.querySelector("textarea")?.select();
  }

  #show(key: string): void {
    clearTimeout(this.#timer);
    this.#copied = key;
    this.#host.requestUpdate();
    this.#timer = setTimeout(() => {
      this.#copied = null;
      this.#host.requestUpdate();
    }, SHOWN_FOR_MS);
  }

  /** A native dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
  renderFallback(messages: Messages): TemplateResult | typeof nothing {
    if (this.#byHand === null) return nothing;
    const onClose = (): void => {
      this.#byHand = null;
      this.#host.requestUpdate();
    };
    return html`
      <dialog class="copy-by-hand" aria-labelledby="copy-by-hand-text" @close=${onClose}>
        <p id="copy-by-hand-text">${messages.copyByHand}</p>
        <textarea readonly rows="6" aria-labelledby="copy-by-hand-text" .value=${this.#byHand}></textarea>
        <form method="dialog"><button class="button">${messages.close}</button></form>
      </dialog>
    `;
  }
}
