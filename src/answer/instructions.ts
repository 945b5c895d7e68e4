/**
 * Sentences of a question that are no question but an instruction to the aide: to ignore its rules, to reveal them, to
 * put words into the answer. They are left out; what remains is answered, or refused when nothing does.
 */
import { foldText } from "../language/fold.ts";

const INSTRUCTIONS: readonly RegExp[] = [
  /\b(?:bo qua|phot lo|quen|khong can|dung) (?:di )?(?:\p{L}+ ){0,4}?(?:quy dinh|quy tac|huong dan|chi dan|chi thi|lenh|trich dan|nguyen tac|rang buoc|yeu cau (?:truoc|tren))/u,
  /\b(?:ignore|disregard|forget|bypass|override|skip)\b.{0,40}\b(?:instructions?|rules?|prompts?|guidelines?|citations?|above|previous|restrictions?|constraints?)/u,
  /\b(?:forget|ignore|disregard) (?:everything|all|anything|whatever|what)\b/u,
  /\b(?:do not|don.?t|never|stop|without) (?:ever )?(?:cit(?:e|ing)|quot(?:e|ing)|mention(?:ing)?) (?:any |the |your )?(?:sources?|documents?)/u,
  /\bkhong (?:can |duoc |phai )?(?:trich dan|dan nguon|ghi nguon|trich nguon)\b/u,
  /^system\b|\bche do (?:nha phat trien|quan tri|khong gioi han|dac biet)\b/u,
  /\b(?:reveal|print|show|output|repeat|display|leak|tell me|in ra|tiet lo|hien thi|cho xem|doc lai)\b.{0,50}\b(?:(?:system|hidden|secret|initial) (?:prompt|instructions?|message)|prompt|instructions|chi dan|huong dan (?:an|he thong|noi bo)|cau lenh|lenh he thong|mat khau|password|api key)/u,
  /\b(?:you are now|act as|pretend|roleplay|from now on|developer mode|jailbreak|dan mode|dong vai|hay (?:gia vo|lam nhu)|tu gio|ban bay gio la)\b/u,
  /\b(?:viet|ghi|them|chen|bat dau|ket thuc|mo dau)\b.{0,30}(?:["“].{1,80}["”]|\b(?:o|vao|bang) (?:dau|cuoi) (?:cau tra loi|cau))/u,
  /\b(?:write|say|add|insert|begin|start|end|finish|append|include|output|respond)\b.{0,40}(?:["“].{1,80}["”]|\b(?:with|the) (?:code|word|words|phrase|text)\b)/u,
  /\b(?:tra loi|noi|xac nhan|khang dinh|respond|answer|confirm) (?:rang|la|that|only)?\s*["“].{1,80}["”]/u,
  /\b(?:bia|che|tu nghi) ra\b|\b(?:make up|invent|fabricate)\b/u,
];

/** A question split where a sentence or a clause after it ends. */
const SENTENCE = /(?<=[.!?\n;])\s+|\s+(?=(?:then|và sau đó|rồi)\s)/u;

export interface CleanedQuestion {
  readonly text: string;
  /** True when something was left out. */
  readonly hadInstructions: boolean;
}

/** Leaves out the sentences that are instructions to the aide. */
export function withoutInstructions(question: string): CleanedQuestion {
  const sentences = question.split(SENTENCE).filter((sentence) => sentence.trim() !== "");
  const kept = sentences.filter((sentence) => !INSTRUCTIONS.some((pattern) => pattern.test(foldText(sentence))));
  return { text: kept.join(" ").trim(), hadInstructions: kept.length < sentences.length };
}
