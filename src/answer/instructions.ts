/**
 * Sentences of a question that are no question but an instruction to the aide: to ignore its rules, to reveal them, to
 * put words into the answer. They are left out; what remains is answered, or refused when nothing does.
 *
 * Officials use the same words in their questions ("đúng quy định", "đóng vai trò", "act as focal point"), so an order is
 * known by where it stands, and by its diacritics where it is typed with them.
 */
import { foldText } from "../language/fold.ts";
import { plainLetters } from "./plain-letters.ts";

/** Where an order begins: at the start of a sentence or a clause, or after words that lead one in. */
const ORDER = String.raw`(?:^\W*|[,;:.!?–\])}>*#-]\s*|\b(?:hay|va|roi|xin|nhe|hon nua|sau do|truoc het|bay gio|ban (?:can|phai|nen|hay)?|toi muon ban|please|kindly|and|then|now|just|but|also|instead|you (?:must|should|will|can|may|are to)|i want you to|first|to)\s+)`;
const order = (words: string): RegExp => new RegExp(`${ORDER}(?:${words})`, "gu");

const RULES_VI = "quy dinh|quy tac|huong dan|chi dan|chi thi|cau lenh|lenh|trich dan|nguyen tac|rang buoc|gioi han|yeu cau (?:truoc|tren)";
const RULES_EN =
  "instructions?|rules?|prompts?|guidelines?|citations?|above|previous|restrictions?|constraints?|limits?|policy|policies|safety";
const QUOTED = String.raw`["“'‘«].{1,80}["”'’»]`;

const INSTRUCTIONS: readonly RegExp[] = [
  order(String.raw`(?:bo qua|phot lo|quen|khong can|mac ke|vo hieu hoa|go bo)(?: di| het| ngay)? (?:\p{L}+ ){0,4}?(?:${RULES_VI})`),
  order(String.raw`(?:ignore|disregard|forget|bypass|override|skip|drop|disable|remove)\b.{0,40}\b(?:${RULES_EN})`),
  order(String.raw`(?:forget|ignore|disregard) (?:everything|all|anything|whatever|what)\b`),
  order(
    String.raw`(?:do not|don.?t|never|stop|without|no need to) (?:ever )?(?:cit(?:e|ing)|quot(?:e|ing)|mention(?:ing)?) (?:any |the |your )?(?:sources?|documents?)`,
  ),
  order(String.raw`(?:answer|reply|respond) without (?:any )?(?:citations?|sources?|quotes?)`),
  /\bkhong (?:can |duoc |phai )?(?:trich dan|dan nguon|ghi nguon|trich nguon)\b(?! (?:nhung )?(?:van ban|quyet dinh|ke hoach) nao)/gu,
  /^\W*system\s*[:>\])]|^\W*(?:he thong|new instructions?|chi dan moi|quan tri vien|administrator|developer)\s*[:>\])]|\bche do (?:nha phat trien|quan tri|khong gioi han|dac biet)\b/gu,
  order(
    String.raw`(?:reveal|print|show|output|repeat|display|leak|tell|give|in ra|tiet lo|hien thi|cho (?:toi )?xem|doc lai|cho biet|gui|dua)\b.{0,50}\b(?:(?:your|system|hidden|secret|initial|internal|original) (?:\p{L}+ ){0,2}?(?:prompt|instructions?|message|rules)|prompt|chi dan (?:an|goc|noi bo|he thong|cua ban)|huong dan (?:an|he thong|noi bo|cua ban)|cau lenh|lenh he thong|mat khau|password|api key|khoa api)`,
  ),
  order(String.raw`(?:reveal|print|repeat|output) (?:\p{L}+ ){0,3}?(?:verbatim|word for word|the text above)`),
  order(String.raw`you are now|(?:act|behave) (?:as|like) (?:an? )?\p{L}+|pretend|roleplay|enter (?:\p{L}+ )?mode`),
  /\bfrom now on\b|\bdeveloper mode\b|\bjailbreak|\bdan mode\b|\bno restrictions\b|\bchua? khong co gioi han\b/gu,
  order(
    String.raw`dong vai(?! tro)|gia vo|lam nhu (?:the )?ban|tu gio (?:tro di )?(?:ban|hay)|ban bay gio la|ban la (?:mot )?(?!ai\b|gi\b)`,
  ),
  /\bdong vai (?:mot |chu tich|giam doc|hacker|nguoi|ke|la\b)|\btu gio ban\b|\b(?:khong (?:co |con )?|moi )gioi han\b.{0,20}\b(?:go bo|nao)?$/gu,
  order(
    String.raw`(?:viet|ghi|them|chen|bat dau|ket thuc|mo dau)\b.{0,30}(?:${QUOTED}|\b(?:o|vao|bang) (?:dau|cuoi) (?:cau tra loi|cau)|\bcau tra loi)`,
  ),
  order(
    String.raw`(?:write|say|add|insert|begin|start|end|finish|append|include|output|respond|answer|reply)\b.{0,40}(?:${QUOTED}|\b(?:with|the) (?:code|word|words|phrase|text)\b|\bonly with\b)`,
  ),
  order(String.raw`(?:tra loi|noi|xac nhan|khang dinh|respond|answer|confirm) (?:rang|la|that|only)?\s*${QUOTED}`),
  order(
    String.raw`(?:answer|reply|respond|write|tra loi|viet|noi)\b.{0,20}\b(?:in|bang tieng) (?:french|german|chinese|russian|spanish|phap|duc|nga|trung|tay ban nha)\b`,
  ),
  /\b(?:bia|che|tu nghi) ra\b|\bmake up (?:an?|any|some|numbers?|figures?|answers?|sources?|data)\b|\bfabricate\b/gu,
  order(String.raw`invent\b`),
  order(String.raw`(?:chui|chui boi|noi xau|lang ma|xuc pham|insult|swear at|mock)\b`),
  order(
    String.raw`(?:xoa|delete|erase|drop|wipe)(?: bo| het| sach| toan bo| tat ca| moi| all| every| the)* (?:du lieu|van ban|tai lieu|kho|data|documents?|files?|collection|index)\b`,
  ),
  order(String.raw`(?:gui|chuyen|send|forward|post|upload)\b.{0,50}(?:https?:|\bwww\b|\bdia chi\b|\bto the (?:address|url)\b)`),
  order(String.raw`(?:giai ma|decode|execute|run|thuc thi|chay)\b.{0,40}\b(?:base ?64|chuoi|doan ma|string|payload|code|lenh|script)\b`),
  /\bbase ?64\b/gu,
];

