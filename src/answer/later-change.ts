/** What a later document of the collection did to a passage: what holds now is said first, and both stay citable. */
import { supersedesWhole } from "../parse/standing.ts";
import type { PlanChange } from "../parse/types.ts";
import { fromAskedClause } from "./asked-clause.ts";
import type { Collection, PlanEntry } from "./collection.ts";
import type { DraftBuilder, Piece } from "./draft.ts";
import { clip, type Range } from "./evidence.ts";
import { gistOf } from "./gist.ts";
import { say } from "./phrases.ts";
import { englishLabel, englishName, shortName } from "./reference.ts";
import type { Understanding } from "./understand.ts";

export interface LaterChange {
  /** "replaced": the whole document was superseded; "repealed": this part of it; "amended": its words were changed. */
  readonly kind: "replaced" | "repealed" | "amended";
  readonly later: PlanEntry;
  /** The words of the later document that say so. */
  readonly said: Range;
  /** The words that hold now, where the later document gives them. */
  readonly now: Range | null;
}

/** "… như sau: “Sở Tài chính cân đối kinh phí.”" */
const NEW_WORDS = /(?:như sau|thành|bằng)[^“"]{0,80}[“"]\s*([^”"]{3,})/iu;
/** Longest words shown of a later document. */
const SHOWN = 620;

/** The latest change that touches a range of a plan; null where it stands as printed. */
export function changeTouching({ plan, sections }: PlanEntry, range: Range, collection: Pick<Collection, "entry">): LaterChange | null {
  const touches = (change: PlanChange): boolean =>
    change.sectionIds.some((id) => {
      const section = sections.get(id);
      return section !== undefined && section.start <= range.start && range.end <= section.end;
    });
  const change = plan.changedBy.findLast(supersedesWhole) ?? plan.changedBy.findLast(touches);
  const later = collection.entry(change?.documentId ?? "");
  const section = later?.sections.get(change?.sectionId ?? "");
  if (change === undefined || later === undefined || section === undefined) return null;
  const whole = supersedesWhole(change);
  const relation = later.plan.relations.find(
    ({ documentId, evidence }) => documentId === plan.id && evidence.sectionId === change.sectionId,
  );
  const said = whole && relation !== undefined ? relation.evidence : clip(later.plan.text, section, SHOWN);
  const match = whole || change.kind === "supersedes" ? null : NEW_WORDS.exec(later.plan.text.slice(section.start, section.end));
  const from = match === null ? 0 : section.start + match.index + match[0].length - (match[1] ?? "").length;
  return {
    kind: whole ? "replaced" : change.kind === "supersedes" ? "repealed" : "amended",
    later,
    said,
    now: match === null ? null : clip(later.plan.text, { start: from, end: from + (match[1] ?? "").length }, SHOWN),
  };
}

/** Longest piece of the words that hold now in a sentence of ours. */
const GIST = 240;

/** "Hiện hành theo khoản 1 Mục I Kế hoạch số 210/KH-UBND …: “…”", cited; for the beginning of an answer or of a line. */
export function holdsNow(
  builder: DraftBuilder,
  { kind, later, said, now }: LaterChange,
  u: Pick<Understanding, "lang" | "topic">,
): Piece[] {
  const { plan } = later;
  const { lang } = u;
  const section = plan.sections.findLast(({ start, end }) => start <= said.start && said.end <= end);
  const label = section?.label ?? "";
  const source =
    lang === "en"
      ? `${label === "" ? "" : `${englishLabel(label)} of the `}${englishName(plan)}`
      : `${label === "" ? "" : `${label} `}${shortName(plan)}`;
  const words = now ?? (kind === "amended" ? said : null);
  const cite = builder.cite({ entry: later, ...(now ?? said) });
  const verb = {
    replaced: say(lang, "Đã bị thay thế bởi ", "Superseded by "),
    repealed: say(lang, "Đã bị bãi bỏ, thay thế theo ", "Repealed by "),
    amended: say(lang, "Hiện hành theo ", "As amended by "),
  }[kind];
  return [
    { strong: verb.trim() },
    ` ${source}`,
    ...(words === null
      ? []
      : [
          `: “${gistOf(fromAskedClause(plan.text.slice(words.start, words.end), { topic: u.topic, weights: later.weights, room: GIST }), GIST)}”`,
        ]),
    cite,
  ];
}
