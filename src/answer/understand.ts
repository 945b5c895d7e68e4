/**
 * A question understood: language, kind, places, documents, agencies, topic, and the query that ranks passages for it.
 *
 * Input: a request and the collection. Output: an `Understanding`; the question as typed is kept, nothing is guessed
 * that the question, its history or the collection's own words do not say.
 */
import type { AskRequest, Language } from "../contract/answer.ts";
import { expandAbbreviations } from "../language/abbreviations.ts";
import { periodYears } from "../language/dates.ts";
import { foldText, foldedWords, nameKey } from "../language/fold.ts";
import { normaliseText } from "../language/normalise.ts";
import { synonymsIn } from "../language/synonyms.ts";
import { restoreDiacritics } from "../language/restore-diacritics.ts";
import type { Query } from "../retrieve/types.ts";
import { agenciesIn, expandAgencies, singular, withoutAgencies, type AskedAgency } from "./agencies-in-question.ts";
import type { Collection, PlanEntry } from "./collection.ts";
import { agencyReferred, asksAlike, contextOf, goesOn, lacksTopic, withoutRenamed, withPeriodNamed } from "./follow-up.ts";
import { withoutInstructions } from "./instructions.ts";
import { kindOf, type QuestionKind } from "./kinds.ts";
import { languageOf } from "./language-of.ts";
import { documentsInQuestion, placesInQuestion } from "./places-in-question.ts";
import { withoutPersonalData } from "./personal-details.ts";
import { annexesMeant, sectionsInQuestion, sectionsMeant, type NamedSection } from "./sections-in-question.ts";
import { joinTopics, type Topic } from "./topic.ts";
import { vietnameseOf } from "./vietnamese-topic.ts";
import { unknownNames } from "./unknown-names.ts";

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
  /** True when the question names documents by their numbers. */
  readonly byDocument: boolean;
  readonly unknownPlaces: readonly string[];
  readonly unknownDocuments: readonly string[];
  /** Proper names that no text of the collection holds, as typed. */
  readonly unknownNames: readonly string[];
  /** Sections that the question names, in the plans in question. */
  readonly sections: readonly NamedSection[];
  /** Sections named that none of the plans in question has, as typed. */
  readonly unknownSections: readonly string[];
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

/** "Quyết định 1562", "số 105/KH-UBND": says which document, not what of it. */
const DOCUMENT_NUMBER =
  /(?:kế hoạch|quyết định|văn bản|công văn|chỉ thị|thông báo|quy chế|plan|decision|directive|regulation|kh|qđ|qd|cv|ct)?\s*(?:số\s*)?\d{1,5}\s*\/\s*[\p{Lu}\d][\p{L}\d/-]+|(?:kế hoạch|quyết định|công văn|chỉ thị|thông báo|quy chế|plan|decision|directive|regulation|(?<!\p{L})(?:kh|qđ|qd|cv|ct))\s+(?:số\s+)?\d{1,5}(?![\d/%.,])(?!\s*(?:nhiệm|năm|mục|điểm|việc))/giu;

const SUPPORT = /\bphoi hop\b|\bho tro\b|\bsupport|\bpartner|\bcoordinat/u;
const LEAD = /\bchu tri\b|\bdung dau\b|\bchiu trach nhiem chinh\b|\bleads?\b|\bleading\b|\bin charge\b/u;

function inScope(request: AskRequest, collection: Collection): readonly PlanEntry[] {
  const documents = request.scope?.documents;
  const places = request.scope?.places?.map(nameKey);
  return collection.entries.filter(
    ({ plan, placeKeys }) =>
      (documents === undefined || documents.includes(plan.id)) &&
      (places === undefined ||
        places.some((place) => placeKeys.includes(place) || placeKeys.includes(place.replace(/^(?:tinh|huyen|thanh pho) /u, "")))),
  );
}

/** "khi sửa Kế hoạch 148", "Kế hoạch 148 hiện nay": what later documents made of it is meant too. */
const ASKS_CHANGED =
  /\b(?:sua(?: doi)?|bo sung|dieu chinh|thay doi|hien (?:nay|hanh|tai)|moi nhat|bay gio|con hieu luc|amend\w*|current\w*|now|latest)\b/u;

