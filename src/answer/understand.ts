/**
 * A question understood: language, kind, places, documents, agencies, topic, and the query that ranks passages for it.
 *
 * Input: a request and the collection. Output: an `Understanding`; the question as typed is kept, nothing is guessed
 * that the question, its history or the collection's own words do not say.
 */
import type { AskRequest, Language } from "../contract/answer.ts";
import { agencyKey, findAgencies, type Agency } from "../language/agencies.ts";
import { expandAbbreviations } from "../language/abbreviations.ts";
import { periodYears } from "../language/dates.ts";
import { foldText, nameKey, words } from "../language/fold.ts";
import { translateTerms } from "../language/glossary.ts";
import { normaliseText } from "../language/normalise.ts";
import { restoreDiacritics } from "../language/restore-diacritics.ts";
import type { Query } from "../retrieve/types.ts";
import type { Collection, PlanEntry } from "./collection.ts";
import { agencyReferred, asksAlike, contextOf, lacksTopic } from "./follow-up.ts";
import { withoutInstructions } from "./instructions.ts";
import { kindOf, type QuestionKind } from "./kinds.ts";
import { languageOf } from "./language-of.ts";
import { documentsInQuestion, placesInQuestion } from "./places-in-question.ts";
import { topicOf, type Topic } from "./topic.ts";

export interface AskedAgency {
  readonly agency: Agency;
  readonly key: string;
}

export interface Understanding {
  readonly lang: Language;
  readonly question: string;
  /** Without instructions, diacritics restored; English stays English. */
  readonly text: string;
  /** `text` folded. */
  readonly folded: string;
  readonly kind: QuestionKind;
  /** Plans that may answer, in the order named; all when the question names none. */
  readonly entries: readonly PlanEntry[];
  /** True when places, documents or the request's scope narrowed the plans. */
  readonly scoped: boolean;
  readonly unknownPlaces: readonly string[];
  readonly unknownDocuments: readonly string[];
  readonly throughMerger: readonly { readonly asked: string; readonly entry: PlanEntry }[];
  readonly agencies: readonly AskedAgency[];
  readonly topic: Topic;
  readonly query: Query;
  /** Years asked about: "2025-2030". */
  readonly period: readonly [number, number] | null;
  readonly role: "lead" | "support" | null;
  /** True when nothing but instructions was typed. */
  readonly onlyInstructions: boolean;
}

const SUPPORT = /\bphoi hop\b|\bho tro\b|\bsupport|\bpartner|\bcoordinat/u;
const LEAD = /\bchu tri\b|\bdung dau\b|\bchiu trach nhiem chinh\b|\bleads?\b|\bleading\b|\bin charge\b/u;

function inScope(request: AskRequest, collection: Collection): readonly PlanEntry[] {
  const documents = request.scope?.documents;
  const places = request.scope?.places?.map(nameKey);
  return collection.entries.filter(({ plan, placeKeys }) => (documents === undefined || documents.includes(plan.id)) && (places === undefined || places.some((place) => placeKeys.includes(place) || placeKeys.includes(place.replace(/^(?:tinh|huyen|thanh pho) /u, "")))));
}

function agenciesIn(text: string): AskedAgency[] {
  const seen = new Map<string, AskedAgency>();
  for (const { agency } of findAgencies(text)) {
    const key = agencyKey(agency.name);
    if (!seen.has(key)) seen.set(key, { agency, key });
  }
  return [...seen.values()];
}

