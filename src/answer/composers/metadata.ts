/** Number, date, signer, standing, legal bases, relations: from what the reader understood of the document. */
import { dateInWords, englishDate, findDates, isoDate, officialDate } from "../../language/dates.ts";
import type { Evidence, Plan, PlanRelation } from "../../parse/types.ts";
import { addNotices } from "../notices.ts";
import type { PlanEntry } from "../collection.ts";
import { DraftBuilder, type DraftAnswer, type Piece } from "../draft.ts";
import { clip } from "../evidence.ts";
import { capitalised, say } from "../phrases.ts";
import { attachmentName, placeLabel, shortName } from "../reference.ts";
import { coverageOf } from "../topic.ts";
import type { ComposeInput } from "./types.ts";
import type { Language } from "../../contract/answer.ts";

interface Fact {
  readonly pieces: readonly Piece[];
  readonly evidence: readonly Evidence[];
}

/** "blank": the document has no such thing in its text; null: the field says nothing here. */
type FieldResult = readonly Fact[] | "blank" | null;

interface FieldInput extends ComposeInput {
  readonly entry: PlanEntry;
  readonly plan: Plan;
  readonly lang: Language;
}

interface Field {
  /** What is said when the text leaves it blank. */
  readonly blankVi: string;
  readonly blankEn: string;
  readonly asks: RegExp;
  readonly read: (input: FieldInput) => FieldResult;
}

const LETTER = /\bcong van\b|\bletter\b/u;
const DECISION = /\bquyet dinh\b|\bdecision\b/u;

/** The document of the file that the question means: the plan, its covering letter or its decision. */
function meant({ u, plan }: FieldInput): { number: Plan["number"]; issuedOn: Plan["issuedOn"]; printed: Plan["issuedOnPrinted"]; signer: Plan["signer"]; name: string; blank: Evidence | null } {
  const attachment = plan.attachments.find(({ kind }) => (LETTER.test(u.folded) && kind === "Công văn") || (DECISION.test(u.folded) && kind === "Quyết định"));
  return attachment === undefined
    ? { number: plan.number, issuedOn: plan.issuedOn, printed: plan.issuedOnPrinted, signer: plan.signer, name: shortName(plan), blank: plan.numberLine }
    : { number: attachment.number, issuedOn: attachment.issuedOn, printed: attachment.issuedOnPrinted, signer: attachment.signer, name: attachmentName(attachment), blank: null };
}

const dateShown = (iso: string, lang: Language): string => {
  const [year = "0", month = "0", day = "0"] = iso.split("-");
  return lang === "en" ? `${englishDate({ day: Number(day), month: Number(month), year: Number(year) })} (${officialDate(iso)})` : `${dateInWords(iso)}`;
};

