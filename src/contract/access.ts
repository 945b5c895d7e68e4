/** Who may do what, as the wire names it: roles, access levels of documents, scopes of keys. */
import { z } from "zod";

/** Each may do all that the one before may. */
export const RoleSchema = z.enum(["official", "editor", "administrator"]);
export type Role = z.infer<typeof RoleSchema>;

/** public: everyone · officials: every account · unit: accounts of the document's unit, and administrators */
export const DocumentAccessSchema = z.enum(["public", "officials", "unit"]);
export type DocumentAccess = z.infer<typeof DocumentAccessSchema>;

/** ask: questions, search, reading · publish: documents, jobs, generations · manage: accounts, keys, widget tokens, audit */
export const KeyScopeSchema = z.enum(["ask", "publish", "manage"]);
export type KeyScope = z.infer<typeof KeyScopeSchema>;

/** Who is asking: a person signed in (`via` session), a program with a key, or nobody known. */
export const WhoSchema = z.object({
  signedIn: z.boolean(),
  account: z
    .object({
      id: z.string(),
      login: z.string(),
      displayName: z.string(),
      role: RoleSchema,
      unit: z.string().nullable(),
      via: z.enum(["session", "key"]),
    })
    .nullable(),
  /** Ways to sign in that this server has. */
  ways: z.object({ password: z.boolean(), provider: z.boolean() }),
});
export type Who = z.infer<typeof WhoSchema>;

/** Login names are compared without regard to case: they are stored in small letters. */
export const LoginSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9._@-]{0,98}[a-z0-9])?$/u);
export const DisplayNameSchema = z.string().trim().min(1).max(200);
export const UnitSchema = z.string().trim().min(1).max(200);
/** Length is what makes a password hard to guess; no rule on signs. Measured in characters. */
export const PasswordSchema = z.string().min(12).max(256);
/** Six digits of an authenticator. */
export const CodeSchema = z.string().regex(/^\d{6}$/u);

export const SignInRequestSchema = z.strictObject({
  login: z.string().min(1).max(200),
  password: z.string().min(1).max(256),
  /** Needed where the account has an authenticator. */
  code: z.string().max(20).optional(),
});
export type SignInRequest = z.infer<typeof SignInRequestSchema>;

export const AccountSchema = z.object({
  id: z.string(),
  login: z.string(),
  displayName: z.string(),
  role: RoleSchema,
  unit: z.string().nullable(),
  status: z.enum(["active", "suspended"]),
  hasPassword: z.boolean(),
  hasAuthenticator: z.boolean(),
  /** Signed in through the provider of identities. */
  external: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type AccountWire = z.infer<typeof AccountSchema>;

export const NewAccountSchema = z.strictObject({
  login: LoginSchema,
  displayName: DisplayNameSchema,
  role: RoleSchema,
  unit: UnitSchema.nullable().default(null),
});
export type NewAccount = z.infer<typeof NewAccountSchema>;

export const AccountChangeSchema = z.strictObject({
  displayName: DisplayNameSchema.optional(),
  role: RoleSchema.optional(),
  unit: UnitSchema.nullable().optional(),
  status: z.enum(["active", "suspended"]).optional(),
  /** True takes password and authenticator away and gives a new link. */
  reset: z.boolean().optional(),
});
export type AccountChange = z.infer<typeof AccountChangeSchema>;

/** `link` is shown once: the path, with its token after #, where the person sets a password. */
export const AccountWithLinkSchema = z.object({ account: AccountSchema, link: z.string().nullable() });

export const SetupRequestSchema = z.strictObject({
  /** Of the one-time link: what stands after #. */
  token: z.string().min(1).max(200),
  password: PasswordSchema,
  /** For the first administrator; an account that is there keeps its own. */
  login: LoginSchema.optional(),
  displayName: DisplayNameSchema.optional(),
  /** The authenticator's secret as given by POST /v1/setup/authenticator, and a code that it shows now. */
  totpSecret: z
    .string()
    .regex(/^[A-Z2-7]{32}$/u)
    .optional(),
  code: CodeSchema.optional(),
});
export type SetupRequest = z.infer<typeof SetupRequestSchema>;

export const SetupStartSchema = z.strictObject({ token: z.string().min(1).max(200) });
export const SetupOfferSchema = z.object({
  /** Null for the first administrator, who chooses one. */
  login: z.string().nullable(),
  needsAuthenticator: z.boolean(),
  totpSecret: z.string(),
  totpUri: z.string(),
});
export type SetupOffer = z.infer<typeof SetupOfferSchema>;

export const KeySchema = z.object({
  id: z.string(),
  name: z.string(),
  accountId: z.string(),
  scopes: z.array(KeyScopeSchema),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});
export const NewKeySchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  scopes: z.array(KeyScopeSchema).min(1).max(3).default(["ask"]),
  expiresAt: z.iso.datetime().nullable().default(null),
});
/** `key` is shown once and stored nowhere. */
export const KeyWithSecretSchema = z.object({ key: KeySchema, secret: z.string() });

export const WidgetTokenSchema = z.object({
  id: z.string(),
  name: z.string(),
  origins: z.array(z.string()),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
});
export const OriginSchema = z.string().regex(/^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/u);
export const NewWidgetTokenSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  origins: z.array(OriginSchema).min(1).max(20),
  expiresAt: z.iso.datetime().nullable().default(null),
});
export const WidgetTokenWithSecretSchema = z.object({ token: WidgetTokenSchema, secret: z.string() });

export const AuditEntrySchema = z.object({
  seq: z.number().int(),
  at: z.string(),
  actor: z.string(),
  action: z.string(),
  object: z.string(),
  details: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
export const AuditPageSchema = z.object({
  entries: z.array(AuditEntrySchema),
  /** Null where there are no older ones; else the `before` of the next page. */
  next: z.number().int().nullable(),
  chain: z.object({ whole: z.boolean(), brokenAt: z.number().int().nullable() }),
});
