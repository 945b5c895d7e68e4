/** Plain forms for signing in and for one-time links: no script, so that they work wherever a browser does. */
import { html } from "hono/html";
import type { SetupOffer } from "../contract/access.ts";
import type { Language } from "../contract/answer.ts";

type Html = ReturnType<typeof html>;

const words = {
  signIn: { vi: "Đăng nhập", en: "Sign in" },
  setUp: { vi: "Đặt mật khẩu", en: "Set a password" },
  login: { vi: "Tên đăng nhập", en: "Login" },
  displayName: { vi: "Họ và tên", en: "Name" },
  password: { vi: "Mật khẩu", en: "Password" },
  newPassword: { vi: "Mật khẩu mới (ít nhất 12 ký tự)", en: "New password (at least 12 characters)" },
  code: { vi: "Mã xác thực 6 số", en: "Authenticator code, six digits" },
  codeIfAny: { vi: "Mã xác thực 6 số (nếu tài khoản có)", en: "Authenticator code, six digits (if the account has one)" },
  token: { vi: "Mã trong đường dẫn: phần đứng sau dấu #", en: "Code of the link: what stands after #" },
  goOn: { vi: "Tiếp tục", en: "Continue" },
  provider: { vi: "Đăng nhập qua hệ thống chung", en: "Sign in through the provider" },
  secret: {
    vi: "Thêm khóa này vào ứng dụng xác thực (Google Authenticator, Aegis, …), rồi nhập mã 6 số đang hiện:",
    en: "Add this key to an authenticator app (Google Authenticator, Aegis, …), then type the six digits that it shows:",
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

interface PageInput {
  readonly lang: Language;
  /** What went wrong with what was sent; null at first. */
  readonly fault: string | null;
}

function page({ lang, title, fault, content }: PageInput & { title: string; content: Html | Html[] }): Html {
  return html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <link rel="stylesheet" href="/form.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${fault === null ? "" : html`<p role="alert">${fault}</p>`} ${content}
        </main>
      </body>
    </html>`;
}

interface FieldInput {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "password";
  readonly value?: string;
  readonly autocomplete?: string;
  readonly optional?: boolean;
}

function field({ name, label, type = "text", value = "", autocomplete = "off", optional = false }: FieldInput): Html {
  return html`<p>
    <label
      >${label}<br /><input name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" ${optional ? "" : "required"}
    /></label>
  </p>`;
}

const hidden = (name: string, value: string): Html => html`<input type="hidden" name="${name}" value="${value}" />`;

export function signInForm({ lang, fault, provider }: PageInput & { provider: boolean }): Html {
  const content = [
    html`<form method="post" action="/dang-nhap">
      ${field({ name: "login", label: words.login[lang], autocomplete: "username" })}
      ${field({ name: "password", label: words.password[lang], type: "password", autocomplete: "current-password" })}
      ${field({ name: "code", label: words.codeIfAny[lang], autocomplete: "one-time-code", optional: true })}
      <button>${words.signIn[lang]}</button>
    </form>`,
    provider ? html`<p><a href="/v1/oidc/start">${words.provider[lang]}</a></p>` : html``,
  ];
  return page({ lang, fault, title: words.signIn[lang], content });
}

/** First the code of the link, which a browser keeps from the server. */
export function linkForm({ lang, fault }: PageInput): Html {
  const content = html`<form method="post" action="/thiet-lap">
    ${field({ name: "token", label: words.token[lang] })}
    <button>${words.goOn[lang]}</button>
  </form>`;
  return page({ lang, fault, title: words.setUp[lang], content });
}

/** Then the rest; the secret comes back with it, so that nothing has to be kept in between. */
export function setupForm({
  lang,
  fault,
  offer,
  token,
  typed,
}: PageInput & { offer: SetupOffer; token: string; typed: Readonly<Record<string, string>> }): Html {
  const isFirst = offer.login === null;
  const content = html`<form method="post" action="/thiet-lap">
    ${hidden("token", token)} ${hidden("totpSecret", offer.totpSecret)}
    ${isFirst ? field({ name: "login", label: words.login[lang], value: typed["login"] ?? "", autocomplete: "username" }) : html`<p>${offer.login}</p>`}
    ${isFirst ? field({ name: "displayName", label: words.displayName[lang], value: typed["displayName"] ?? "", autocomplete: "name" }) : ""}
    ${field({ name: "password", label: words.newPassword[lang], type: "password", autocomplete: "new-password" })}
    ${
      offer.needsAuthenticator
        ? html`<p>${words.secret[lang]}<br /><code>${offer.totpSecret}</code></p>
            ${field({ name: "code", label: words.code[lang], autocomplete: "one-time-code" })}`
        : ""
    }
    <button>${words.setUp[lang]}</button>
  </form>`;
  return page({ lang, fault, title: words.setUp[lang], content });
}
