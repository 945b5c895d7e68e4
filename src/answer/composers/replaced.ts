/** Documents that the collection does not hold but speaks of: what replaced or amended them. */
import type { PlanRelation } from "../../parse/types.ts";
import type { PlanEntry } from "../collection.ts";
import { DraftBuilder, type DraftAnswer } from "../draft.ts";
import { addNotices } from "../notices.ts";
import { say } from "../phrases.ts";
import { shortName } from "../reference.ts";
import type { ComposeInput } from "./types.ts";

/** What plans of the collection say of a document it does not hold: "Kế hoạch này thay thế Kế hoạch số …". */
export function relationsTo(
  u: Pick<ComposeInput["u"], "unknownDocuments" | "folded">,
  collection: ComposeInput["collection"],
): { entry: PlanEntry; relation: PlanRelation }[] {
  const digits = u.unknownDocuments.flatMap((name) => /\d+/u.exec(name)?.[0] ?? []);
  if (
    digits.length === 0 ||
    !/\bthay\b|\bcon (?:dung|ap dung|gia tri|hieu luc)\b|\bhieu luc\b|\bsua doi\b|\bbai bo\b|\bin force\b|\breplace|\bsupersede|\bamend|\bvalid\b/u.test(
      u.folded,
    )
  )
    return [];
  return collection.entries.flatMap((entry) =>
    entry.plan.relations
      .filter(({ kind, number }) => (kind === "supersedes" || kind === "amends") && digits.includes(number.split("/")[0] ?? ""))
      .map((relation) => ({ entry, relation })),
  );
}

/** Answers what became of a document that the plans replace or amend; null when they say nothing of it. */
export function composeReplaced(input: ComposeInput): DraftAnswer | null {
  const { u } = input;
  const found = relationsTo(u, input.collection);
  if (found.length === 0) return null;
  const builder = new DraftBuilder();
  for (const { entry, relation } of found) {
    const verb =
      relation.kind === "supersedes"
        ? say(u.lang, "đã bị thay thế bởi", "has been replaced by")
        : say(u.lang, "đã được sửa đổi, bổ sung bởi", "has been amended by");
    builder.paragraph({ strong: relation.document }, ` ${verb} ${shortName(entry.plan)}.`, builder.cite({ entry, ...relation.evidence }));
    builder.quote({ entry, ...relation.evidence });
  }
  addNotices(
    builder,
    input,
    found.map(({ entry }) => entry),
  );
  return builder.done({ status: "answered", confidence: 0.9 });
}
