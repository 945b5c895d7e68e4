/** The one place where errors become HTTP: RFC 9457 problem details, in the client's language, without internals. */
import { HTTPException } from "hono/http-exception";
import { AppError, type ErrorCode, type PublicText } from "../base/app-error.ts";
import type { Language } from "../contract/answer.ts";
import type { Problem } from "../contract/operation.ts";

export interface ProblemReply {
  readonly status: ProblemStatus;
  readonly problem: Problem;
  /** Extra headers: Retry-After. */
  readonly headers: Readonly<Record<string, string>>;
}

type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 408 | 409 | 413 | 415 | 422 | 429 | 500 | 503 | 507;

interface ProblemKind {
  readonly status: ProblemStatus;
  readonly title: PublicText;
  readonly retryAfterSeconds?: number;
}

const internal: ProblemKind = { status: 500, title: { vi: "Lỗi của hệ thống", en: "Internal error" } };
const overloaded: ProblemKind = { status: 503, title: { vi: "Hệ thống đang quá tải", en: "Overloaded" }, retryAfterSeconds: 2 };

const kinds: Readonly<Record<ErrorCode, ProblemKind>> = {
  "bad-request": { status: 400, title: { vi: "Yêu cầu không hợp lệ", en: "Bad request" } },
  "too-large": { status: 413, title: { vi: "Nội dung quá dài", en: "Content too large" } },
  "unsupported-media-type": { status: 415, title: { vi: "Kiểu dữ liệu không được hỗ trợ", en: "Unsupported media type" } },
  "not-signed-in": { status: 401, title: { vi: "Chưa đăng nhập", en: "Not signed in" } },
  forbidden: { status: 403, title: { vi: "Không có quyền", en: "Not allowed" } },
  "not-found": { status: 404, title: { vi: "Không tìm thấy", en: "Not found" } },
  "unreadable-document": { status: 422, title: { vi: "Không đọc được văn bản", en: "Unreadable document" } },
  "method-not-allowed": { status: 405, title: { vi: "Phương thức không được phép", en: "Method not allowed" } },
  "too-slow": { status: 408, title: { vi: "Gửi quá chậm", en: "Too slow" } },
  conflict: { status: 409, title: { vi: "Trái với hiện trạng", en: "Conflict" } },
  // Retry-After comes with the error: it is the client's own waiting time.
  "rate-limited": { status: 429, title: { vi: "Quá nhiều yêu cầu", en: "Too many requests" } },
  overloaded,
  "embedder-busy": overloaded,
  "embedder-failed": {
    ...overloaded,
    title: { vi: "Mô hình tạm thời không trả lời", en: "Model temporarily unavailable" },
    retryAfterSeconds: 5,
  },
  "not-ready": { status: 503, title: { vi: "Chưa sẵn sàng", en: "Not ready" }, retryAfterSeconds: 5 },
  "disk-failed": { status: 507, title: { vi: "Không ghi được ổ đĩa", en: "The disk cannot be written" } },
  internal,
  // What a job ended with: told in the job, never as the outcome of a request.
  cancelled: internal,
  "build-failed": internal,
  // These end a start or a command; a client that meets one learns no more than that the server is at fault.
  "bad-config": internal,
  "bad-usage": internal,
  "port-taken": internal,
  "model-damaged": internal,
  "generation-damaged": internal,
  "store-damaged": internal,
  "store-newer": internal,
  "store-unwritable": { status: 503, title: { vi: "Không lưu được", en: "Nothing could be saved" }, retryAfterSeconds: 30 },
};

const internalText: PublicText = {
  vi: "Hệ thống gặp lỗi khi xử lý yêu cầu. Xin thử lại; nếu vẫn lỗi, hãy báo cho quản trị viên kèm mã yêu cầu.",
  en: "The server failed on this request. Please try again; if it fails again, tell the administrator the request id.",
};

/** Codes of `AppError` whose public text is meant for clients all have a status of their own; the rest say "internal". */
export function problemFor({ error, lang, requestId }: { error: unknown; lang: Language; requestId: string }): ProblemReply {
  const known = toAppError(error);
  const kind = kinds[known.code];
  const code = kind === internal ? "internal" : known.code;
  const text = kind === internal ? internalText : known.publicText;
  const retryAfter = known.retryAfterSeconds ?? kind.retryAfterSeconds;
  return {
    status: kind.status,
    problem: { type: `urn:tro-ly-ao:problem:${code}`, title: kind.title[lang], status: kind.status, code, detail: text[lang], requestId },
    headers: retryAfter === undefined ? {} : { "retry-after": String(retryAfter) },
  };
}

/**
 * True where the server, not the client, is at fault and the log must hold the whole error. Being busy is no fault: the
 * request's own line says it, and a flood of stacks would make it busier.
 */
export function isServerFault(error: unknown): boolean {
  const kind = kinds[toAppError(error).code];
  return kind.status >= 500 && kind !== overloaded;
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof HTTPException && error.status === 415) return unsupportedMediaType();
  if (error instanceof HTTPException && error.status === 400) return notJson();
  return new AppError("internal", { message: "unexpected", publicText: internalText, cause: error });
}

export function unsupportedMediaType(): AppError {
  return new AppError("unsupported-media-type", {
    message: "wrong content type",
    publicText: { vi: 'Hãy gửi nội dung dạng "Content-Type: application/json".', en: 'Send the body as "Content-Type: application/json".' },
  });
}

export function notJson(): AppError {
  return new AppError("bad-request", {
    message: "body is not JSON",
    publicText: { vi: "Nội dung gửi lên không phải JSON hợp lệ (mã hóa UTF-8).", en: "The body is not valid JSON in UTF-8." },
  });
}
