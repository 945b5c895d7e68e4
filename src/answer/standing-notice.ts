/** What a reader must know of a document that a later one of the collection amends or replaces. */
import type { Language } from "../contract/answer.ts";
import { supersedesWhole } from "../parse/standing.ts";
import type { Plan, PlanChange } from "../parse/types.ts";
import type { Collection } from "./collection.ts";
import { capitalised, say } from "./phrases.ts";
import { englishLabel, englishName, shortName } from "./reference.ts";

export interface StandingNotice {
  readonly code: "superseded" | "amended";
  readonly message: string;
}

interface Context {
  readonly lang: Language;
  readonly collection: Pick<Collection, "entry">;
}

/** "Kế hoạch số 1/KH-UBND … đã được Kế hoạch số 9/KH-UBND … thay thế (khoản 3 Mục V)."; null for a document that stands as it is. */
export function standingNotice(plan: Plan, context: Context): StandingNotice | null {
  if (plan.status !== "superseded" && plan.status !== "amended") return null;
  const { lang } = context;
  const code = plan.status;
  const changes = plan.changedBy.filter((change) => code === "amended" || supersedesWhole(change));
  const later = [...new Set(changes.map(({ documentId }) => documentId))];
  const by = later
    .map((id) =>
      laterNamed(
        id,
        changes.filter(({ documentId }) => documentId === id),
        context,
      ),
    )
    .filter((name) => name !== "");
  const name = lang === "en" ? capitalised(englishName(plan)) : capitalised(shortName(plan));
  if (code === "superseded")
    return {
      code,
      message: say(
        lang,
        `${name} đã được ${by.length === 0 ? "văn bản khác" : by.join("; ")} thay thế.`,
        `${name} has been superseded${by.length === 0 ? "" : ` by ${by.join("; ")}`}.`,
      ),
    };
  const parts = partsChanged(plan, changes, lang);
  const which = parts.length === 0 ? "" : ` (${parts.join(", ")})`;
  return {
    code,
    message: say(
      lang,
      `${name} đã được ${by.length === 0 ? "văn bản khác" : by.join("; ")} sửa đổi${which}.`,
      `${name} has been amended${by.length === 0 ? "" : ` by ${by.join("; ")}`}${which}.`,
    ),
  };
}

/** The later document with its sections that say so: "khoản 3 Mục V, khoản 4 Mục V Kế hoạch số 9/KH-UBND của UBND tỉnh A". */
function laterNamed(documentId: string, changes: readonly PlanChange[], { lang, collection }: Context): string {
  const entry = collection.entry(documentId);
  if (entry === undefined) return "";
  const labels = [...new Set(changes.flatMap(({ sectionId }) => entry.sections.get(sectionId)?.label ?? []))];
  if (lang === "en") return `${englishName(entry.plan)}${labels.length === 0 ? "" : ` (${labels.map(englishLabel).join(", ")})`}`;
  return `${labels.join(", ")} ${shortName(entry.plan)}`.trim();
}

/** Labels of the sections that were changed, in the document's order. */
function partsChanged(plan: Plan, changes: readonly PlanChange[], lang: Language): string[] {
  const ids = new Set(changes.flatMap(({ sectionIds }) => sectionIds));
  const labels = plan.sections.filter(({ id }) => ids.has(id)).map(({ label }) => label);
  return lang === "en" ? labels.map(englishLabel) : labels;
}
