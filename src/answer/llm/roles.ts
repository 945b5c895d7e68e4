/** Who does a thing and who only helps: a sentence must not change the one for the other, nor give one's task to another. */
import { findAgencies } from "../../language/agencies.ts";

/** Does it, helps, gets it sent, has it laid before it for a decision ("trình"), or only passes it on ("báo cáo … qua Phòng …"). */
export type NamedRole = "main" | "support" | "recipient" | "superior" | "via";

export interface RoleMention {
  readonly agency: string;
  readonly role: NamedRole;
  readonly start: number;
  readonly end: number;
}

/** What follows helps: "phối hợp với Sở B", "cơ quan phối hợp: Sở B", "in coordination with …". */
const HELPERS_FOLLOW =
  /phối hợp\s*(?:với|cùng|thực hiện)?\s*:|(?:cơ quan|đơn vị) phối hợp (?:là|gồm|bao gồm)|phối hợp (?:chặt chẽ )?(?:với|cùng)|cùng (?:với|phối hợp)|sự (?:phối hợp|tham gia|hỗ trợ) của|hỗ trợ\s*:|partners?\s*(?::|are|is|include)|(?:in )?(?:coordination|cooperation|collaboration|partnership) with|(?:coordinat|cooperat|collaborat|work)\w* (?:closely )?with|together with|support(?:ed|s)?\s*(?::|by)|supporting agenc(?:y|ies)\s*(?::|are|is)?|assisted by|with (?:the )?support (?:of|from)/giu;
/** The same without "với": "phối hợp Sở B". */
const HELPER_NAMED = /[Pp]hối hợp\s+(?=\p{Lu}|các\s+(?:sở|ban|cơ quan|đơn vị))/gu;
/** What follows does it itself: "chủ trì: Sở A", "giao Sở A", "led by …". */
const LEADERS_FOLLOW =
  /chủ trì\s*:|(?<!\p{L})do(?!\p{L})|giao(?: cho)?(?= [\p{Lu}])|led by|lead(?:s|ing)?(?: agency)?\s*:|assigned to|assigns/giu;
/** What stands before it helps: "Sở B, Sở C phối hợp thực hiện", "Sở B là cơ quan phối hợp". */
const HELPS_AFTER =
  /^[^.;:\n]{0,12}?\s*(?:sẽ |có trách nhiệm |được giao,? |là |giữ vai trò |với vai trò |đóng vai trò )*(?:cơ quan |đơn vị )?(?:phối hợp(?!\s*(?:chặt chẽ )?(?:với|cùng|,|các|sở|ban|phòng|bộ|ubnd|công an|ủy ban|văn phòng|hội|đoàn|trung tâm|viện|trường|chi cục))|hỗ trợ(?! (?:doanh|người|nông|các|tài|kinh|xây)))|^,?\s*(?:is|are|acts?|plays?)?\s*(?:assigned it,? )?(?:in )?(?:a |the )?support(?:s|ing)?\b/iu;
