/** Dates for people. */
import type { Language } from "../../src/contract/answer.ts";

/** "2021-05-25" → "25/5/2021" in Vietnamese, "25 May 2021" in English. Anything else comes back as it is. */
export function formatDate(isoDate: string, language: Language): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(isoDate);
  if (parts === null) return isoDate;
  if (language === "vi") return `${Number(parts[3])}/${Number(parts[2])}/${parts[1]}`;
  const date = new Date(`${parts[0]}T00:00:00Z`);
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(date);
}
