/**
 * The language of the faces: Vietnamese first, the choice remembered for the session only.
 *
 * A host element owns one `LanguageChoice`; switching asks the host to render again.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Language } from "../../src/contract/answer.ts";
import { english } from "./messages-en.ts";
import { vietnamese, type Messages } from "./messages-vi.ts";

const SESSION_KEY = "tro-ly-ao.language";

/** The words of the faces in one language. */
export function messagesOf(language: Language): Messages {
  return language === "en" ? english : vietnamese;
}

/** The language chosen earlier in this session, or null. A browser that forbids storage counts as "not chosen". */
export function rememberedLanguage(): Language | null {
  try {
    const value = sessionStorage.getItem(SESSION_KEY);
    return value === "vi" || value === "en" ? value : null;
  } catch {
    return null;
  }
}

function remember(language: Language): void {
  try {
    sessionStorage.setItem(SESSION_KEY, language);
  } catch {
    // Storage is forbidden here (a sandboxed frame): the choice then lasts as long as the page.
  }
}

/** Keeps a host's language. Fires `language-change` (bubbling, composed) on the host when a person switches. */
export class LanguageChoice implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const remembered = rememberedLanguage();
    if (remembered !== null) this.#host.lang = remembered;
  }

  /** From the host's `lang`: English for "en" and its variants, else Vietnamese. */
  get language(): Language {
    return this.#host.lang.toLowerCase().startsWith("en") ? "en" : "vi";
  }

  get messages(): Messages {
    return messagesOf(this.language);
  }

  readonly toggle = (): void => {
    const next: Language = this.language === "vi" ? "en" : "vi";
    this.#host.lang = next;
    remember(next);
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new CustomEvent("language-change", { detail: next, bubbles: true, composed: true }));
  };
}
