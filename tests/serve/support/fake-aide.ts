/** An aide of fixed answers, for tests of what HTTP makes of them. */
import type { Answer } from "../../../src/contract/answer.ts";
import type { AssignmentRow } from "../../../src/contract/assignments.ts";
import type { DocumentDetail, SectionDetail } from "../../../src/contract/documents.ts";
import type { Aide, AideView } from "../../../src/serve/aide.ts";

export const fakeAnswer: Answer = {
  id: "a-1",
  question: "Cơ quan nào phụ trách du lịch?",
  lang: "vi",
  status: "answered",
  answer: "**Sở Văn hóa, Thể thao và Du lịch** [1]\n\nPhối hợp: Sở Thông tin và Truyền thông [2]\n",
  blocks: [{ type: "paragraph", spans: [{ text: "Sở Văn hóa, Thể thao và Du lịch", strong: true }, { cite: 1 }] }],
  citations: [citation(1), citation(2)],
  notices: [],
  suggestions: [],
  confidence: 0.9,
  engine: "extractive",
  generation: "g-1",
  tookMs: 3,
};

function citation(n: number): Answer["citations"][number] {
  return {
    n,
    documentId: "ke-hoach-a",
    title: "Kế hoạch A",
    number: null,
    issuedOn: "2021-05-25",
    issuer: "UBND tỉnh",
    documentStatus: "issued",
    section: { id: `III.${String(n)}`, label: `khoản ${String(n)} Mục III`, path: ["III. Tổ chức thực hiện"] },
    quote: "ứng dụng trong du lịch",
    text: "Chủ trì ứng dụng trong du lịch.",
    start: 8,
    end: 30,
    hash: "00",
    page: null,
    reference: `khoản ${String(n)} Mục III Kế hoạch A`,
    url: `/documents/ke-hoach-a#III.${String(n)}`,
  };
}

export const fakeDocument: DocumentDetail = {
  id: "ke-hoach-a",
  title: "Kế hoạch A",
  kind: "Kế hoạch",
  number: null,
  issuedOn: "2021-05-25",
  issuer: "UBND tỉnh",
  place: "A",
  status: "issued",
  signer: null,
  sourceHash: "00",
  subject: "thử",
  legalBases: [],
  recipients: [],
  issuedOnPrinted: null,
  issuedAt: null,
  superior: null,
  authority: null,
  effectiveOn: null,
  expiresOn: null,
  urgency: null,
  placeNow: null,
  relations: [],
  changedBy: [],
  attachments: [],
  assignments: 0,
  warnings: [],
  notes: [],
  sections: [{ id: "III.1", parentId: null, label: "khoản 1 Mục III", heading: "Sở A", level: 0, start: 0, end: 10 }],
  text: "1. Sở A\n-",
};

export const fakeSection: SectionDetail = {
  documentId: "ke-hoach-a",
  id: "III.1",
  label: "khoản 1 Mục III",
  path: ["III"],
  text: "1. Sở A",
  start: 0,
  end: 7,
  hash: "00",
  reference: "khoản 1 Mục III Kế hoạch A",
  previousId: null,
  nextId: null,
};

export const fakeRow: AssignmentRow = {
  documentId: "ke-hoach-a",
  place: "A",
  sectionId: "III.1",
  sectionLabel: "khoản 1 Mục III",
  agency: "Sở A",
  canonicalAgency: null,
  agencyEnglish: null,
  agencyPlace: "A",
  kind: "task",
  role: "lead",
  task: '- Chủ trì "chuyển đổi số", báo cáo',
  partners: ["Sở B", "Sở C"],
  time: "=1+1",
  schedule: { printed: "=1+1", kind: "period", start: "2025-01-01", due: "2025-12-31", rule: null, before: false },
  budget: "3.600 triệu đồng",
  budgetDong: 3_600_000_000,
  product: null,
  reportTo: [],
  reportVia: [],
  start: 0,
  end: 7,
  standing: "current",
  changedBy: null,
  reference: "khoản 1 Mục III Kế hoạch A",
  url: "/documents/ke-hoach-a#III.1",
};

export const fakeHeld: ReadonlySet<string> = new Set([fakeDocument.id]);

/** @param changes methods that a test wants otherwise, of the aide or of its one view. */
export function fakeAide(changes: Partial<Aide & AideView> = {}): Aide {
  const view: AideView = {
    ask: async (request, onStep) => {
      onStep?.("understood");
      onStep?.("ranked");
      return { ...fakeAnswer, question: request.question };
    },
    search: async () => ({ hits: [], generation: "g-1", tookMs: 1 }),
    documents: () => {
      const { sourceHash: _hash, subject: _subject, legalBases: _bases, recipients: _recipients, text: _text, ...rest } = fakeDocument;
      return [{ ...rest, sections: 1, warnings: 0 }];
    },
    document: (id) => (id === fakeDocument.id ? fakeDocument : null),
    section: (id, sectionId) => (id === fakeDocument.id && sectionId === fakeSection.id ? fakeSection : null),
    assignments: () => ({ assignments: [fakeRow], total: 1 }),
    readiness: () => ({
      status: "ready",
      generation: "g-1",
      documents: 1,
      passages: 1,
      embedder: { model: "m", state: "ready" },
      vectorSearch: "exact",
      notes: [],
    }),
    ...changes,
  };
  return {
    view: () => view,
    held: () => fakeHeld,
    forget: () => {},
    readiness: view.readiness,
    rebuild: async () => {},
    close: async () => {},
    ...changes,
  };
}
