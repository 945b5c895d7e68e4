/**
 * Signing in through a provider of identities: OpenID Connect, code with PKCE, state and nonce.
 *
 * Input: settings, and the address that the provider sent a browser back to. Output: an account of this server, made or
 * brought up to date from the claims. Invariants: every check of the protocol is openid-client's; a flow is used once, in
 * the browser that began it, within ten minutes; claims decide the role at each sign-in, and no role means no sign-in.
 */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretPost,
  discovery,
  enableNonRepudiationChecks,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from "openid-client";
import { AppError } from "../base/app-error.ts";
import { sha256 } from "../base/files.ts";
import type { Role } from "../contract/access.ts";
import type { Account } from "../store/types/accounts.ts";
import type { Store } from "../store/types/store.ts";
import { conflict, forbidden } from "./access-errors.ts";
import type { OidcSettings } from "./access-settings.ts";
import { roleOf, unitOf } from "./oidc-roles.ts";

export interface OidcDesk {
  /** Where to send the browser, and what it must bring back in a cookie. @throws AppError "not-ready" without the provider. */
  start(): Promise<{ readonly url: string; readonly flow: string }>;
  /**
   * @param returned the whole address that the provider sent the browser to.
   * @param flow from the cookie.
   * @throws AppError "forbidden" when anything does not fit, or the claims give no role.
   */
  finish(input: { returned: URL; flow: string | undefined }): Promise<Account>;
}

interface Flow {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly until: number;
}

const FLOW_MS = 10 * 60_000;
const MOST_FLOWS = 1_000;

export function createOidc({
  settings,
  store,
  clock,
}: {
  settings: OidcSettings;
  store: Store;
  /** Milliseconds, monotonic. */
  clock: () => number;
}): OidcDesk {
  const flows = new Map<string, Flow>();
  let discovered: Promise<Configuration> | null = null;

  /** Asked once; a provider that was away is asked again by the next sign-in. */
  function configuration(): Promise<Configuration> {
    discovered ??= discover(settings).catch((cause: unknown) => {
      discovered = null;
      throw unreachable(cause);
    });
    return discovered;
  }

  function takeFlow(id: string | undefined): Flow {
    const key = id === undefined ? "" : sha256(id);
    const flow = flows.get(key);
    flows.delete(key);
    if (flow === undefined || flow.until < clock()) throw refused("unknown or stale flow");
    return flow;
  }

  return {
    async start() {
      const config = await configuration();
      const flow: Flow = { verifier: randomPKCECodeVerifier(), state: randomState(), nonce: randomNonce(), until: clock() + FLOW_MS };
      const id = randomState();
      flows.set(sha256(id), flow);
      const [oldest] = flows.keys();
      if (flows.size > MOST_FLOWS && oldest !== undefined) flows.delete(oldest);
      const url = buildAuthorizationUrl(config, {
        redirect_uri: settings.redirectUrl,
        scope: "openid profile email",
        code_challenge: await calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: "S256",
        state: flow.state,
        nonce: flow.nonce,
      });
      return { url: url.href, flow: id };
    },
    async finish({ returned, flow: id }) {
      const { verifier, state, nonce } = takeFlow(id);
      const config = await configuration();
      // The provider was given this address; a proxy in between may have shown us another host.
      const address = new URL(settings.redirectUrl);
      address.search = returned.search;
      const tokens = await authorizationCodeGrant(config, address, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      }).catch((cause: unknown) => {
        throw refused("the provider's answer does not hold", cause);
      });
      const claims = tokens.claims();
      if (claims === undefined) throw refused("no identity in the provider's answer");
      const role = roleOf(claims, settings.roles);
      if (role === null) throw noRole();
      return accountFor({ store, claims, role, unit: unitOf(claims, settings.unitClaim), keepsUnit: settings.unitClaim === null });
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  const secret = clientSecret();
  const url = new URL(issuer);
  return discovery(url, clientId, undefined, secret === null ? None() : ClientSecretPost(secret), {
    // Who an identity token is from is checked by its signature, not only by the connection that it came over. Settings
    // let http pass on this machine only.
    execute: [enableNonRepudiationChecks, ...(url.protocol === "http:" ? [allowInsecureRequests] : [])],
    timeout: 10,
  });
}

type Claims = Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string };

/** A person is issuer and subject; names and addresses change, and belong to whoever has them today. */
async function accountFor({
  store,
  claims,
  role,
  unit,
  keepsUnit,
}: {
  store: Store;
  claims: Claims;
  role: Role;
  unit: string | null;
  keepsUnit: boolean;
}): Promise<Account> {
  const displayName = nameIn(claims);
  return store.transaction(async ({ accounts, sessions, audit }) => {
    const known = await accounts.byOidc(claims.iss, claims.sub);
    if (known === null) {
      const login = `oidc-${sha256(`${claims.iss} ${claims.sub}`).slice(0, 16)}`;
      const added = await accounts.add({ login, displayName, role, unit, oidcIssuer: claims.iss, oidcSubject: claims.sub });
      if (added === "taken") throw conflict({ vi: "Tên đăng nhập này đã có.", en: "This login is taken." });
      await audit.append({ actor: added.id, action: "account.add", object: added.id, details: { role, unit, by: "provider" } });
      return added;
    }
    if (known.status !== "active") throw refused("suspended account");
    const nextUnit = keepsUnit ? known.unit : unit;
    if (known.role === role && known.unit === nextUnit && known.displayName === displayName) return known;
    const changed = await accounts.update(known.id, { role, unit: nextUnit, displayName });
    if (changed === null || changed === "taken") throw refused("the account is gone");
    if (known.role !== role || known.unit !== nextUnit) {
      await sessions.removeOfAccount(known.id);
      await audit.append({
        actor: known.id,
        action: "account.change",
        object: known.id,
        details: { role, unit: nextUnit, by: "provider" },
      });
    }
    return changed;
  });
}

function nameIn(claims: Claims): string {
  const given = ["name", "preferred_username", "email"].map((claim) => claims[claim]).find((value) => typeof value === "string");
  const name = typeof given === "string" ? given.normalize("NFC").trim().slice(0, 200) : "";
  return name === "" ? claims.sub.slice(0, 200) : name;
}

function unreachable(cause: unknown): AppError {
  return new AppError("not-ready", {
    message: "the identity provider cannot be reached",
    publicText: {
      vi: "Chưa liên lạc được với hệ thống đăng nhập chung. Xin thử lại sau.",
      en: "The identity provider cannot be reached. Please try again later.",
    },
    cause,
  });
}

function refused(message: string, cause?: unknown): AppError {
  return new AppError("forbidden", {
    message: `oidc: ${message}`,
    publicText: { vi: "Đăng nhập không thành công. Hãy bắt đầu lại.", en: "The sign-in failed. Please start again." },
    ...(cause === undefined ? {} : { cause }),
  });
}

function noRole(): AppError {
  return forbidden("oidc: no role", {
    vi: "Tài khoản của bạn chưa được cấp quyền dùng hệ thống này.",
    en: "Your account has not been given access to this system.",
  });
}
