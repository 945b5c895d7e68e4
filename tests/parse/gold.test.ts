/** The five plans against gold readings made by a person: everything found, nothing invented. */
import { describe, expect, it } from "vitest";
import { binhPhuoc } from "./gold/binh-phuoc-2024.ts";
import { binhSon } from "./gold/binh-son-124-kh-ubnd-2021.ts";
import { binhThuan } from "./gold/binh-thuan-2021.ts";
import { goldAssignments, goldSections, goldWarnings } from "./gold/gold-plan.ts";
import { langSon } from "./gold/lang-son-105-kh-ubnd-2021.ts";
import { socTrang } from "./gold/soc-trang-2021-du-thao.ts";
import { corpus, planNamed, wordsOf } from "./read-plan.ts";

const golds = [binhPhuoc, binhSon, binhThuan, langSon, socTrang];

it("holds a gold reading of every plan in the corpus", () => {
  expect(golds.map((gold) => gold.id)).toEqual(corpus.map((document) => document.id));
});

describe.each(golds)("$id", (gold) => {
  const plan = planNamed(gold.id);
  const expected = goldSections(gold);

  it("has every section of the gold tree, in order, and no other", () => {
    expect(plan.sections.map((section) => section.id)).toEqual(expected.map((section) => section.id));
  });

  it("begins each section with the words that stand there", () => {
    const opening = plan.sections.map((section, index) => wordsOf(plan, section).slice(0, expected[index]?.words.length ?? 0));
    expect(opening).toEqual(expected.map((section) => section.words));
  });

  it("opens every section with the mark that its id says", () => {
    for (const section of plan.sections) {
      const printed = plan.text.slice(section.start, section.start + section.marker.length);
      expect(printed).toBe(section.marker);
      if (section.kind === "dash") expect(section.marker).toBe("-");
      if (section.kind === "plus") expect(section.marker).toContain("+");
      if (section.kind === "number" || section.kind === "roman")
        expect(section.marker.replace(/\W+$/u, "")).toBe(section.id.split(".").at(-1)?.replace(/~\d+$/u, ""));
    }
  });

  it("finds every assignment with its agency and role, and invents none", () => {
    const found = plan.assignments.map((row) => `${row.evidence.sectionId} | ${row.agency} | ${row.role}`);
    expect(found).toEqual(goldAssignments(gold).map((row) => `${row.sectionId} | ${row.agency} | ${row.role}`));
  });

  it("reads the times and partners that stand beside tasks", () => {
    const rows = goldAssignments(gold);
    const found = plan.assignments.map((row, index) => ({
      sectionId: row.evidence.sectionId,
      time: rows[index]?.time === "" ? "" : row.time,
      partners: rows[index]?.partners === "" ? "" : row.partners.join(" ; "),
    }));
    expect(found).toEqual(rows.map(({ sectionId, time, partners }) => ({ sectionId, time, partners })));
  });

  it("proves each assignment by words of the text", () => {
    for (const row of plan.assignments) {
      const section = plan.sections.find((candidate) => candidate.id === row.evidence.sectionId);
      expect(plan.text.slice(row.evidence.start, row.evidence.end).trim()).toBe(row.task);
      expect(row.task).not.toBe("");
      expect(section !== undefined && section.start <= row.evidence.start && row.evidence.end <= section.end).toBe(true);
      expect(plan.text.slice(row.agencyEvidence.start, row.agencyEvidence.end)).toContain(row.agency);
      if (row.time !== null) expect(plan.text).toContain(row.time);
      for (const partner of row.partners) expect(plan.text).toContain(partner);
    }
  });

  it("knows kind, number, date, issuer, signer, place, standing, legal bases and recipients", () => {
    const { legalBases, recipients, issuedAt: _at, authority: _by, effectiveOn: _from, relations: _others, ...rest } = gold.metadata;
    expect({
      kind: plan.kind,
      number: plan.number?.value ?? null,
      issuedOn: plan.issuedOn?.value ?? null,
      issuedOnPrinted: plan.issuedOnPrinted?.value ?? null,
      issuer: plan.issuer,
      signer: plan.signer === null ? null : { name: plan.signer.name, title: plan.signer.title },
      place: plan.place,
      status: plan.status,
    }).toEqual(rest);
    expect(plan.legalBases.map(({ value }, index) => value.slice(0, legalBases[index]?.length ?? 0))).toEqual(legalBases);
    expect(plan.recipients).toHaveLength(recipients);
  });

  it("knows where it was issued, by what right it is signed, from when it holds, and what it says of other documents", () => {
    const { issuedAt, authority, effectiveOn, relations } = gold.metadata;
    const { mark, standsFor, body } = plan.authority ?? {};
    const rights = [`${mark ?? ""} ${standsFor ?? ""}`, ...(mark === "TM." || body == null ? [] : [`TM. ${body}`])];
    expect({
      issuedAt: plan.issuedAt?.value ?? null,
      authority: plan.authority === null ? null : rights.join(", "),
      effectiveOn: plan.effectiveOn?.value ?? null,
      relations: plan.relations.map(({ kind, number, issuedOn }) => `${kind} ${number} ${issuedOn ?? ""}`.trim()),
    }).toEqual({ issuedAt, authority, effectiveOn, relations });
  });

  it("warns of all that is doubtful, at its place, and of nothing else", () => {
    expect(plan.warnings.map((warning) => `${warning.code} | ${warning.sectionId ?? ""}`)).toEqual(goldWarnings(gold));
  });

  it("quotes in warnings only what the text holds", () => {
    expect(plan.warnings.filter(({ quote }) => quote !== null && !plan.text.includes(quote))).toEqual([]);
  });
});

it("reads the covering letter of the draft as a document of its own", () => {
  const [letter, ...others] = planNamed("soc-trang-2021-du-thao").attachments;
  expect(others).toEqual([]);
  expect(letter).toMatchObject({
    kind: "Công văn",
    sectionId: "cong-van",
    number: null,
    issuedOn: null,
    issuedOnPrinted: { value: "năm 2021" },
    signer: { name: "Trương Quốc Điền", title: "Phó Chánh Văn phòng" },
  });
  expect(letter?.subject).toBe(
    "lấy ý kiến đối với dự thảo Kế hoạch triển khai thực hiện Chiến lược quốc gia về nghiên cứu, phát triển và ứng dụng Trí tuệ nhân tạo đến năm 2030, tỉnh Sóc Trăng",
  );
});

it("says both sums where a stated total and its items differ", () => {
  const messages = planNamed("soc-trang-2021-du-thao")
    .warnings.filter((warning) => warning.code === "totals-differ")
    .map((warning) => warning.message);
  expect(messages[0]).toMatch(/24\.100\.000\.000 đồng.*24\.000\.000\.000 đồng/u);
  expect(messages[1]).toMatch(/40\.100\.000\.000 đồng.*40\.200\.000\.000 đồng/u);
});
