/**
 * The conversation as a state of its own: what was asked, what came back, what goes along with a follow-up.
 *
 * One question is under way at a time. A failed or stopped question stays in the list and hands its words back.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Answer, AskRequest, Turn } from "../../src/contract/answer.ts";
import type { Server } from "../shared/api.ts";
import { ask } from "../shared/ask.ts";
import { recallConversation, rememberConversation } from "./session.ts";

const MAX_TURNS = 20;
const MAX_TURN_CHARACTERS = 20_000;

export type ExchangeState =
  | { readonly kind: "asking"; readonly text: string }
  | { readonly kind: "answered"; readonly answer: Answer }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "stopped" };

export interface Exchange {
  readonly id: number;
  readonly question: string;
  readonly state: ExchangeState;
}

/** What the host wants to know of a question's fate; each is called once a question. */
export interface ConversationEvents {
  readonly onStart: () => void;
  readonly onAnswer: (answer: Answer) => void;
  /** The words go back to the person who typed them. */
  readonly onReturn: (question: string, outcome: "failed" | "stopped") => void;
}

/** Earlier questions with their answers, oldest first, at most 20 turns; unanswered ones are left out. */
export function historyOf(exchanges: readonly Exchange[]): Turn[] {
  const turns = exchanges.flatMap((exchange): Turn[] =>
    exchange.state.kind === "answered"
      ? [
          { role: "user", content: exchange.question },
          { role: "assistant", content: exchange.state.answer.answer.slice(0, MAX_TURN_CHARACTERS) },
        ]
      : [],
  );
  return turns.slice(-MAX_TURNS);
}

export class Conversation implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #events: ConversationEvents;
  #exchanges: readonly Exchange[] = [];
  #abort: AbortController | null = null;
  #lastId = 0;

  constructor(host: ReactiveControllerHost, events: ConversationEvents) {
    this.#host = host;
    this.#events = events;
    host.addController(this);
  }

  /** Takes up what the session kept. */
  hostConnected(): void {
    if (this.#exchanges.length > 0) return;
    const kept = recallConversation();
    this.#exchanges = kept.map(({ question, answer }) => ({
      id: ++this.#lastId,
      question,
      state: { kind: "answered", answer },
    }));
  }

  get exchanges(): readonly Exchange[] {
    return this.#exchanges;
  }

  get isAsking(): boolean {
    return this.#abort !== null;
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Asks; does nothing while another question is under way. Resolves when the question has its outcome. */
  async send(question: string, server: Server): Promise<void> {
    if (this.#abort !== null) return;
    const abort = new AbortController();
    this.#abort = abort;
    const history = historyOf(this.#exchanges);
    const request: AskRequest = { question, stream: true, ...(history.length > 0 ? { history } : {}) };
    const id = ++this.#lastId;
    this.#replace([...this.#exchanges, { id, question, state: { kind: "asking", text: "" } }]);
    this.#events.onStart();
    const onProgress = (text: string): void => this.#setState(id, { kind: "asking", text });
    try {
      const answer = await ask({ server, request, signal: abort.signal, onProgress });
      this.#finish(abort);
      this.#setState(id, { kind: "answered", answer });
      rememberConversation(this.#answered());
      this.#events.onAnswer(answer);
    } catch (error) {
      this.#finish(abort);
      const outcome = abort.signal.aborted ? "stopped" : "failed";
      this.#setState(id, outcome === "stopped" ? { kind: "stopped" } : { kind: "failed", error });
      this.#events.onReturn(question, outcome);
    }
  }

  /** Takes a failed or stopped question out of the list and asks it again. */
  async retry(id: number, server: Server): Promise<void> {
    const exchange = this.#exchanges.find((candidate) => candidate.id === id);
    if (exchange === undefined || this.#abort !== null) return;
    this.#replace(this.#exchanges.filter((candidate) => candidate.id !== id));
    await this.send(exchange.question, server);
  }

  readonly stop = (): void => {
    this.#abort?.abort();
  };

  /** Starts afresh; a question under way is stopped. */
  readonly clear = (): void => {
    this.stop();
    this.#abort = null;
    this.#replace([]);
    rememberConversation([]);
  };

  #answered(): { question: string; answer: Answer }[] {
    return this.#exchanges.flatMap(({ question, state }) => (state.kind === "answered" ? [{ question, answer: state.answer }] : []));
  }

  #finish(abort: AbortController): void {
    if (this.#abort === abort) this.#abort = null;
  }

  #setState(id: number, state: ExchangeState): void {
    this.#replace(this.#exchanges.map((exchange) => (exchange.id === id ? { ...exchange, state } : exchange)));
  }

  #replace(exchanges: readonly Exchange[]): void {
    this.#exchanges = exchanges;
    this.#host.requestUpdate();
  }
}
