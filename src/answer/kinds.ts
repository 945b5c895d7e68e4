/** Which kind of question it is: the ways of asking are data (`question-kinds.json`), tried from the top; the last rule takes what no other takes. */
import data from "../language/data/question-kinds.json" with { type: "json" };

const KINDS = ["greeting", "quality", "compare", "metadata", "deadline", "budget", "list", "agency", "tasks", "general"] as const;
export type QuestionKind = (typeof KINDS)[number];

/** A rule as the data writes it; every entry is one way of asking. */
interface RuleData {
  readonly kind: string;
  /** Tried on the folded question. */
  readonly any?: readonly string[];
  /** Tried on the question with its diacritics restored: words that folding would confuse ("tiếng Hàn" and "hạn"). */
  readonly spelled?: readonly string[];
  /** Ways of asking that forbid the kind. */
  readonly unless?: readonly string[];
  /** One of these must be met as well. */
  readonly needs?: readonly string[];
  /** The kind is not meant when an agency is named: what the agency does is asked. */
  readonly withoutAgency?: boolean;
  /** The kind needs an agency named in the question. */
  readonly needsAgency?: boolean;
  /** The kind needs at least this many places or documents named. */
  readonly needsPlaces?: number;
}

interface KindRule {
  readonly kind: QuestionKind;
  readonly any: RegExp | null;
  readonly spelled: RegExp | null;
  readonly unless: RegExp | null;
  readonly needs: RegExp | null;
  readonly withoutAgency: boolean;
  readonly needsAgency: boolean;
  readonly needsPlaces: number;
}

const PARTS: Readonly<Record<string, { readonly any: readonly string[] }>> = data.parts;

/** One expression of many ways of asking; "$who" stands for all of a part. Null for none. */
function oneOf(ways: readonly string[] | undefined): RegExp | null {
  const sources = (ways ?? []).flatMap((way) => (way.startsWith("$") ? (PARTS[way.slice(1)]?.any ?? []) : [way]));
  return sources.length === 0 ? null : new RegExp(sources.join("|"), "u");
}

const part = (ways: readonly string[]): RegExp => new RegExp(ways.join("|"), "u");
const WHO = part(data.parts.who.any);
const WHO_EN = part(data.parts.whoEnglish.any);
const WHO_SPELLED = part(data.parts.whoSpelled.any);
const WHO_FIRST = part(data.parts.whoFirst.any);
const PARTNERS = part(data.parts.partners.any);
const CONFIRMS = part(data.parts.confirms.any);
const TO_DO = part(data.parts.toDo.any);

const rulesOfData: readonly RuleData[] = data.rules;
const RULES: readonly KindRule[] = rulesOfData.map((rule) => ({
  kind: KINDS.find((kind) => kind === rule.kind) ?? "general",
  any: oneOf(rule.any),
  spelled: oneOf(rule.spelled),
  unless: oneOf(rule.unless),
  needs: oneOf(rule.needs),
  withoutAgency: rule.withoutAgency ?? false,
  needsAgency: rule.needsAgency ?? false,
  needsPlaces: rule.needsPlaces ?? 0,
}));

/** Whether an agency is asked for; `folded` and `spelled` as for `kindOf`. */
export const asksWho = (folded: string, spelled: string): boolean => WHO.test(folded) || WHO_EN.test(folded) || WHO_SPELLED.test(spelled);

/** Whether those who help are asked for. */
export const asksPartners = (folded: string): boolean => PARTNERS.test(folded);

/** Whether an agency that the question names is to be confirmed as the one that a task is given to. */
export const asksToConfirm = (folded: string): boolean => CONFIRMS.test(folded) && TO_DO.test(folded);

/** The kind of a question. `folded` is lower case without diacritics, `spelled` lower case with them; `rest` folded without places; `except` leaves a kind out. */
export function kindOf(input: {
  folded: string;
  spelled: string;
  rest: string;
  agencies: number;
  places: number;
  except?: QuestionKind;
}): QuestionKind {
  const { folded, spelled, rest, agencies, places, except } = input;
  const rule = RULES.find(
    (candidate) =>
      candidate.kind !== except &&
      ((candidate.any?.test(folded) ?? false) || (candidate.spelled?.test(spelled) ?? false)) &&
      !(candidate.unless?.test(folded) ?? false) &&
      (candidate.needs?.test(folded) ?? true) &&
      (!candidate.needsAgency || agencies > 0) &&
      (!candidate.withoutAgency || agencies === 0) &&
      places >= candidate.needsPlaces,
  );
  const kind = rule?.kind ?? "general";
  return kind === "general" && except !== "agency" && WHO_FIRST.test(rest) ? "agency" : kind;
}
