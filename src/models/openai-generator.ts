/**
 * A generator over any server that speaks OpenAI's /chat/completions (Ollama, vLLM, llama.cpp, a gateway), through the
 * chat-model class of LangChain that stands behind its `ChatOpenAI`.
 *
 * `ChatOpenAI` itself changes to /responses for some names of models, and its `stream` hands prompts to a tracing service
 * when the environment says so. So its part for /chat/completions is used, at the level below the callbacks.
 */
import type { ChatOpenAICompletions } from "@langchain/openai";
import { failed, type Generated, type Generator, type Prompt } from "./generator.ts";
import { faultIn, generatorFetch } from "./generator-fetch.ts";

export interface OpenAiGeneratorOptions {
  /** Up to and without "/chat/completions": "http://127.0.0.1:11434/v1". */
  readonly baseUrl: string;
  readonly model: string;
  /** Null sends no authorisation. */
  readonly key: string | null;
  /** For the whole of a reply, its first word included, in milliseconds. */
  readonly timeoutMs: number;
  /** Most characters of a reply; default 12,000. */
  readonly maxCharacters?: number;
  /** Most bytes of a reply with its envelope; default 4 MiB. */
  readonly maxBytes?: number;
  /** Default: the system's. */
  readonly fetch?: typeof globalThis.fetch;
}

/** Room for a short answer, and for the thinking of a model that thinks aloud. */
const MOST_TOKENS = 2048;

interface Reply {
  readonly text: string;
  readonly finish: string | null;
  readonly hasToolCall: boolean;
}

type Messages = Parameters<ChatOpenAICompletions["_streamResponseChunks"]>[0];

async function readReply(input: {
  chat: ChatOpenAICompletions;
  messages: Messages;
  signal: AbortSignal;
  maxCharacters: number;
}): Promise<Reply> {
  let text = "";
  let finish: string | null = null;
  let hasToolCall = false;
  for await (const { message, generationInfo } of input.chat._streamResponseChunks(input.messages, { signal: input.signal })) {
    if (typeof message.content === "string") text += message.content;
    const { tool_calls: calls, function_call: call } = message.additional_kwargs;
    hasToolCall ||= calls !== undefined || call !== undefined;
    const reason: unknown = generationInfo?.["finish_reason"];
    if (typeof reason === "string") finish = reason;
    if (hasToolCall || text.length > input.maxCharacters) break;
  }
  return { text, finish, hasToolCall };
}

function judge({ text, finish, hasToolCall }: Reply, maxCharacters: number): Generated {
  if (hasToolCall || finish === "tool_calls" || finish === "function_call") return failed("tool-call");
  if (text.length > maxCharacters) return failed("too-long");
  if (finish === "content_filter") return failed("filtered");
  // A stream that ends without saying why was cut off.
  if (finish === null) return failed("malformed");
  return text.trim() === "" ? failed("empty") : { kind: "text", text };
}

function failureOf(error: unknown, isLate: boolean): Generated {
  const fault = faultIn(error);
  if (fault !== undefined) return failed(fault.reason, fault.status);
  if (isLate) return failed("timeout");
  // A broken connection is a TypeError with a cause; one without comes of reading what is not there.
  const isUnread = error instanceof SyntaxError || (error instanceof TypeError && error.cause === undefined);
  return failed(isUnread ? "malformed" : "unreachable");
}

/** Opens a generator; nothing is sent before the first prompt. The library is loaded here, so that nobody else pays for it. */
export async function openOpenAiGenerator(options: OpenAiGeneratorOptions): Promise<Generator> {
  const { model, timeoutMs, maxCharacters = 12_000, maxBytes = 4 * 2 ** 20 } = options;
  const [{ ChatOpenAICompletions: Chat }, { HumanMessage, SystemMessage }] = await Promise.all([
    import("@langchain/openai"),
    import("@langchain/core/messages"),
  ]);
  const chat = new Chat({
    model,
    // The key is put in by our own fetch; the library, which could show it, never has it.
    apiKey: "none",
    temperature: 0,
    maxTokens: MOST_TOKENS,
    maxRetries: 0,
    timeout: timeoutMs,
    streamUsage: false,
    verbose: false,
    configuration: {
      baseURL: options.baseUrl,
      fetch: generatorFetch({ key: options.key, maxBytes, fetch: options.fetch ?? globalThis.fetch }),
      maxRetries: 0,
      logLevel: "off",
      organization: null,
      project: null,
    },
  });

  return {
    model,
    async generate({ system, user }: Prompt) {
      const controller = new AbortController();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<Generated>((resolve) => {
        timer = setTimeout(() => {
          controller.abort();
          resolve(failed("timeout"));
        }, timeoutMs);
      });
      const messages = [new SystemMessage(system), new HumanMessage(user)];
      const reply = readReply({ chat, messages, signal: controller.signal, maxCharacters })
        .then((read) => (controller.signal.aborted ? failed("timeout") : judge(read, maxCharacters)))
        .catch((error: unknown) => failureOf(error, controller.signal.aborted));
      try {
        // The limit holds even where the library does not hear the signal.
        return await Promise.race([reply, late]);
      } finally {
        clearTimeout(timer);
        controller.abort();
      }
    },
  };
}