const changersOf = (entries: readonly PlanEntry[], collection: Collection): PlanEntry[] =>
  entries.flatMap(({ plan }) => plan.changedBy.flatMap(({ documentId }) => collection.entry(documentId) ?? []));

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
  // A question that only names another period asks what was asked before.
  const typedBefore = context?.questions[0] ?? "";
  const meantBefore = placesInQuestion(typedBefore, collection).entries;
  const inPeriod = withPeriodNamed(
    text,
    typedBefore,
    (meantBefore.length > 0 ? meantBefore : allowed).map(({ plan }) => plan.text),
  );
  const ofPeriod = inPeriod !== text;
  text = inPeriod;
  let named = placesInQuestion(text, collection);
  const documents = documentsInQuestion(text, collection);
  const alike = context !== null && (asksAlike(asked) || ofPeriod);
  const before = withoutRenamed(restore(context?.questions[0] ?? ""), text);
  if (context !== null && (named.entries.length === 0 || alike) && named.unknown.length === 0) {
    const earlier = [before, ...context.questions.slice(1), context.answer]
      .map((turn) => placesInQuestion(turn, collection))
      .find((turn) => turn.entries.length > 0);
    const comparing =
      /so voi|so sanh|compar|versus|\b(?:ben nao|noi nao|cai nao|ca hai|hai (?:noi|tinh|xa|huyen|ben)|som hon|muon hon|nhieu hon|it hon|cao hon|thap hon|lon hon|both|earlier|later|higher|lower|more than|less than)\b/u.test(
        foldText(asked),
      );
    if (earlier !== undefined && (named.entries.length === 0 || comparing))
      named = { ...named, entries: [...new Set([...earlier.entries, ...named.entries])], throughMerger: earlier.throughMerger };
  }
  const referred = context === null ? null : agencyReferred(asked, context);
  const parts = sectionsInQuestion(withoutPersonalData(named.rest));
  const { rest } = parts;
  const placeless = withoutAgencies(rest.replace(DOCUMENT_NUMBER, " "));
  const own = vietnameseOf(placeless, spoken, collection);
  let { topic } = own;
  let subject = rest.replace(DOCUMENT_NUMBER, " ").replace(/\s+/gu, " ").trim();
  const earlierRest = placesInQuestion(before, collection).rest;
  const earlierTopic = vietnameseOf(withoutAgencies(earlierRest), languageOf(before), collection).topic;
  const isPart = context !== null && goesOn(asked, { own: topic.words, before: earlierTopic.words });
  if (context !== null && (alike || isPart || lacksTopic(asked, topic.words.length))) {
    topic = joinTopics(topic, earlierTopic);
    subject = `${earlierRest} ${rest}`;
    text = alike ? `${before} ${text}` : `${text} ${before}`;
  }
  // An English question may name an agency that only the plans know, in the words of the glossary.
  const found = agenciesIn(
    spoken === "en" ? `${expandAgencies(text)} | ${expandAgencies(singular(text))} | ${own.text}` : expandAgencies(text),
    collection,
  );
  const agencies = referred === null ? found : [...agenciesIn(referred, collection), ...found.filter(({ name }) => name !== referred)];

  const drafts = collection.entries.filter(({ plan }) => plan.status === "draft");
  const folded = foldText(withoutPersonalData(text));
  const changing = documents.entries.length === 1 && ASKS_CHANGED.test(folded) ? changersOf(documents.entries, collection) : [];
  const byName = [...new Set([...documents.entries, ...changing, ...named.entries])].filter(permits);
  const asksDraft =
    byName.length === 0 &&
    drafts.length > 0 &&
    drafts.length < collection.entries.length &&
    /\bdu thao\b|\bdrafts?\b|\bgop y\b/u.test(folded);
  const entries =
    documents.entries.length > 0 && documents.entries.some(permits)
      ? [...documents.entries, ...changing].filter(permits)
      : byName.length > 0
        ? byName
        : asksDraft
          ? drafts.filter(permits)
          : allowed;
  const sections = parts.references.length > 0 ? sectionsMeant(parts.references, entries) : annexesMeant(text, entries);
  const scoped = byName.length > 0 || asksDraft || request.scope !== undefined;
  const comparedOnly = alike && /so voi|compar/u.test(foldText(asked));
  const worded = alike && before !== "" ? before : restore(asked);
  // Several plans of one place are no places to compare.
  const placesNamed = new Set(byName.map(({ plan }) => plan.place?.name ?? plan.id)).size;
  // Typed in capitals it is artificial intelligence, not "who".
  const bare = foldText(placesInQuestion(worded, collection).rest.replaceAll("AI", "TTNT"));
  const clues = {
    folded: foldText(worded),
    spelled: worded.toLowerCase(),
    rest: bare,
    agencies: agencies.length,
    places: Math.max(documents.entries.length, placesNamed),
  };
  const first = comparedOnly ? "compare" : kindOf(clues);
  // One plan cannot be compared with itself: what else is asked?
  // "Which agency" of an agency that is named, with nothing else asked: its tasks.
  const kind =
    (first === "agency" || first === "general") && agencies.length > 0 && topic.words.length === 0
      ? "tasks"
      : first === "compare" && scoped && entries.length < 2
        ? kindOf({ ...clues, except: "compare" })
        : first;
  const vietnamese = vietnameseOf(subject, spoken, collection).text;
  // The model reads a question in capitals as another language.
  const calm = (words: string): string => (typed === typed.toUpperCase() ? words.toLowerCase() : words);
  const official = synonymsIn(foldedWords(vietnamese))
    .map((rule) => rule.text)
    .join(" ");
  return {
    lang,
    question: request.question,
    text,
    folded,
    kind,
    entries,
    scoped,
    byDocument: documents.entries.length > 0,
    unknownPlaces: named.unknown,
    unknownDocuments: documents.unknown,
    unknownNames: unknownNames(typed, collection),
    sections,
    unknownSections: sections.length > 0 ? [] : parts.references.map(({ printed }) => printed),
    throughMerger: named.throughMerger,
    agencies,
    topic,
    period: periodYears(text),
    role: SUPPORT.test(folded) && !LEAD.test(folded) ? "support" : LEAD.test(folded) ? "lead" : null,
    onlyInstructions: hadInstructions && topic.words.length === 0 && agencies.length === 0,
    query: {
      lang: spoken,
      dense: calm(spoken === "vi" ? expandAbbreviations(subject === "" ? text : subject) : `${subject} ${vietnamese}`.trim()),
      lexical: `${vietnamese === "" ? text : vietnamese} ${official}`,
      documentIds: entries.length === collection.entries.length ? null : entries.map(({ plan }) => plan.id),
    },
  };
}