const FIELDS: readonly Field[] = [
  {
    blankVi: "Người ký: bản gốc không ghi", blankEn: "Signer: not stated in the source",
    asks: /\bai (?:da )?ky\b|\bky (?:ban hanh|boi|thay|ten)\b|\bnguoi ky\b|\b(?:do|boi) ai (?:da )?ky\b|\bai ban hanh\b|\bchuc vu\b|\b(?:ong|ba|lanh dao) nao\b|\bwho (?:has )?sign|\bsigned by\b|\bsigner\b|\bsignatory\b|\bsignature\b/u,
    read: (input) => {
      const { signer, name } = meant(input);
      if (signer === null) return "blank";
      const title = signer.title === "" ? "" : say(input.lang, `, ${signer.title}`, `, ${signer.title}`);
      return [{ pieces: [{ strong: signer.name }, title, say(input.lang, ` ký ${name}`, ` signed ${name}`)], evidence: [signer.evidence] }];
    },
  },
  {
    blankVi: "Số hiệu: bản gốc để trống", blankEn: "Number: left blank in the source",
    asks: /\bso hieu\b|\bso (?:ky hieu|van ban)\b|\bso (?:may|bao nhieu)\b|\bmang so\b|\bnumber\b|\breference no/u,
    read: (input) => {
      const { number, name } = meant(input);
      // "cụ thể hóa kế hoạch số mấy", "tờ trình số mấy" ask for another document's number.
      if (/\bcu the hoa\b|\bto trinh\b|\bcan cu\b|\bthuc hien (?:ke hoach|quyet dinh|nghi quyet)\b|\bthay the\b|\bsua doi\b|\breplace|\bimplements?\b/u.test(input.u.folded)) return null;
      return number === null ? "blank" : [{ pieces: [say(input.lang, "Số hiệu: ", "Number: "), { strong: number.value }, ` – ${name}`], evidence: [number.evidence] }];
    },
  },
  {
    blankVi: "Ngày ban hành: bản gốc để trống", blankEn: "Date: left blank in the source",
    asks: /\bngay (?:thang )?(?:nam )?(?:ban hanh|ky)\b|\bban hanh (?:vao )?(?:ngay|khi|hoi|nam|thang|luc)\b|\bngay (?:nao|may)\b|\bkhi nao\b|\bbao gio\b|\bnam nao\b|\bngay ban hanh\b|\bwhen\b|\bdate\b|\bwhat year\b|\bhieu luc\b|\btakes? effect\b|\beffective\b|\bin force\b/u,
    read: (input) => {
      const { issuedOn, printed, name } = meant(input);
      if (ASKS_EFFECT.test(input.u.folded)) return effectOf(input);
      if (issuedOn !== null) return [{ pieces: [say(input.lang, `${capitalised(name)} ban hành `, `${capitalised(name)} was issued on `), { strong: dateShown(issuedOn.value, input.lang) }], evidence: [issuedOn.evidence] }];
      return printed === null ? "blank" : [{ pieces: [say(input.lang, `Bản trong kho chỉ ghi `, `The text states only `), { strong: printed.value }, say(input.lang, ", để trống ngày cụ thể", "; the day is left blank")], evidence: [printed.evidence] }];
    },
  },
  {
    blankVi: "Hiệu lực: bản gốc không nêu", blankEn: "Standing: not stated in the source",
    asks: /\bchinh thuc\b|\bdu thao\b|\bda (?:duoc )?(?:ban hanh|ky)\b.*\bchua\b|\bdraft\b|\bcon hieu luc\b|\bofficially\b/u,
    read: ({ plan, lang, entry }) => {
      const letter = plan.attachments.find(({ kind }) => kind === "Công văn");
      const head = entry.sections.get("dau-van-ban");
      const line = /^\(?dự thảo.*$/imu.exec(plan.text.slice(head?.start ?? 0, head?.end ?? 0));
      const at = (head?.start ?? 0) + (line?.index ?? 0);
      if (plan.status === "draft") {
        const section = letter === undefined ? undefined : entry.sections.get(letter.sectionId);
        const about = section === undefined ? -1 : plan.text.indexOf("dự thảo", section.start);
        const letterLine = section !== undefined && about !== -1 && about < section.end ? [{ sectionId: section.id, start: plan.text.lastIndexOf("\n", about) + 1, end: endOfLine(plan.text, about) }] : [];
        return [{ pieces: [say(lang, `Chưa ban hành chính thức: văn bản trong kho là `, "Not issued: the text in the collection is a "), { strong: say(lang, "dự thảo", "draft (dự thảo)") }], evidence: [...letterLine, ...(line === null ? [] : [{ sectionId: "dau-van-ban", start: at, end: at + line[0].length }])] }];
      }
      if (plan.issuedOn === null) {
        const blanks = [plan.numberLine, plan.issuedOnPrinted?.evidence ?? null].filter((place) => place !== null);
        return blanks.length === 0 ? "blank" : [{ pieces: [say(lang, "Chưa xác định được: bản trong kho không ghi là dự thảo, nhưng để trống ", "Not certain: the text is not marked as a draft, but leaves blank "), { strong: say(lang, "số hiệu và ngày ban hành", "its number and date") }], evidence: blanks }];
      }
      return [{ pieces: [say(lang, "Đã ban hành ", "Issued on "), { strong: dateShown(plan.issuedOn.value, lang) }], evidence: [plan.issuedOn.evidence] }];
    },
  },
  {
    blankVi: "Thay thế, sửa đổi: bản gốc không nêu", blankEn: "Replaces or amends: not stated in the source",
    asks: /\bthay the\b|\bsua doi\b|\bbai bo\b|\breplace|\bsupersede|\bamend/u,
    read: ({ plan, lang }) => {
      const relations = plan.relations.filter(({ kind }) => kind === "supersedes" || kind === "amends");
      return relations.length === 0 ? null : relations.map((relation) => ({ pieces: [say(lang, relation.kind === "amends" ? "Sửa đổi, bổ sung: " : "Thay thế: ", relation.kind === "amends" ? "Amends: " : "Replaces: "), { strong: relation.document }], evidence: [relation.evidence] }));
    },
  },
  {
    blankVi: "Căn cứ: bản gốc không nêu", blankEn: "Legal bases: not stated in the source",
    asks: /\bcan cu\b|\bluat\b|\bnghi quyet\b|\bto trinh\b|\bcu the hoa\b|\bthuc hien (?:ke hoach|quyet dinh|nghi quyet|chien luoc)\b|\bdua (?:tren|vao)\b|\btheo de nghi\b|\blegal\b|\bbas(?:is|es|ed)\b|\bimplements?\b|\bproposal\b/u,
    read: (input) => {
      const { plan, lang, u } = input;
      if (plan.legalBases.length === 0) return "blank";
      const scored = plan.legalBases.map((basis) => ({ basis, share: coverageOf(u.topic, basis.value, input.entry.weights).share }));
      const named = /\bto trinh\b|\bproposal\b/u.test(u.folded) ? scored.filter(({ basis }) => /tờ trình|đề nghị/iu.test(basis.value)) : scored;
      return (named.length > 0 ? named : scored).map(({ basis }) => ({ pieces: [say(lang, "Căn cứ: ", "Basis: "), basis.value], evidence: [basis.evidence] }));
    },
  },
  {
    blankVi: "Nơi nhận: bản gốc không ghi", blankEn: "Recipients: not stated in the source",
    asks: /\bnoi nhan\b|\bgui cho (?:nhung )?ai\b|\bgui den (?:nhung )?(?:ai|dau)\b|\brecipients?\b/u,
    read: ({ plan, lang, entry }) => {
      const tail = entry.sections.get("cuoi-van-ban");
      return tail === undefined || plan.recipients.length === 0 ? "blank" : [{ pieces: [say(lang, "Nơi nhận: ", "Recipients: "), plan.recipients.join("; ")], evidence: [{ sectionId: tail.id, ...clip(plan.text, tail, LONGEST) }] }];
    },
  },
  {
    blankVi: "Cơ quan ban hành: bản gốc không ghi", blankEn: "Issuing body: not stated in the source",
    asks: /\bco quan (?:nao )?ban hanh\b|\bdon vi nao ban hanh\b|\bissued by\b|\bwho issued\b|\bissuing\b/u,
    read: ({ plan, lang }) => (plan.issuer === null || plan.issuedOn === null ? null : [{ pieces: [say(lang, "Cơ quan ban hành: ", "Issued by: "), { strong: plan.issuer }], evidence: [plan.issuedOn.evidence] }]),
  },
];

const ASKS_EFFECT = /\bhieu luc\b|\btakes? effect\b|\beffective\b|\bin force\b/u;

/** The sentence that says from when a document holds; the day of issue where the text has none. */
function effectOf({ plan, lang, entry }: FieldInput): FieldResult {
  const match = /[^.\n]*có hiệu lực[^.\n]*ngày[^.\n]*/iu.exec(plan.text);
  if (match === null) return plan.issuedOn === null ? "blank" : [{ pieces: [say(lang, "Văn bản không nêu ngày hiệu lực riêng; ban hành ", "No separate date of effect is stated; issued on "), { strong: dateShown(plan.issuedOn.value, lang) }], evidence: [plan.issuedOn.evidence] }];
  const day = findDates(match[0]).at(0);
  const iso = day === undefined ? null : isoDate(day);
  const section = plan.sections.findLast(({ start, ownEnd }) => start <= match.index && match.index < ownEnd);
  if (section === undefined || !entry.sections.has(section.id)) return "blank";
  return [{ pieces: [say(lang, "Có hiệu lực từ ", "In force from "), { strong: iso === null ? match[0].trim() : dateShown(iso, lang) }], evidence: [{ sectionId: section.id, start: match.index, end: match.index + match[0].length }] }];
}

const endOfLine = (text: string, from: number): number => {
  const newline = text.indexOf("\n", from);
  return newline === -1 ? text.length : newline;
};

/** Longest quote of a list of recipients. */
const LONGEST = 900;
/** Most facts one document gives, so that an answer stays short. */
const MOST_FACTS = 6;

/** What plans of the collection say of a document it does not hold: "Kế hoạch này thay thế Kế hoạch số …". */
export function relationsTo(u: Pick<ComposeInput["u"], "unknownDocuments" | "folded">, collection: ComposeInput["collection"]): { entry: PlanEntry; relation: PlanRelation }[] {
  const digits = u.unknownDocuments.flatMap((name) => /\d+/u.exec(name)?.[0] ?? []);
  if (digits.length === 0 || !/\bthay\b|\bcon (?:dung|ap dung|gia tri|hieu luc)\b|\bhieu luc\b|\bsua doi\b|\bbai bo\b|\bin force\b|\breplace|\bsupersede|\bamend|\bvalid\b/u.test(u.folded)) return [];
  return collection.entries.flatMap((entry) => entry.plan.relations.filter(({ kind, number }) => (kind === "supersedes" || kind === "amends") && digits.includes(number.split("/")[0] ?? "")).map((relation) => ({ entry, relation })));
}

function composeReplaced(input: ComposeInput): DraftAnswer | null {
  const { u } = input;
  const found = relationsTo(u, input.collection);
  if (found.length === 0) return null;
  const builder = new DraftBuilder();
  for (const { entry, relation } of found) {
    const verb = relation.kind === "supersedes" ? say(u.lang, "đã bị thay thế bởi", "has been replaced by") : say(u.lang, "đã được sửa đổi, bổ sung bởi", "has been amended by");
    builder.paragraph({ strong: relation.document }, ` ${verb} ${shortName(entry.plan)}.`, builder.cite({ entry, ...relation.evidence }));
    builder.quote({ entry, ...relation.evidence });
  }
  addNotices(builder, input, found.map(({ entry }) => entry));
  return builder.done({ status: "answered", confidence: 0.9 });
}

const NAMES_DOCUMENT = /\b(?:ke hoach|van ban|quyet dinh|cong van|to trinh|tai lieu|du thao|plans?|documents?|decisions?|drafts?|letter)\b/u;

/** Answers from metadata; null when every field asked for is blank in the text. */
export function composeMetadata(input: ComposeInput): DraftAnswer | null {
  const { u } = input;
  const replaced = composeReplaced(input);
  if (replaced !== null) return replaced;
  const fields = FIELDS.filter(({ asks }) => asks.test(u.folded));
  if (fields.length === 0 || (!u.scoped && !NAMES_DOCUMENT.test(u.folded)) || (u.unknownDocuments.length > 0 && u.entries.length !== 1) || u.entries.length > 8) return null;
  const builder = new DraftBuilder();
  let blank = false;
  const used: PlanEntry[] = [];
  for (const entry of u.entries) {
    const results = fields.map((field) => field.read({ ...input, entry, plan: entry.plan, lang: u.lang }));
    blank ||= results.includes("blank");
    const facts = results.flatMap((result) => (result === null || result === "blank" ? [] : result)).slice(0, MOST_FACTS);
    if (facts.length === 0) continue;
    const blanks = fields.filter((_, index) => results[index] === "blank").map((field): Piece[] => [say(u.lang, field.blankVi, field.blankEn), ...(field.blankEn.startsWith("Number") && entry.plan.numberLine !== null ? [builder.cite({ entry, ...entry.plan.numberLine })] : [])]);
    used.push(entry);
    if (u.entries.length > 1) builder.paragraph({ strong: capitalised(placeLabel(entry.plan)) });
    builder.list([...facts.map(({ pieces, evidence }): Piece[] => [...pieces, ...evidence.map(({ start, end }) => builder.cite({ entry, start, end }))]), ...blanks]);
  }
  if (used.length === 0) return null;
  addNotices(builder, input, used);
  return builder.done({ status: blank ? "partial" : "answered", confidence: 0.92 });
}

/** Whether the fields asked for are all left blank by the one document in question. */
export function blankFields(input: ComposeInput): boolean {
  const { u } = input;
  const entry = u.entries[0];
  if (u.entries.length !== 1 || entry === undefined) return false;
  return FIELDS.filter(({ asks }) => asks.test(u.folded)).some(({ read }) => read({ ...input, entry, plan: entry.plan, lang: u.lang }) === "blank");
}