/** What stands between the names of a list. */
const BETWEEN = /^\s*(?:[,(]|và|and|\s)*\s*$/u;
const CLAUSE_END = /[.;\n]/gu;

/** The word before a name that says where something goes; "giao cho" gives the task itself. */
const TO = /(?<!(?:giao|phân công)\s+)(?<!\p{L})(?:cho|gửi|về|đến|tới|to)\s+(?:the\s+)?$/iu;
const UP_TO = /(?<!\p{L})(?:trình|tham mưu(?: cho)?|advis(?:es|ing|e)|submit(?:s|ted)? to)\s+(?:the\s+)?$/iu;
const VIA = /(?<!\p{L})(?:qua|via|through)\s+(?:the\s+)?$/iu;

const positions = (text: string, pattern: RegExp): number[] => [...text.matchAll(pattern)].map(({ index }) => index);

/** What the words before a name make of it. */
function directionOf(lead: string): NamedRole {
  if (UP_TO.test(lead)) return "superior";
  if (VIA.test(lead)) return "via";
  return TO.test(lead) && !/assigned to\s+(?:the\s+)?$/iu.test(lead) ? "recipient" : "main";
}

/** Agencies of a text with their roles. One that is neither said to lead nor to help does what is said. */
export function rolesIn(text: string): RoleMention[] {
  const mentions = findAgencies(text);
  const [helps, leads, ends] = [
    [...positions(text, HELPERS_FOLLOW), ...positions(text, HELPER_NAMED)].toSorted((a, b) => a - b),
    positions(text, LEADERS_FOLLOW),
    positions(text, CLAUSE_END),
  ];
  return mentions.map(({ agency, start, end }, index) => {
    const before = (at: readonly number[]): number => at.findLast((position) => position < start) ?? -1;
    const follows = before(helps) > Math.max(before(leads), before(ends));
    // The list that the agency stands in, up to the word after it.
    let last = end;
    for (const next of mentions.slice(index + 1)) {
      if (!BETWEEN.test(text.slice(last, next.start))) break;
      last = next.end;
    }
    const lead = text.slice(Math.max(0, start - 24), start);
    const role = follows || HELPS_AFTER.test(text.slice(last, last + 80)) ? "support" : directionOf(lead);
    return { agency: agency.name, role, start, end };
  });
}

/** Roles of a sentence that the ground gives to nobody of that name: "Sở B (main)". */
export function changedRoles(sentence: string, body: string): string[] {
  const known = rolesIn(body);
  return rolesIn(sentence)
    .filter(({ agency, role }) => {
      const roles = known.filter((mention) => mention.agency === agency).map((mention) => mention.role);
      return roles.length > 0 && !roles.includes(role);
    })
    .map(({ agency, role }) => `${agency} (${role})`);
}

/** Agencies that do a thing together, or get it, side by side in a list. */
interface Doers {
  readonly agencies: readonly string[];
  readonly start: number;
  readonly end: number;
}

function doersIn(text: string): Doers[] {
  const doers: Doers[] = [];
  for (const { agency, role, start, end } of rolesIn(text)) {
    if (role === "support") continue;
    const last = doers.at(-1);
    if (last !== undefined && BETWEEN.test(text.slice(last.end, start)))
      doers.splice(-1, 1, { agencies: [...last.agencies, agency], start: last.start, end });
    else doers.push({ agencies: [agency], start, end });
  }
  return doers;
}

/** "chủ trì: Sở A", "do Sở A": the task stands before the name. */
const TASK_BEFORE = /(?::|(?<!\p{L})do|giao(?: cho)?|led by)\s*$/iu;

export interface Claim {
  /** Canonical names of those who do it. */
  readonly agencies: readonly string[];
  readonly words: string;
}

/** A sentence cut into who does what: those who do it with the words up to the next. */
export function claimsIn(sentence: string): Claim[] {
  // Names within a claim are judged by their roles.
  const words = rolesIn(sentence).reduce(
    (text, { start, end }) => text.slice(0, start) + "|".repeat(end - start) + text.slice(end),
    sentence,
  );
  return doersIn(sentence).map(({ agencies, start, end }, index, all) => ({
    agencies,
    words: words.slice(
      TASK_BEFORE.test(sentence.slice(Math.max(0, start - 12), start)) ? (all[index - 1]?.end ?? 0) : end,
      all[index + 1]?.start ?? sentence.length,
    ),
  }));
}

/** The words of a text that speak of an agency: from its name to the next that does something, or those before it. */
export function wordsAbout(agency: string, body: string): string {
  return doersIn(body)
    .flatMap(({ agencies, start, end }, index, all) => {
      if (!agencies.includes(agency)) return [];
      const isLabelled = TASK_BEFORE.test(body.slice(Math.max(0, start - 12), start));
      const next = all[index + 1]?.start ?? body.length;
      return [isLabelled ? body.slice(all[index - 1]?.end ?? 0, Math.max(end, endOfLine(body, end))) : body.slice(start, next)];
    })
    .join("\n");
}

const endOfLine = (text: string, from: number): number => {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
};
