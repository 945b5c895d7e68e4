/** Where the question is typed. Enter sends, Shift+Enter starts a line, an input method's Enter does neither. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import type { Messages } from "../shared/messages-vi.ts";

/** The server's limit, UTF-16 units after trimming. */
const MAX_CHARACTERS = 2000;
const COUNT_FROM = 1800;

/** What Chromium and Safari report as `keyCode` for keys that an input method has taken. */
const INPUT_METHOD_KEY = 229;

export interface QuestionBox {
  readonly messages: Messages;
  readonly draft: string;
  readonly isAsking: boolean;
  /** True when something has been asked before: the box then offers a follow-up. */
  readonly isFollowUp: boolean;
  readonly onDraft: (draft: string) => void;
  readonly onSend: () => void;
  readonly onStop: () => void;
}

/** True when the draft can be sent as a question. */
export function isSendable(draft: string): boolean {
  const length = draft.trim().length;
  return length > 0 && length <= MAX_CHARACTERS;
}

/** True for the Enter that sends: alone, and not one that confirms a word of an input method. */
export function isSendingKey(event: KeyboardEvent): boolean {
  const isComposing = event.isComposing || event.keyCode === INPUT_METHOD_KEY;
  const hasModifier = event.shiftKey || event.altKey || event.ctrlKey || event.metaKey;
  return event.key === "Enter" && !isComposing && !hasModifier;
}

export function renderQuestionBox(box: QuestionBox): TemplateResult {
  const { messages, draft, isAsking } = box;
  const length = draft.trim().length;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isSendingKey(event)) return;
    event.preventDefault();
    box.onSend();
  };
  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isAsking) box.onStop();
    else box.onSend();
  };
  const onInput = (event: InputEvent): void => {
    if (event.currentTarget instanceof HTMLTextAreaElement) box.onDraft(event.currentTarget.value);
  };
  return html`
    <form class="question-box" @submit=${onSubmit}>
      <label for="question">${messages.questionLabel}</label>
      <div class="question-row">
        <textarea
          id="question"
          rows=${box.isFollowUp ? 1 : 2}
          autocomplete="off"
          enterkeyhint="send"
          aria-describedby="question-hint"
          aria-invalid=${length > MAX_CHARACTERS ? "true" : nothing}
          placeholder=${box.isFollowUp ? messages.followUpPlaceholder : messages.questionPlaceholder}
          .value=${live(draft)}
          @input=${onInput}
          @keydown=${onKeyDown}
        ></textarea>
        <button class="button primary" aria-disabled=${!isAsking && !isSendable(draft) ? "true" : nothing}>
          ${isAsking ? messages.stop : messages.send}
        </button>
      </div>
      <p id="question-hint" class="hint">
        <span>${messages.questionHint}</span>
        ${
          length > COUNT_FROM
            ? html`<strong class=${length > MAX_CHARACTERS ? "fault" : ""}> ${messages.questionLeft(MAX_CHARACTERS - length)} </strong>`
            : nothing
        }
      </p>
    </form>
  `;
}
