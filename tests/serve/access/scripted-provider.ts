/** A provider of identities over real HTTP whose every answer a test can bend. */
import { createHash, generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

export interface ProviderScript {
  claims: Record<string, unknown>;
  /** Changes the identity token's claims before it is signed. */
  bend: (claims: Record<string, unknown>) => Record<string, unknown>;
  /** Signs with a key that the provider never published. */
  foreignKey: boolean;
  /** The header's algorithm; "none" leaves the signature out. */
  algorithm: "RS256" | "none";
  /** Whether the code's challenge is checked, as a provider must. */
  tokenStatus: number;
  /** Of the address that the browser is sent back to. */
  bendReturn: (parameters: URLSearchParams) => void;
}

export interface ScriptedProvider {
  readonly issuer: string;
  readonly script: ProviderScript;
  /** What a browser does: follows the address, signs in, and is sent back with a code. @returns where to. */
  signIn(authorizationUrl: string): string;
  /** Requests to the token endpoint. */
  readonly asked: URLSearchParams[];
  close(): Promise<void>;
}

const plain = (): ProviderScript => ({
  claims: { sub: "person-1", name: "Nguyễn Văn An", groups: ["aide-editors"] },
  bend: (claims) => claims,
  foreignKey: false,
  algorithm: "RS256",
  tokenStatus: 200,
  bendReturn: () => {},
});

export async function openProvider(): Promise<ScriptedProvider> {
  const own = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const foreign = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const script = plain();
  const asked: URLSearchParams[] = [];
  const codes = new Map<string, { challenge: string; nonce: string; redirect: string; clientId: string }>();
  const server = createServer((request, response) => {
    const reply = (status: number, body: unknown): void =>
      void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (path === "/.well-known/openid-configuration")
      return reply(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      });
    if (path === "/jwks")
      return reply(200, { keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "k1", use: "sig", alg: "RS256" }] });
    if (path !== "/token") return reply(404, {});
    void bodyOf(request).then((body) => {
      asked.push(body);
      const code = codes.get(body.get("code") ?? "");
      codes.delete(body.get("code") ?? "");
      const challenge = createHash("sha256")
        .update(body.get("code_verifier") ?? "")
        .digest("base64url");
      if (script.tokenStatus !== 200) return reply(script.tokenStatus, { error: "server_error" });
      if (code === undefined || code.challenge !== challenge || code.redirect !== body.get("redirect_uri"))
        return reply(400, { error: "invalid_grant" });
      const now = Math.floor(Date.now() / 1000);
      const claims = script.bend({ iss: issuer, aud: code.clientId, iat: now, exp: now + 300, nonce: code.nonce, ...script.claims });
      const key = script.foreignKey ? foreign.privateKey : own.privateKey;
      return reply(200, {
        access_token: "x",
        token_type: "Bearer",
        expires_in: 300,
        id_token: tokenOf({ claims, key, algorithm: script.algorithm }),
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    issuer,
    script,
    asked,
    signIn(authorizationUrl) {
      const given = new URL(authorizationUrl).searchParams;
      const code = `code-${String(codes.size)}-${String(Math.random())}`;
      codes.set(code, {
        challenge: given.get("code_challenge") ?? "",
        nonce: given.get("nonce") ?? "",
        redirect: given.get("redirect_uri") ?? "",
        clientId: given.get("client_id") ?? "",
      });
      const back = new URLSearchParams({ code, state: given.get("state") ?? "", iss: issuer });
      script.bendReturn(back);
      return `${given.get("redirect_uri") ?? ""}?${back.toString()}`;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function tokenOf({ claims, key, algorithm }: { claims: Record<string, unknown>; key: KeyObject; algorithm: string }): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signed = `${part({ alg: algorithm, kid: "k1", typ: "JWT" })}.${part(claims)}`;
  return `${signed}.${algorithm === "none" ? "" : sign("sha256", Buffer.from(signed), key).toString("base64url")}`;
}

async function bodyOf(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"));
}
