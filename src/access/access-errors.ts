/** What people are told when access is refused. Nothing in it says whether a login, a document or a key exists. */
import { AppError } from "../base/app-error.ts";
import type { Decision, Refusal } from "./authorize.ts";

export function wrongSignIn(): AppError {
  return new AppError("not-signed-in", {
    message: "sign-in refused",
    publicText: { vi: "Tên đăng nhập, mật khẩu hoặc mã xác thực không đúng.", en: "The login, the password or the code is not right." },
  });
}

/** Of a key or widget token that is unknown, expired, revoked, or whose owner is suspended; and of a widget's page that is not listed. */
export function wrongCredential(): AppError {
  return new AppError("not-signed-in", {
    message: "credential refused",
    publicText: {
      vi: "Khóa truy cập không hợp lệ, đã hết hạn hoặc đã bị thu hồi.",
      en: "The access key is not valid, has expired or was revoked.",
    },
  });
}

export function wrongLink(): AppError {
  return new AppError("not-found", {
    message: "one-time link refused",
    publicText: {
      vi: "Đường dẫn này không đúng, đã dùng hoặc đã hết hạn. Hãy xin đường dẫn mới (aide setup-link).",
      en: "This link is wrong, used or expired. Ask for a new one (aide setup-link).",
    },
  });
}

export function forbidden(message: string, publicText: { vi: string; en: string }): AppError {
  return new AppError("forbidden", { message, publicText });
}

export function conflict(publicText: { vi: string; en: string }): AppError {
  return new AppError("conflict", { message: publicText.en, publicText });
}

const refusals: Readonly<Record<Exclude<Refusal, "hidden">, () => AppError>> = {
  "sign-in-needed": () =>
    new AppError("not-signed-in", {
      message: "sign-in needed",
      publicText: { vi: "Hãy đăng nhập để làm việc này.", en: "Sign in to do this." },
    }),
  "role-too-low": () => forbidden("role too low", { vi: "Tài khoản này không có quyền làm việc đó.", en: "This account may not do that." }),
  "scope-missing": () =>
    forbidden("scope missing", { vi: "Khóa truy cập này không được cấp cho việc đó.", en: "This access key was not made for that." }),
  "second-factor-needed": () =>
    forbidden("second factor needed", {
      vi: "Việc này cần đăng nhập với mã xác thực hai lớp.",
      en: "This needs a sign-in with an authenticator code.",
    }),
  "other-unit": () =>
    forbidden("another unit's", { vi: "Văn bản này do đơn vị khác quản lý.", en: "This document is kept by another unit." }),
};

/**
 * Throws what a refusal means for whoever asked.
 *
 * @param hidden what is said of something that must not be known to exist: the same as for what does not.
 */
export function assertAllowed(decision: Decision, hidden: () => AppError): void {
  if (decision.allowed) return;
  throw decision.reason === "hidden" ? hidden() : refusals[decision.reason]();
}