/** What is left of a text when the agencies it names are taken out. */
function withoutAgencies(text: string): string {
  let rest = text;
  for (const { start, end } of findAgencies(text).toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest;
}

/** Vietnamese words of a topic: the text itself, or its terms translated with the words the collection knows kept. */
function vietnameseOf(text: string, lang: Language, collection: Collection): string {
  if (lang === "vi") return text;
  const { vietnamese, untranslated } = translateTerms(text);
  const kept = untranslated.filter((word) => collection.knows(foldText(word)) && (/\d/u.test(word) || words(text).some((typed) => typed.toLowerCase() === word && typed === typed.toUpperCase())));
  return `${vietnamese} ${kept.join(" ")}`.trim();
}

/** Understands one request. */
export function understand(request: AskRequest, collection: Collection): Understanding {
  const typed = normaliseText(request.question);
  const { text: asked, hadInstructions } = withoutInstructions(typed);
  const context = contextOf(request.history);
  const lang = request.lang ?? languageOf(asked === "" ? typed : asked);
  const spoken = languageOf(asked);
  const restore = (text: string): string => (spoken === "vi" ? restoreDiacritics(text, collection.vocabulary) : text);
  let text = restore(asked);

  const allowed = inScope(request, collection);
  const permits = (entry: PlanEntry): boolean => allowed.includes(entry);
  let named = placesInQuestion(text, collection);
  const documents = documentsInQuestion(text, collection);
  const alike = context !== null && asksAlike(asked);
  const before = restore(context?.questions[0] ?? "");
  if (context !== null && (named.entries.length === 0 || alike) && named.unknown.length === 0) {
    const earlier = [before, ...context.questions.slice(1), context.answer].map((turn) => placesInQuestion(turn, collection)).find((turn) => turn.entries.length > 0);
    const comparing = /so voi|so sanh|compar|versus/u.test(foldText(asked));
    if (earlier !== undefined && (named.entries.length === 0 || comparing)) named = { ...named, entries: [...new Set([...earlier.entries, ...named.entries])], throughMerger: earlier.throughMerger };
  }
  const referred = context === null ? null : agencyReferred(asked, context);
  const placeless = withoutAgencies(named.rest);
  let topic = topicOf(vietnameseOf(placeless, spoken, collection));
  let subject = named.rest;
  if (context !== null && (alike || lacksTopic(asked, topic.words.length))) {
    const earlierRest = placesInQuestion(before, collection).rest;
    const earlierTopic = topicOf(vietnameseOf(withoutAgencies(earlierRest), languageOf(before), collection));
    topic = { words: [...new Set([...topic.words, ...earlierTopic.words])], pairs: [...new Set([...topic.pairs, ...earlierTopic.pairs])] };
    subject = `${earlierRest} ${named.rest}`;
    text = alike ? `${before} ${text}` : `${text} ${before}`;
  }
  const found = agenciesIn(expandAgencies(text));
  const agencies = referred === null ? found : [...agenciesIn(referred), ...found.filter(({ agency }) => agency.name !== referred)];

  const drafts = collection.entries.filter(({ plan }) => plan.status === "draft");
  const folded = foldText(text);
  const byName = [...new Set([...documents.entries, ...named.entries])].filter(permits);
  const asksDraft = byName.length === 0 && drafts.length > 0 && drafts.length < collection.entries.length && /\bdu thao\b|\bdrafts?\b|\bgop y\b/u.test(folded);
  const entries = documents.entries.length > 0 && documents.entries.some(permits) ? documents.entries.filter(permits) : byName.length > 0 ? byName : asksDraft ? drafts.filter(permits) : allowed;
  const scoped = byName.length > 0 || asksDraft || request.scope !== undefined;
  const comparedOnly = alike && /so voi|compar/u.test(foldText(asked));
  const kind = comparedOnly ? "compare" : kindOf({ folded: alike ? foldText(before === "" ? text : `${before}`) : foldText(asked), agencies: agencies.length, places: byName.length });
  const vietnamese = vietnameseOf(subject, spoken, collection);
  return {
    lang, question: request.question, text, folded, kind, entries, scoped, unknownPlaces: named.unknown, unknownDocuments: documents.unknown,
    throughMerger: named.throughMerger, agencies, topic, period: periodYears(text),
    role: SUPPORT.test(folded) && !LEAD.test(folded) ? "support" : LEAD.test(folded) ? "lead" : null,
    onlyInstructions: hadInstructions && topic.words.length === 0 && agencies.length === 0,
    query: {
      lang: spoken, dense: spoken === "vi" ? expandAbbreviations(subject === "" ? text : subject) : `${subject} ${vietnamese}`.trim(),
      lexical: vietnamese === "" ? text : vietnamese, documentIds: entries.length === collection.entries.length ? null : entries.map(({ plan }) => plan.id),
    },
  };
}

/** "Sở KHCN" and "phòng NN" are known by their own forms; what is left is expanded so that "UBND các huyện" is found. */
function expandAgencies(text: string): string {
  return `${text} | ${expandAbbreviations(text)}`;
}
