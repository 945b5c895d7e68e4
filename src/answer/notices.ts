/** What a reader must know beside an answer: drafts, merged places, renamed agencies, truncated sources. */
import { placeNamed } from "../language/places.ts";
import type { PlanEntry } from "./collection.ts";
import type { DraftBuilder } from "./draft.ts";
import type { ComposeInput } from "./composers/types.ts";
import { capitalised, say } from "./phrases.ts";
import { shortName } from "./reference.ts";
import { standingNotice } from "./standing-notice.ts";

/** Adds the notices of the plans that an answer uses. */
export function addNotices(builder: DraftBuilder, { u, collection }: ComposeInput, entries: readonly PlanEntry[]): void {
  const { lang } = u;
  for (const { plan } of new Set(entries)) {
    const name = shortName(plan);
    if (plan.status === "draft")
      builder.notice(
        "draft",
        say(
          lang,
          `${capitalised(name.replace(/^dự thảo /u, ""))} trong kho là bản dự thảo, chưa được ban hành.`,
          `${capitalised(name.replace(/^dự thảo /u, ""))} is held as a draft; it has not been issued.`,
        ),
      );
    const change = standingNotice(plan, { lang, collection });
    if (change !== null) builder.notice(change.code, change.message);
    const place = plan.place === null ? undefined : placeNamed(plan.place.name);
    if (place !== undefined && place.level === "province" && place.now !== place.name)
      builder.notice(
        "place-merged",
        say(
          lang,
          `${place.name} từ 01/7/2025 thuộc ${place.now}; tên và nhiệm vụ của cơ quan có thể đã thay đổi.`,
          `${place.name} has been part of ${place.now} since 1 July 2025; agencies may have changed.`,
        ),
      );
    const province = plan.place?.province ?? null;
    const provinceNow = province === null ? undefined : (placeNamed(province)?.now ?? province);
    if (plan.place?.level === "district")
      builder.notice(
        "place-merged",
        say(
          lang,
          `Cấp huyện kết thúc hoạt động từ 01/7/2025; ${plan.place.name} nay thuộc ${place?.now ?? provinceNow ?? "tỉnh"}.`,
          `The district level ended on 1 July 2025; ${plan.place.name} now belongs to ${place?.now ?? provinceNow ?? "the province"}.`,
        ),
      );
    const cut = plan.warnings.find((warning) => warning.code === "source-truncated");
    if (cut !== undefined)
      builder.notice("source-truncated", lang === "en" ? `${capitalised(name)}: ${cut.messageEn}` : `${capitalised(name)}: ${cut.message}`);
    const cited = builder.citations.filter((citation) => citation.documentId === plan.id).map((citation) => citation.section.id);
    for (const warning of plan.warnings) {
      if (
        warning.code === "totals-differ" &&
        warning.sectionId !== null &&
        cited.some(
          (id) =>
            warning.sectionId === id || (warning.sectionId ?? "").startsWith(`${id}-`) || id.startsWith(`${warning.sectionId ?? ""}+`),
        )
      )
        builder.notice("totals-differ", lang === "en" ? warning.messageEn : warning.message);
    }
  }
  for (const { asked, entry } of u.throughMerger)
    builder.notice(
      "place-merged",
      say(
        lang,
        `Kho không có kế hoạch riêng của ${asked}; câu trả lời lấy từ ${shortName(entry.plan)}, địa phương nay thuộc ${asked}.`,
        `The collection holds no plan of ${asked} itself; the answer comes from ${shortName(entry.plan)}, which is now part of ${asked}.`,
      ),
    );
  const cited = builder.citations.map((citation) => citation.text).join("\n");
  for (const { agency } of u.agencies) {
    const now = agency?.since2025;
    if (agency !== null && now?.name !== undefined && now.name !== agency.name && cited !== "" && collection.entries.length > 0)
      builder.notice(
        "agency-renamed",
        say(
          lang,
          `${agency.name} đã được sắp xếp lại trong năm 2025; thông thường nhiệm vụ nay thuộc ${now.name}.`,
          `${agency.name} was reorganised in 2025; its work usually lies with ${now.name} now.`,
        ),
      );
  }
}
