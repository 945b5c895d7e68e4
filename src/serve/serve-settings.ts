/** How open the server is and what it keeps: origins, proxies, rates, sizes, records. Checked before anything listens. */
import type { PublicText } from "../base/app-error.ts";
import { isLoopback, parseNetwork } from "./client-address.ts";

export interface RateSettings {
  /** Requests a minute of one address, or of one account, key or widget token. One that costs less counts as a part. */
  readonly perMinute: number;
  /** So many at once, before the rate counts. */
  readonly burst: number;
}

export interface ServeSettings {
  /** Web origins whose pages may ask from a browser: "https://tinh.gov.vn". Default none. */
  readonly origins: readonly string[];
  /** Addresses or networks ("10.0.0.0/8") of proxies whose X-Forwarded-For is believed. Default none. */
  readonly trustedProxies: readonly string[];
  /** Default 120 requests a minute, 60 at once. */
  readonly rates: RateSettings;
  /** Largest uploaded file in bytes; default 52,428,800. */
  readonly uploadBytes: number;
  /** Whether the log may hold questions, masked; default no. */
  readonly logQuestions: boolean;
  /** Whether answers are kept with the words they cited, so that feedback and later checks find them; default yes. */
  readonly keepAnswers: boolean;
  /** How many days answers, feedback and ended jobs are kept; default 90. */
  readonly retentionDays: number;
}

export const defaultServeSettings: ServeSettings = Object.freeze({
  origins: [],
  trustedProxies: [],
  rates: Object.freeze({ perMinute: 120, burst: 60 }),
  uploadBytes: 50 * 1024 * 1024,
  logQuestions: false,
  keepAnswers: true,
  retentionDays: 90,
});

type Given = (name: string) => string | undefined;

/**
 * @param given the trimmed value of a variable, undefined when it is not set or empty.
 * @param host the address that is to be listened on.
 * @param faults gets one sentence for each fault, in both languages.
 */
export function readServeSettings({ given, host, faults }: { given: Given; host: string; faults: PublicText[] }): ServeSettings {
  refuseOpenDoor({ given, host, faults });
  const number = (name: string, range: { least: number; most: number; standard: number }): number =>
    readNumber({ name, value: given(name), ...range, faults });
  const { rates, uploadBytes, retentionDays } = defaultServeSettings;
  const perMinute = number("AIDE_RATE", { least: 1, most: 100_000, standard: rates.perMinute });
  return Object.freeze({
    origins: listed(given("AIDE_ORIGINS")).flatMap((value) => readOrigin(value, faults)),
    trustedProxies: listed(given("AIDE_TRUSTED_PROXY")).flatMap((value) => readProxy(value, faults)),
    rates: Object.freeze({ perMinute, burst: Math.max(1, Math.ceil(perMinute / 2)) }),
    uploadBytes: number("AIDE_UPLOAD_BYTES", { least: 1024, most: 2 ** 31, standard: uploadBytes }),
    logQuestions: readSwitch({ name: "AIDE_LOG_QUESTIONS", given, standard: false, faults }),
    keepAnswers: readSwitch({ name: "AIDE_KEEP_ANSWERS", given, standard: true, faults }),
    retentionDays: number("AIDE_RETENTION_DAYS", { least: 1, most: 36_500, standard: retentionDays }),
  });
}

/** Whoever opens the server to a network says so in so many words; a copied HOST line alone does not do it. */
function refuseOpenDoor({ given, host, faults }: { given: Given; host: string; faults: PublicText[] }): void {
  const allowed = readSwitch({ name: "AIDE_PUBLIC", given, standard: false, faults });
  if (allowed || isLoopback(host) || host.toLowerCase() === "localhost") return;
  faults.push({
    vi: `HOST=${host} mở hệ thống cho các máy khác; nếu đúng là muốn vậy, hãy đặt thêm AIDE_PUBLIC=1 (và để một máy chủ HTTPS đứng trước)`,
    en: `HOST=${host} opens the server to other machines; if that is meant, set AIDE_PUBLIC=1 as well (and put an HTTPS server in front)`,
  });
}

function listed(value: string | undefined): readonly string[] {
  return [...new Set((value ?? "").split(/[\s,]+/u).filter((part) => part !== ""))];
}

/** Exactly what a browser sends as Origin: scheme, host and a port that is not the scheme's own; no "*" and no path. */
function readOrigin(value: string, faults: PublicText[]): readonly string[] {
  const url = URL.parse(value);
  const isWeb = url !== null && !value.includes("*") && (url.protocol === "https:" || url.protocol === "http:");
  if (isWeb && (value === url.origin || value === `${url.origin}/`)) return [url.origin];
  faults.push({
    vi: `AIDE_ORIGINS: "${value}" không có dạng "https://tinh.gov.vn"`,
    en: `AIDE_ORIGINS: "${value}" is not of the form "https://tinh.gov.vn"`,
  });
  return [];
}

function readProxy(value: string, faults: PublicText[]): readonly string[] {
  if (parseNetwork(value) !== null) return [value];
  faults.push({
    vi: `AIDE_TRUSTED_PROXY: "${value}" không phải địa chỉ IP hay mạng dạng 10.0.0.0/8`,
    en: `AIDE_TRUSTED_PROXY: "${value}" is neither an IP address nor a network like 10.0.0.0/8`,
  });
  return [];
}

interface NumberInput {
  readonly name: string;
  readonly value: string | undefined;
  readonly least: number;
  readonly most: number;
  readonly standard: number;
  readonly faults: PublicText[];
}

function readNumber({ name, value, least, most, standard, faults }: NumberInput): number {
  if (value === undefined) return standard;
  const number = /^\d{1,10}$/u.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  faults.push({
    vi: `${name} phải là số nguyên từ ${String(least)} đến ${String(most)}, không phải "${value}"`,
    en: `${name} must be a whole number from ${String(least)} to ${String(most)}, not "${value}"`,
  });
  return standard;
}

const words: ReadonlyMap<string, boolean> = new Map([
  ["1", true],
  ["yes", true],
  ["0", false],
  ["no", false],
]);

interface SwitchInput {
  readonly name: string;
  readonly given: Given;
  readonly standard: boolean;
  readonly faults: PublicText[];
}

function readSwitch({ name, given, standard, faults }: SwitchInput): boolean {
  const value = given(name);
  if (value === undefined) return standard;
  const meant = words.get(value.toLowerCase());
  if (meant === undefined)
    faults.push({ vi: `${name} chỉ nhận 1 hoặc 0, không phải "${value}"`, en: `${name} takes 1 or 0 only, not "${value}"` });
  return meant ?? standard;
}
