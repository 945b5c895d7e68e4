import { describe, expect, test } from "vitest";
import type { AssignmentRow } from "../../src/contract/assignments.ts";
import type { DocumentSummary } from "../../src/contract/documents.ts";
import { vietnamese } from "../../web/shared/messages-vi.ts";
import { busiestAgency, exampleQuestions, richestDocuments } from "../../web/widget/example-questions.ts";

const signer = { name: "A", title: "Chủ tịch" };
const summary = (fields: Partial<DocumentSummary>): DocumentSummary =>
  ({ place: null, title: "Kế hoạch A", signer: null, issuedOn: null, sections: 1, ...fields }) as DocumentSummary;
const row = (agency: string, fields: Partial<AssignmentRow> = {}): AssignmentRow =>
  ({ agency, canonicalAgency: agency, role: "lead", ...fields }) as AssignmentRow;

describe("the first questions offered", () => {
  test("ask for the tasks of agencies, then for facts that are stated, each about another place", () => {
    const documents = [
      summary({ place: "Mường A" }),
      summary({ place: "Mường B", signer, issuedOn: "2021-05-25" }),
      summary({ place: "Mường C" }),
    ];
    const agencies = [{ agency: "Sở Y tế", place: "Mường A" }];
    expect(exampleQuestions({ documents, agencies, messages: vietnamese })).toEqual([
      "Sở Y tế ở Mường A được giao những việc gì?",
      "Kế hoạch ở Mường B do ai ký, ban hành ngày nào?",
      "Căn cứ pháp lý của kế hoạch ở Mường C là gì?",
    ]);
  });

  test("do not ask who signed where no signer or no date is stated", () => {
    const documents = [summary({ place: "Mường A", signer }), summary({ place: "Mường B", issuedOn: "2021-05-25" })];
    const questions = exampleQuestions({ documents, agencies: [], messages: vietnamese });
    expect(questions.filter((question) => question.includes("ai ký"))).toEqual([]);
  });

  test("use the titles where no place is known, and are none for an empty collection", () => {
    expect(exampleQuestions({ documents: [summary({})], agencies: [], messages: vietnamese })[0]).toContain("Kế hoạch A");
    expect(exampleQuestions({ documents: [], agencies: [], messages: vietnamese })).toEqual([]);
  });

  test("take the agency with most tasks that it leads, and none that is not known", () => {
    const rows = [
      row("Sở A"),
      row("Sở B"),
      row("Sở B"),
      row("Đơn vị lạ", { canonicalAgency: null }),
      row("Sở A", { role: "support" }),
      row("Sở A", { role: "all" }),
    ];
    expect(busiestAgency([...rows, row("Đơn vị lạ", { canonicalAgency: null }), row("Đơn vị lạ", { canonicalAgency: null })])).toBe("Sở B");
    expect(busiestAgency([])).toBeNull();
  });

  test("come from the two documents that say most", () => {
    const documents = [3, 9, 5].map((sections) => summary({ place: `Mường ${sections}`, sections }));
    expect(richestDocuments(documents).map((document) => document.sections)).toEqual([9, 5]);
  });
});
