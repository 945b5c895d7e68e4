/** The table of metadata fields: how each is asked for, how it is read, what is said when the text leaves it blank. */
import { shortened } from "../../language/shorten.ts";
import { clip } from "../evidence.ts";
import { capitalised, say } from "../phrases.ts";
import { coverageOf } from "../topic.ts";
import { STANDING, type Field } from "./metadata-standing.ts";
import { ASKS_EFFECT, dateShown, effectOf, meant, type FieldInput } from "./metadata-facts.ts";

/** Longest quote of a list of recipients. */
const LONGEST = 900;

/** "Kính gửi: …" of a covering letter, with the addressees listed under it. */
function addresseesOf({
  plan,
  sections,
}: FieldInput["entry"]): { words: string; evidence: { sectionId: string; start: number; end: number } } | null {
  const attached = plan.attachments.find(({ kind }) => kind === "Công văn");
  const section = attached === undefined ? undefined : sections.get(attached.sectionId);
  const match = section === undefined ? null : /^Kính gửi:?[^\n]*(?:\n\s*[-–+][^\n]*)*/mu.exec(plan.text.slice(section.start, section.end));
  if (section === undefined || match === null) return null;
  const start = section.start + match.index;
  const range = clip(plan.text, { start, end: start + match[0].length }, LONGEST);
  return {
    words: plan.text
      .slice(range.start, range.end)
      .replace(/^Kính gửi:?\s*/u, "")
      .replace(/\s*\n\s*/gu, " "),
    evidence: { sectionId: section.id, ...range },
  };
}

/** Share of the topic from which a legal basis is the one asked for, and that the others must have of it. */
const MEANT = 0.8;
const NEAR_MEANT = 0.6;
/** Longest legal basis shown where several documents answer. */
const ONE_OF_MANY = 130;

