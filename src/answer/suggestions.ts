/** Follow-up questions that the same plans can answer. */
import { agencyNamed } from "../language/agencies.ts";
import type { PlanEntry } from "./collection.ts";
import type { ComposeInput } from "./composers/types.ts";
import { say } from "./phrases.ts";
import { placeLabel } from "./reference.ts";

/** A plan that says when to report, and one that says where its money comes from. */
export const REPORTS = /báo cáo[^.\n]*trước ngày|trước ngày[^.\n]*báo cáo/iu;
export const FUNDED = /nguồn (?:vốn|kinh phí)/iu;

/** At most 4; none that repeats the question's kind. */
export function suggestionsFor({ u, candidates }: ComposeInput, entries: readonly PlanEntry[]): string[] {
  const entry = entries[0];
  if (entry === undefined) return [];
  const place = u.lang === "en" ? (entry.plan.place?.name ?? placeLabel(entry.plan)) : placeLabel(entry.plan);
  const best = candidates.find((candidate) => candidate.entry === entry);
  const row =
    best === undefined
      ? undefined
      : entry.assignments.find(({ evidence }) => evidence.start < best.ranked.passage.end && best.ranked.passage.start < evidence.end);
  const agency = row === undefined ? undefined : agencyNamed(row.agency);
  const offers = [
    u.kind === "tasks" || agency === undefined
      ? null
      : say(u.lang, `${agency.name} của ${place} còn được giao những nhiệm vụ gì?`, `What else must the ${agency.english} of ${place} do?`),
    u.kind === "deadline" || !REPORTS.test(entry.plan.text)
      ? null
      : say(u.lang, `Hạn báo cáo hằng năm của ${place} là ngày nào?`, `What is the annual reporting deadline of ${place}?`),
    u.kind === "budget" || !FUNDED.test(entry.plan.text)
      ? null
      : say(u.lang, `Kinh phí thực hiện kế hoạch của ${place} lấy từ nguồn nào?`, `How is the plan of ${place} funded?`),
    u.kind === "metadata" || entry.plan.signer === null
      ? null
      : say(u.lang, `Ai ký kế hoạch của ${place}, ban hành ngày nào?`, `Who signed the plan of ${place}, and when?`),
  ];
  return offers.filter((offer) => offer !== null).slice(0, 3);
}
