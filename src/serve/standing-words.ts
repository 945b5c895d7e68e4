/** How a task's standing is said to people. */
import type { Language } from "../contract/answer.ts";
import type { AssignmentRow } from "../contract/assignments.ts";

export const standings: Readonly<Record<AssignmentRow["standing"], Readonly<Record<Language, string>>>> = {
  current: { vi: "còn áp dụng", en: "current" },
  amended: { vi: "đã được sửa đổi", en: "amended" },
  superseded: { vi: "đã hết áp dụng", en: "no longer holds" },
};