/** "đừng theo …", folded: typed with other diacritics it is another word ("đúng", "dùng", "áp dụng", "xây dựng"). */
const DO_NOT = order(
  String.raw`dung (?:co |bao gio )*(?:theo|tuan (?:theo|thu)|ap dung|trich dan|dan nguon|ghi nguon|neu nguon|quan tam|de y|bam|chap hanh|lam theo|nghe theo)(?!\p{L})`,
);
const SPELLED_DO_NOT = /(?<!\p{L})(?:đừng|dừng|dung) /u;

function isInstruction(sentence: string): boolean {
  const folded = foldText(sentence);
  return (
    INSTRUCTIONS.some((pattern) => folded.search(pattern) !== -1) ||
    [...folded.matchAll(DO_NOT)].some(({ index, 0: { length } }) =>
      SPELLED_DO_NOT.test(sentence.slice(index, index + length).toLowerCase()),
    )
  );
}

/** A question split where a sentence or a clause after it ends. */
const SENTENCE = /(?<=[.!?\n;])\s+|\s+(?=(?:then|và sau đó|rồi)\s)/u;
/** Words in code that nobody reads: long runs of letters, digits and signs without a space. */
const CODED = /(?<![\p{L}\d/+])(?=[A-Za-z\d+/]*[A-Z\d+/])(?=[A-Za-z\d+/]*[a-z])[A-Za-z\d+/]{20,}={0,2}(?![\p{L}\d])/gu;

/** Words in brackets or quotation marks beside a question. */
const ASIDE = /[([“«]([^()[\]“”«»]{3,400})[)\]”»]/gu;

export interface CleanedQuestion {
  readonly text: string;
  /** True when something was left out. */
  readonly hadInstructions: boolean;
}

/** Leaves out the sentences that are instructions to the aide, and words in code. */
export function withoutInstructions(question: string): CleanedQuestion {
  const plain = plainLetters(question);
  const readable = plain.replace(CODED, " ").replace(ASIDE, (aside, words: string) => (isInstruction(words) ? " " : aside));
  const sentences = readable.split(SENTENCE).filter((sentence) => sentence.trim() !== "");
  const kept = sentences.filter((sentence) => !isInstruction(sentence));
  return { text: kept.join(" ").trim(), hadInstructions: kept.length < sentences.length || readable !== plain };
}
