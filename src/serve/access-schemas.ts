/** The schemas of sign-in, accounts and keys under the names they carry in /openapi.json. */
import { z } from "@hono/zod-openapi";
import {
  AccountChangeSchema,
  AccountSchema,
  AccountWithLinkSchema,
  AuditPageSchema,
  KeySchema,
  KeyWithSecretSchema,
  NewAccountSchema,
  NewKeySchema,
  NewWidgetTokenSchema,
  SetupOfferSchema,
  SetupRequestSchema,
  SetupStartSchema,
  SignInRequestSchema,
  WhoSchema,
  WidgetTokenSchema,
  WidgetTokenWithSecretSchema,
} from "../contract/access.ts";

export const WhoWire = WhoSchema.clone().openapi("Who");
export const SignInWire = SignInRequestSchema.clone().openapi("SignIn");
export const SetupStartWire = SetupStartSchema.clone().openapi("SetupStart");
export const SetupOfferWire = SetupOfferSchema.clone().openapi("SetupOffer");
export const SetupWire = SetupRequestSchema.clone().openapi("Setup");
export const AccountsWire = z.object({ accounts: z.array(AccountSchema.clone().openapi("Account")) }).openapi("Accounts");
export const NewAccountWire = NewAccountSchema.clone().openapi("NewAccount");
export const AccountChangeWire = AccountChangeSchema.clone().openapi("AccountChange");
export const AccountWithLinkWire = AccountWithLinkSchema.clone().openapi("AccountWithLink");
export const KeysWire = z.object({ keys: z.array(KeySchema.clone().openapi("Key")) }).openapi("Keys");
export const NewKeyWire = NewKeySchema.clone().openapi("NewKey");
export const KeyWithSecretWire = KeyWithSecretSchema.clone().openapi("KeyWithSecret");
export const WidgetTokensWire = z.object({ tokens: z.array(WidgetTokenSchema.clone().openapi("WidgetToken")) }).openapi("WidgetTokens");
export const NewWidgetTokenWire = NewWidgetTokenSchema.clone().openapi("NewWidgetToken");
export const WidgetTokenWithSecretWire = WidgetTokenWithSecretSchema.clone().openapi("WidgetTokenWithSecret");
export const AuditPageWire = AuditPageSchema.clone().openapi("AuditPage");

export const idParam = z.object({ id: z.string().max(100) });
export const jsonBody = <T extends z.ZodType>(schema: T) =>
  ({ body: { required: true, content: { "application/json": { schema } } } }) as const;
export const jsonReply = <T extends z.ZodType>(description: string, schema: T) =>
  ({ description, content: { "application/json": { schema } } }) as const;
