/**
 * A question understood: language, kind, places, documents, agencies, topic, and the query that ranks passages for it.
 *
 * Input: a request and the collection. Output: an `Understanding`; the question as typed is kept, nothing is guessed
 * that the question, its history or the collection's own words do not say.
 */
import type { AskRequest, Language } from "../contract/answer.ts";
import questionWords from "../language/data/question-words.json" with { type: "json" };
import { agencyKey, agencyNamed, findAgencies, type Agency } from "../language/agencies.ts";
import { expandAbbreviations } from "../language/abbreviations.ts";
import { periodYears } from "../language/dates.ts";
import { foldText, foldedWords, nameKey } from "../language/fold.ts";
import { translateTerms } from "../language/glossary.ts";
import { normaliseText } from "../language/normalise.ts";
import { synonymsIn } from "../language/synonyms.ts";
import { restoreDiacritics } from "../language/restore-diacritics.ts";
import type { Query } from "../retrieve/types.ts";
import type { Collection, PlanEntry } from "./collection.ts";
import { agencyReferred, asksAlike, contextOf, goesOn, lacksTopic, withoutRenamed } from "./follow-up.ts";
import { withoutInstructions } from "./instructions.ts";
import { kindOf, type QuestionKind } from "./kinds.ts";
import { languageOf } from "./language-of.ts";
import { documentsInQuestion, placesInQuestion } from "./places-in-question.ts";
import { withoutPersonalData } from "./personal-details.ts";
import { annexesMeant, sectionsInQuestion, sectionsMeant, type NamedSection } from "./sections-in-question.ts";
import { joinTopics, topicOf, type Topic } from "./topic.ts";
import { unknownNames } from "./unknown-names.ts";

export interface AskedAgency {
  readonly name: string;
  readonly key: string;
  /** Null for an agency that only the plans know. */
  readonly agency: Agency | null;
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

/** "UBND xã Suối Giàng": one commune of many, not the communes; the commune whose plan it is stays an agency. */
function isOfOneUnit({ text, start, end }: { text: string; start: number; end: number }, { entries }: Collection): boolean {
  const name = /(?:xã|phường|thị trấn|huyện|xa|phuong|thi tran|huyen)$/iu.test(text.slice(start, end))
    ? ONE_UNIT.exec(text.slice(end))?.[1]
    : undefined;
  return name !== undefined && !entries.some(({ placeKeys }) => placeKeys.some((key) => nameKey(name).startsWith(key)));
}
const ONE_UNIT = /^\s+(\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+){0,3})/u;

const OF_SECTOR = new Set(["so", "phong"]);

/** "ngành giáo dục", "ngành y tế": two words of the sector, which the agency's name begins with. */
const sectorsIn = (text: string): { readonly words: readonly string[] }[] =>
  [...text.matchAll(/(?<!\p{L})ngành\s+(\p{Ll}+\s+\p{Ll}+)/giu)].map(([, sector = ""]) => ({ words: foldedWords(sector) }));

function agenciesIn(text: string, collection: Collection): AskedAgency[] {
  const seen = new Map<string, AskedAgency>();
  const mentions = findAgencies(text).filter(({ start, end }) => !isOfOneUnit({ text, start, end }, collection));
  for (const { agency } of mentions) {
    const key = agencyKey(agency.name);
    if (!seen.has(key)) seen.set(key, { name: agency.name, agency, key });
  }
  for (const { words: sector } of sectorsIn(text))
    for (const { words, name } of collection.agencyNames)
      if (OF_SECTOR.has(words[0] ?? "") && sector.every((word, index) => words[index + 1] === word) && !seen.has(words.join(" ")))
        seen.set(words.join(" "), { name, agency: agencyNamed(name) ?? null, key: words.join(" ") });
  let left = ` ${foldedWords(mentions.toReversed().reduce((rest, { start, end }) => `${rest.slice(0, start)} | ${rest.slice(end)}`, text)).join(" ")} `;
  for (const { words: name, name: printed } of collection.agencyNames) {
    const phrase = ` ${name.join(" ")} `;
    if (!left.includes(phrase)) continue;
    left = left.replaceAll(phrase, " ");
    const key = name.join(" ");
    if (!seen.has(key)) seen.set(key, { name: printed, agency: null, key });
  }
  return [...seen.values()];
}

/** What is left of a text when the agencies it names are taken out. */
function withoutAgencies(text: string): string {
  let rest = text;
  for (const { start, end } of findAgencies(text).toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return rest;
}

interface InVietnamese {
  /** For ranking: every rendering of every term. */
  readonly text: string;
  readonly topic: Topic;
}

/** Vietnamese words of a topic: the text itself, or its terms translated with the words the collection knows kept. */
function vietnameseOf(text: string, lang: Language, collection: Collection): InVietnamese {
  if (lang === "vi") return { text, topic: topicOf(text) };
  const { vietnamese, first, others, untranslated } = translateTerms(text);
  const content = untranslated.filter((word) => word.length > 2 && !ENGLISH_SMALL.has(word) && !/^\d[\d-]*$/u.test(word));
  // Abbreviations and numbers are the same in both languages.
  const kept = untranslated.filter((word) => collection.knows(foldText(word)) && (/\d/u.test(word) || typedInCapitals(text, word)));
  const foreign = content.filter((word) => !kept.includes(word)).length;
  return { text: `${vietnamese} ${kept.join(" ")}`.trim(), topic: topicOf(`${first} ${kept.join(" ")}`.trim(), { foreign, others }) };
}

const ENGLISH_SMALL = new Set(questionWords.english);
const typedInCapitals = (text: string, word: string): boolean => text.includes(word.toUpperCase());

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
  const before = withoutRenamed(restore(context?.questions[0] ?? ""), text);
  if (context !== null && (named.entries.length === 0 || alike) && named.unknown.length === 0) {
    const earlier = [before, ...context.questions.slice(1), context.answer]
      .map((turn) => placesInQuestion(turn, collection))
      .find((turn) => turn.entries.length > 0);
    const comparing = /so voi|so sanh|compar|versus/u.test(foldText(asked));
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
  const found = agenciesIn(spoken === "en" ? `${expandAgencies(text)} | ${own.text}` : expandAgencies(text), collection);
  const agencies = referred === null ? found : [...agenciesIn(referred, collection), ...found.filter(({ name }) => name !== referred)];

  const drafts = collection.entries.filter(({ plan }) => plan.status === "draft");
  const folded = foldText(withoutPersonalData(text));
  const byName = [...new Set([...documents.entries, ...named.entries])].filter(permits);
  const asksDraft =
    byName.length === 0 &&
    drafts.length > 0 &&
    drafts.length < collection.entries.length &&
    /\bdu thao\b|\bdrafts?\b|\bgop y\b/u.test(folded);
  const entries =
    documents.entries.length > 0 && documents.entries.some(permits)
      ? documents.entries.filter(permits)
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

/** "Sở KHCN" and "phòng NN" are known by their own forms; what is left is expanded so that "UBND các huyện" is found. */
function expandAgencies(text: string): string {
  return `${text} | ${expandAbbreviations(text)}`;
}
