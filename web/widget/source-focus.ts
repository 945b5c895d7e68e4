/** Moves the focus between a citation's button and its source: there when it is opened, back where it came from. */
export class SourceFocus {
  readonly #root: () => ParentNode;
  /** Which button opened a source last, by the source's id. */
  readonly #openers = new Map<string, HTMLElement>();

  constructor(root: () => ParentNode) {
    this.#root = root;
  }

  #source(sourceId: string): HTMLDetailsElement | null {
    return this.#root().querySelector<HTMLDetailsElement>(`#${sourceId}`);
  }

  open(sourceId: string, opener: HTMLElement): void {
    const source = this.#source(sourceId);
    if (source === null) return;
    this.#openers.set(sourceId, opener);
    source.open = true;
    source.querySelector("summary")?.focus();
  }

  /** To the button that opened the source; to the question where the source was opened by itself. */
  back(sourceId: string): void {
    const opener = this.#openers.get(sourceId);
    const question = this.#source(sourceId)?.closest("article")?.querySelector<HTMLElement>(".asked");
    (opener ?? question)?.focus();
  }

  /** Forgets the buttons of a conversation that is over. */
  clear(): void {
    this.#openers.clear();
  }
}