export const FIELDS: readonly Field[] = [
  {
    blankVi: "Người ký: bản gốc không ghi",
    blankEn: "Signer: not stated in the source",
    asks: /\bai (?:da )?ky\b(?! (?:xac nhan|nhan|so|hop dong|cam ket|duyet|ket|nghiem thu))|\bky (?:ban hanh|boi|thay|ten)\b|\bnguoi ky\b|\b(?:do|boi) ai (?:da )?ky\b|\bai ban hanh\b|\bchuc vu\b|\b(?:ong|ba|lanh dao) nao\b|\bwho (?:has )?sign|\bsigned by\b|\bsigner\b|\bsignatory\b|\bsignature\b/u,
    read: (input) => {
      const { signer, name } = meant(input);
      if (signer === null) return "blank";
      const title = signer.title === "" ? "" : say(input.lang, `, ${signer.title}`, `, ${signer.title}`);
      return [{ pieces: [{ strong: signer.name }, title, say(input.lang, ` ký ${name}`, ` signed ${name}`)], evidence: [signer.evidence] }];
    },
  },
  {
    blankVi: "Số hiệu: bản gốc để trống",
    blankEn: "Number: left blank in the source",
    asks: /\bso hieu\b|\bso (?:ky hieu|van ban)\b|(?<!\b(?:thuc hien|can cu|theo|thay the)\b.{0,30})\bso (?:may|bao nhieu)\b|\bmang so\b|\bnumber\b|\breference no/u,
    read: (input) => {
      const { number, name } = meant(input);
      // "cụ thể hóa kế hoạch số mấy", "tờ trình số mấy" ask for another document's number.
      if (
        /\bcu the hoa\b|\bto trinh\b|\bcan cu\b|\bthuc hien (?:ke hoach|quyet dinh|nghi quyet)\b|\bthay the\b|\bsua doi\b|\breplace|\bimplements?\b/u.test(
          input.u.folded,
        )
      )
        return null;
      return number === null
        ? "blank"
        : [{ pieces: [say(input.lang, "Số hiệu: ", "Number: "), { strong: number.value }, ` – ${name}`], evidence: [number.evidence] }];
    },
  },
  {
    blankVi: "Ngày ban hành: bản gốc để trống",
    blankEn: "Date: left blank in the source",
    asks: /\bngay (?:thang )?(?:nam )?(?:ban hanh|ky)\b|\bban hanh (?:vao )?(?:ngay|khi|hoi|nam|thang|luc)\b|\bngay (?:nao|may)\b|\bkhi nao\b|\bbao gio\b|\bnam nao\b|\bngay ban hanh\b|\bwhen\b|(?<!\blaw .{0,30})\bdate\b|\bwhat year\b|\bhieu luc\b|\btakes? effect\b|\beffective\b|\bin force\b/u,
    read: (input) => {
      const { issuedOn, printed, name } = meant(input);
      if (ASKS_EFFECT.test(input.u.folded)) return effectOf(input);
      if (issuedOn !== null)
        return [
          {
            pieces: [
              say(input.lang, `${capitalised(name)} ban hành `, `${capitalised(name)} was issued on `),
              { strong: dateShown(issuedOn.value, input.lang) },
            ],
            evidence: [issuedOn.evidence],
          },
        ];
      return printed === null
        ? "blank"
        : [
            {
              pieces: [
                say(input.lang, `Bản trong kho chỉ ghi `, `The text states only `),
                { strong: printed.value },
                say(input.lang, ", để trống ngày cụ thể", "; the day is left blank"),
              ],
              evidence: [printed.evidence],
            },
          ];
    },
  },
  STANDING,
  {
    blankVi: "Thay thế, sửa đổi: bản gốc không nêu",
    blankEn: "Replaces or amends: not stated in the source",
    asks: /\bthay (?:the|quyet dinh|ke hoach|van ban|chi thi|cho|nghi quyet|quy che)\b|\bsua doi\b|\bbai bo\b|\breplace|\bsupersede|\bamend/u,
    read: ({ plan, lang }) => {
      const relations = plan.relations.filter(({ kind }) => kind === "supersedes" || kind === "amends");
      return relations.length === 0
        ? null
        : relations.map((relation) => ({
            pieces: [
              say(
                lang,
                relation.kind === "amends" ? "Sửa đổi, bổ sung: " : "Thay thế: ",
                relation.kind === "amends" ? "Amends: " : "Replaces: ",
              ),
              { strong: relation.document },
            ],
            evidence: [relation.evidence],
          }));
    },
  },
  {
    blankVi: "Căn cứ: bản gốc không nêu",
    blankEn: "Legal bases: not stated in the source",
    asks: /\bcan cu\b|\bluat\b|\bnghi quyet\b|\bto trinh\b|\bcu the hoa\b|\bthuc hien (?:theo )?(?:ke hoach|kh\b|chi thi|quyet dinh|nghi quyet|chien luoc|chuong trinh)|\btheo (?:van ban|ke hoach|quyet dinh|nghi quyet) (?:nao|so)\b|\bdua (?:tren|vao)\b|\btheo de nghi\b|\blegal\b|\bbas(?:is|es|ed)\b|\blaws?\b|\bdecrees?\b|\bnghi dinh\b|\brests?\b|\bimplements?\b|\bproposal\b/u,
    read: (input) => {
      const { plan, lang, u } = input;
      if (plan.legalBases.length === 0) return "blank";
      const scored = plan.legalBases.map((basis) => ({ basis, share: coverageOf(u.topic, basis.value, input.entry.weights).share }));
      const named = /\bto trinh\b|\bproposal\b/u.test(u.folded)
        ? scored.filter(({ basis }) => /tờ trình|đề nghị/iu.test(basis.value))
        : scored;
      const asked = named.length > 0 ? named : scored;
      // Of many, those that the question's own words mean; all of them when it names none.
      const best = Math.max(...asked.map(({ share }) => share));
      const wanted = best >= MEANT ? asked.filter(({ share }) => share >= NEAR_MEANT * best) : asked;
      return wanted.map(({ basis }) => ({
        pieces: [say(lang, "Căn cứ: ", "Basis: "), u.entries.length > 1 ? shortened(basis.value, ONE_OF_MANY) : basis.value],
        evidence: [basis.evidence],
      }));
    },
  },
  {
    blankVi: "Nơi nhận: bản gốc không ghi",
    blankEn: "Recipients: not stated in the source",
    asks: /\bnoi nhan\b|\bgui cho (?:nhung )?ai\b|\bgui den (?:nhung )?(?:ai|dau)\b|\brecipients?\b|\b(?:ke hoach|du thao|van ban|cong van|chi thi|quyet dinh)\b.{0,40}\bgui cho\b.{0,30}\bnao\b|\bnhan (?:ke hoach|van ban|ban|cong van|quyet dinh|chi thi)\b/u,
    read: ({ plan, lang, entry, u }) => {
      const letter = /\bcong van\b|\bletter\b/u.test(u.folded) ? addresseesOf(entry) : null;
      if (letter !== null) return [{ pieces: [say(lang, "Kính gửi: ", "Addressed to: "), letter.words], evidence: [letter.evidence] }];
      const tail = entry.sections.get("cuoi-van-ban");
      return tail === undefined || plan.recipients.length === 0
        ? "blank"
        : [
            {
              pieces: [say(lang, "Nơi nhận: ", "Recipients: "), plan.recipients.join("; ")],
              evidence: [{ sectionId: tail.id, ...clip(plan.text, tail, LONGEST) }],
            },
          ];
    },
  },
  {
    blankVi: "Lĩnh vực: bản trong kho không ghi",
    blankEn: "Field: not stated in the text held",
    asks: /\bthuoc linh vuc (?:gi|nao)\b|\blinh vuc gi\b|\bwhich field\b/u,
    read: ({ plan, lang, entry }) => {
      const head = entry.plan.sections.find(({ kind }) => kind === "head");
      const match =
        head === undefined ? null : /^\s*Lĩnh vực(?:,\s*ngành)?:?\s+([^\n]{3,120})$/mu.exec(plan.text.slice(head.start, head.end));
      if (head === undefined || match === null) return "blank";
      const start = head.start + match.index;
      return [
        {
          pieces: [say(lang, "Lĩnh vực: ", "Field: "), { strong: (match[1] ?? "").trim() }],
          evidence: [{ sectionId: head.id, start, end: start + match[0].length }],
        },
      ];
    },
  },
  {
    blankVi: "Cơ quan ban hành: bản gốc không ghi",
    blankEn: "Issuing body: not stated in the source",
    asks: /\bco quan (?:nao )?ban hanh\b|\bdon vi nao ban hanh\b|\bissued by\b|\bwho issued\b|\bissuing\b/u,
    read: ({ plan, lang }) =>
      plan.issuer === null || plan.issuedOn === null
        ? null
        : [{ pieces: [say(lang, "Cơ quan ban hành: ", "Issued by: "), { strong: plan.issuer }], evidence: [plan.issuedOn.evidence] }],
  },
];
