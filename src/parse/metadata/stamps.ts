/** Words stamped on a document's head: draft, urgency. Secrecy is told before anything is parsed. */
import { foldText } from "../../language/fold.ts";
import type { Stated } from "../types.ts";
import { stated, type Line } from "./lines.ts";

/** Longer lines are sentences. */
const LONGEST = 60;
const DRAFT = /^\(?\s*(?:ban\s+)?du thao(?!\p{L})/u;
const URGENCY = /^\(?\s*(HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)(?:\s+HẸN GIỜ)?(?!\p{L})[^\p{Ll}]*$/u;

/** "DỰ THẢO", "(Dự thảo)", "DỰ THẢO LẦN 2", "Dự thảo ngày 05/9/2024". */
export function findDraftStamp(lines: readonly Line[]): Line | null {
  return lines.find((line) => line.text.length < LONGEST && DRAFT.test(foldText(line.text))) ?? null;
}

/** "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC" as a stamp in capitals; "HOẢ TỐC" is written the usual way. */
export function readUrgency(lines: readonly Line[]): Stated<string> | null {
  for (const line of lines) {
    const stamp = line.text.length < LONGEST ? URGENCY.exec(line.text)?.[1] : undefined;
    if (stamp !== undefined) return stated(stamp.replace("HOẢ", "HỎA"), line);
  }
  return null;
}
