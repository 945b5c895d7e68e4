/** Which language model may be asked, and where: the AIDE_LLM_* settings, checked before anything is loaded or sent. */
import { isIPv4, isIPv6 } from "node:net";
import type { PublicText } from "../base/app-error.ts";

export interface GeneratorSettings {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly model: string;
  /** A function, so that no log and no JSON of the configuration shows it. */
  readonly key: () => string | null;
  /** 500 to 120,000; default 20,000. */
  readonly timeoutMs: number;
}

const DEFAULT_TIMEOUT = 20_000;
const [LEAST_TIMEOUT, MOST_TIMEOUT] = [500, 120_000];
const MODEL_NAME = /^[\w][\w.:/@+-]{0,199}$/u;
/** What a header can carry. */
const KEY = /^[\x21-\x7e]{1,4096}$/u;

/** How far a host name leads, told from the name alone: names are not looked up. */
export function reachOf(hostname: string): "loopback" | "private" | "remote" {
  const host = hostname.replace(/^\[|\]$/gu, "").toLowerCase();
  if (host === "localhost" || host === "::1" || (isIPv4(host) && host.startsWith("127."))) return "loopback";
  const isPrivate = isIPv4(host)
    ? /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/u.test(host)
    : isIPv6(host) && /^f[cd][0-9a-f]{2}:/u.test(host);
  return isPrivate ? "private" : "remote";
}

interface Checked {
  readonly allowRemote: boolean;
  readonly faults: PublicText[];
}

/** The address as given is never repeated in a fault: it may hold a password. */
function checkUrl(value: string, { allowRemote, faults }: Checked): string {
  const url = URL.parse(value);
  const fault = (vi: string, en: string): void => void faults.push({ vi: `AIDE_LLM_BASE_URL ${vi}`, en: `AIDE_LLM_BASE_URL ${en}` });
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    fault("phải là địa chỉ http hoặc https", "must be an http or https address");
    return "";
  }
  if (url.username !== "" || url.password !== "") fault("không được chứa tên hay mật khẩu", "must not hold a user name or a password");
  if (url.search !== "" || url.hash !== "") fault("không được có phần sau dấu ? hoặc #", "must not have a part after ? or #");
  const reach = reachOf(url.hostname);
  if (reach !== "loopback" && !allowRemote)
    fault(
      `dẫn tới máy khác (${url.hostname}); muốn gửi câu hỏi ra khỏi máy này phải đặt AIDE_LLM_ALLOW_REMOTE=yes`,
      `leads to another machine (${url.hostname}); sending questions off this one needs AIDE_LLM_ALLOW_REMOTE=yes`,
    );
  if (reach === "remote" && url.protocol === "http:")
    fault(
      `phải là https khi máy chủ (${url.hostname}) không có địa chỉ IP nội bộ`,
      `must be https when the server (${url.hostname}) is not at a private IP address`,
    );
  return url.href.replace(/\/+$/u, "");
}

function checkTimeout(value: string | undefined, faults: PublicText[]): number {
  const timeout = value === undefined ? DEFAULT_TIMEOUT : /^\d{1,6}$/u.test(value) ? Number(value) : Number.NaN;
  if (timeout >= LEAST_TIMEOUT && timeout <= MOST_TIMEOUT) return timeout;
  faults.push({
    vi: `AIDE_LLM_TIMEOUT_MS phải là số nguyên từ ${LEAST_TIMEOUT} đến ${MOST_TIMEOUT}, không phải "${value ?? ""}"`,
    en: `AIDE_LLM_TIMEOUT_MS must be a whole number from ${LEAST_TIMEOUT} to ${MOST_TIMEOUT}, not "${value ?? ""}"`,
  });
  return DEFAULT_TIMEOUT;
}

function checkAllowance(value: string | undefined, faults: PublicText[]): boolean {
  if (value !== undefined && value !== "yes" && value !== "no")
    faults.push({
      vi: `AIDE_LLM_ALLOW_REMOTE phải là "yes" hoặc "no", không phải "${value}"`,
      en: `AIDE_LLM_ALLOW_REMOTE must be "yes" or "no", not "${value}"`,
    });
  return value === "yes";
}

/**
 * @param given the trimmed value of a variable, undefined when it is not set or empty.
 * @param faults gets one sentence for each fault, in both languages; none repeats the key.
 * @returns null when no language model is configured.
 */
export function readGeneratorSettings(given: (name: string) => string | undefined, faults: PublicText[]): GeneratorSettings | null {
  const [baseUrl, model, key] = [given("AIDE_LLM_BASE_URL"), given("AIDE_LLM_MODEL"), given("AIDE_LLM_KEY")];
  const allowRemote = checkAllowance(given("AIDE_LLM_ALLOW_REMOTE"), faults);
  const timeoutMs = checkTimeout(given("AIDE_LLM_TIMEOUT_MS"), faults);
  if (baseUrl === undefined && model === undefined && key === undefined) return null;
  for (const [name, value] of [
    ["AIDE_LLM_BASE_URL", baseUrl],
    ["AIDE_LLM_MODEL", model],
  ] as const)
    if (value === undefined) faults.push({ vi: `thiếu ${name} cho mô hình ngôn ngữ`, en: `${name} is missing for the language model` });
  if (model !== undefined && !MODEL_NAME.test(model))
    faults.push({
      vi: `AIDE_LLM_MODEL: "${model}" không phải là tên mô hình`,
      en: `AIDE_LLM_MODEL: "${model}" is not the name of a model`,
    });
  if (key !== undefined && !KEY.test(key))
    faults.push({
      vi: "AIDE_LLM_KEY chỉ được gồm chữ cái, chữ số và dấu không có khoảng trắng",
      en: "AIDE_LLM_KEY may hold letters, digits and signs of ASCII only, no spaces",
    });
  const checked = baseUrl === undefined ? "" : checkUrl(baseUrl, { allowRemote, faults });
  return Object.freeze({ baseUrl: checked, model: model ?? "", key: () => key ?? null, timeoutMs });
}
