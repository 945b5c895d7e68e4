/** What a schema found wrong with a request, in words for whoever sent it. */
import type { ZodError } from "zod";
import { AppError, type PublicText } from "../base/app-error.ts";

/** The parts of a Zod issue that matter here; a structural type because the validators hand over two versions of the class. */
interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly maximum?: unknown;
  /** Fields that a strict schema does not have. */
  readonly keys?: readonly string[] | undefined;
}

export const questionName: PublicText = { vi: "Câu hỏi", en: "The question" };
export const queryName: PublicText = { vi: "Từ khóa tìm kiếm", en: "The search query" };

/** Fields whose text a person wrote: too long is 413 there, as the contract says. */
const writtenFields: Readonly<Record<string, PublicText>> = { question: questionName, query: queryName };

/** @returns "too-large" for a question or query over its length, else "bad-request" that names the field. */
export function validationError(error: Pick<ZodError, "issues">): AppError {
  const issue = error.issues[0] as Issue | undefined;
  const field = issue === undefined ? "" : issue.path.map(String).join(".");
  const written = writtenFields[field];
  if (written !== undefined && issue?.code === "too_big") return tooLong(written, Number(issue.maximum));
  if (written !== undefined) return emptyText(written);
  return new AppError("bad-request", { message: `invalid field: ${field}`, publicText: describeField(field, issue) });
}

function tooLong(name: PublicText, maximum: number): AppError {
  return new AppError("too-large", {
    message: `text over ${String(maximum)} characters`,
    publicText: {
      vi: `${name.vi} quá dài: tối đa ${maximum.toLocaleString("vi-VN")} ký tự.`,
      en: `${name.en} is too long: at most ${maximum.toLocaleString("en-US")} characters.`,
    },
  });
}

/** Also for a question of nothing but invisible characters. */
export function emptyText(name: PublicText): AppError {
  return new AppError("bad-request", {
    message: "empty or no text",
    publicText: { vi: `${name.vi} phải là chuỗi ký tự và không được để trống.`, en: `${name.en} must be a string and must not be empty.` },
  });
}

function describeField(field: string, issue: Issue | undefined): PublicText {
  const unknown = issue?.keys?.[0]?.slice(0, 100);
  if (unknown !== undefined) return { vi: `Không có trường "${unknown}".`, en: `There is no field "${unknown}".` };
  if (field === "") return { vi: "Nội dung phải là một đối tượng JSON.", en: "The body must be a JSON object." };
  if (issue?.code === "too_big") {
    const maximum = String(issue.maximum);
    return { vi: `Trường "${field}" vượt quá giới hạn ${maximum}.`, en: `Field "${field}" is over its limit of ${maximum}.` };
  }
  return { vi: `Trường "${field}" không hợp lệ.`, en: `Field "${field}" is not valid.` };
}
