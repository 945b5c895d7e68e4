/** Who may come in, and how: the settings of access, checked before anything listens. */
import type { PublicText } from "../base/app-error.ts";
import { DocumentAccessSchema } from "../contract/access.ts";
import type { Placement } from "./objects.ts";
import { readRoleRules, type RoleRule } from "./oidc-roles.ts";

export interface OidcSettings {
  /** "https://sso.tinh.gov.vn/realms/tinh"; http only on this machine. */
  readonly issuer: string;
  readonly clientId: string;
  /** A function, so that no log and no JSON of the configuration shows it. Null for a public client. */
  readonly clientSecret: () => string | null;
  /** Where the provider sends people back: "https://troly.tinh.gov.vn/v1/oidc/callback". */
  readonly redirectUrl: string;
  readonly roles: readonly RoleRule[];
  /** The claim that names a person's unit; null where units are kept here. */
  readonly unitClaim: string | null;
}

export interface AccessSettings {
  /** Of documents that nobody said anything of; default public. */
  readonly standard: Placement;
  /** Null unless AIDE_OIDC_ISSUER names a provider. */
  readonly oidc: OidcSettings | null;
}

type Given = (name: string) => string | undefined;

/**
 * @param given the trimmed value of a variable, undefined when it is not set or empty.
 * @param faults gets one sentence for each fault, in both languages; none repeats the secret.
 */
export function readAccessSettings(given: Given, faults: PublicText[]): AccessSettings {
  return Object.freeze({ standard: readStandard(given("AIDE_DEFAULT_ACCESS"), faults), oidc: readOidc(given, faults) });
}

function readStandard(value: string | undefined, faults: PublicText[]): Placement {
  const access = DocumentAccessSchema.exclude(["unit"]).safeParse(value ?? "public");
  if (access.success) return { access: access.data, unit: null };
  faults.push({
    vi: `AIDE_DEFAULT_ACCESS chỉ nhận public hoặc officials, không phải "${value ?? ""}"`,
    en: `AIDE_DEFAULT_ACCESS takes public or officials only, not "${value ?? ""}"`,
  });
  return { access: "officials", unit: null };
}

const names = ["AIDE_OIDC_ISSUER", "AIDE_OIDC_CLIENT_ID", "AIDE_OIDC_CLIENT_SECRET", "AIDE_OIDC_REDIRECT_URL", "AIDE_OIDC_ROLES"] as const;
const needed = ["AIDE_OIDC_ISSUER", "AIDE_OIDC_CLIENT_ID", "AIDE_OIDC_REDIRECT_URL", "AIDE_OIDC_ROLES"] as const;

function readOidc(given: Given, faults: PublicText[]): OidcSettings | null {
  if (names.every((name) => given(name) === undefined)) return null;
  for (const name of needed)
    if (given(name) === undefined)
      faults.push({ vi: `thiếu ${name} cho việc đăng nhập qua nhà cung cấp`, en: `${name} is missing for sign-in through a provider` });
  const secret = given("AIDE_OIDC_CLIENT_SECRET") ?? null;
  return Object.freeze({
    issuer: checkedUrl({ name: "AIDE_OIDC_ISSUER", value: given("AIDE_OIDC_ISSUER"), faults }),
    clientId: given("AIDE_OIDC_CLIENT_ID") ?? "",
    clientSecret: () => secret,
    redirectUrl: checkedUrl({ name: "AIDE_OIDC_REDIRECT_URL", value: given("AIDE_OIDC_REDIRECT_URL"), faults }),
    roles: readRoleRules(given("AIDE_OIDC_ROLES"), faults),
    unitClaim: given("AIDE_OIDC_UNIT_CLAIM") ?? null,
  });
}

const ownMachine = new Set(["localhost", "127.0.0.1", "[::1]"]);

function checkedUrl({ name, value, faults }: { name: string; value: string | undefined; faults: PublicText[] }): string {
  if (value === undefined) return "";
  const url = URL.parse(value);
  const isSafe = url !== null && (url.protocol === "https:" || (url.protocol === "http:" && ownMachine.has(url.hostname)));
  if (isSafe && url.search === "" && url.hash === "" && url.username === "") return value;
  faults.push({
    vi: `${name} phải là địa chỉ https, không có phần sau dấu ? hoặc #`,
    en: `${name} must be an https address without a part after ? or #`,
  });
  return "";
}
