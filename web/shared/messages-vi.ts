/** Every word of the faces in Vietnamese; `Messages` is the shape that each other language must fill. */
import type { DocumentStatus } from "../../src/contract/answer.ts";

const standing: Record<DocumentStatus, string> = {
  issued: "Đã ban hành",
  draft: "Dự thảo",
  amended: "Đã được sửa đổi",
  superseded: "Đã được thay thế",
  unknown: "Chưa rõ tình trạng",
};

const problems: Record<string, string> = {
  "bad-request": "Câu hỏi chưa hợp lệ. Xin kiểm tra lại rồi gửi.",
  "too-large": "Câu hỏi quá dài. Xin rút gọn rồi gửi lại.",
  "not-found": "Không tìm thấy nội dung này.",
  overloaded: "Hệ thống đang có nhiều người hỏi. Xin thử lại sau ít giây.",
  "not-ready": "Hệ thống đang khởi động. Xin thử lại sau ít giây.",
  internal: "Hệ thống gặp lỗi khi trả lời. Xin thử lại.",
  network: "Không kết nối được máy chủ. Xin kiểm tra mạng rồi thử lại.",
  "bad-response": "Máy chủ trả lời không đúng định dạng. Xin thử lại.",
};

export const vietnamese = {
  productName: "Trợ lý ảo",
  productPurpose: "Hỏi đáp trên văn bản kế hoạch, mỗi ý đều có căn cứ",
  switchLanguage: "English",
  switchLanguageLang: "en",
  newConversation: "Hỏi việc khác",
  welcomeTitle: "Anh, chị cần tra cứu điều gì?",
  welcomeText:
    "Viết câu hỏi như nói với đồng nghiệp, có dấu hay không dấu đều được. Câu trả lời nêu cơ quan, thời hạn, con số trước, kèm nguyên văn đoạn làm căn cứ.",
  examplesTitle: "Có thể bắt đầu bằng",
  collectionTitle: "Kho văn bản hiện có",
  collectionCount: (count: number) => `${count} văn bản`,
  collectionEmpty: "Kho chưa có văn bản nào được lập chỉ mục.",
  collectionLoading: "Đang tải danh mục văn bản…",
  exampleTasks: (agency: string, place: string) => `${agency} ở ${place} được giao những việc gì?`,
  exampleSigned: (place: string) => `Kế hoạch ở ${place} do ai ký, ban hành ngày nào?`,
  exampleBases: (place: string) => `Căn cứ pháp lý của kế hoạch ở ${place} là gì?`,
  exampleTitle: (title: string) => `Nội dung chính của ${title} là gì?`,
  questionLabel: "Câu hỏi",
  questionPlaceholder: "Ví dụ: cơ quan nào chủ trì, phải báo cáo trước ngày nào…",
  followUpPlaceholder: "Hỏi tiếp…",
  questionHint: "Enter để gửi, Shift+Enter để xuống dòng",
  questionLeft: (left: number) => (left < 0 ? `Vượt quá ${-left} ký tự` : `Còn ${left} ký tự`),
  send: "Gửi",
  stop: "Dừng",
  conversationLabel: "Các câu hỏi và câu trả lời",
  youAsked: "Câu hỏi",
  searching: "Đang tìm trong văn bản…",
  answerStarted: "Đang tìm câu trả lời trong văn bản.",
  answerReady: (citations: number) => (citations === 0 ? "Đã có câu trả lời." : `Đã có câu trả lời, kèm ${citations} trích dẫn.`),
  answerStopped: "Đã dừng.",
  stoppedText: "Đã dừng theo yêu cầu. Câu hỏi vẫn còn trong ô bên dưới.",
  failedTitle: "Chưa trả lời được",
  failedKept: "Câu hỏi vẫn được giữ nguyên.",
  retry: "Thử lại",
  statuses: {
    answered: "",
    partial: "Chỉ trả lời được một phần",
    clarify: "Cần nói rõ hơn",
    refused: "Văn bản không nêu",
  },
  citationButton: (n: number, reference: string) => `Trích dẫn ${n}: ${reference}`,
  sourcesTitle: "Căn cứ",
  quoteLabel: "Nguyên văn",
  fullPassage: "Đọc cả đoạn",
  openPassage: "Mở văn bản tại đoạn này",
  backToAnswer: "Về câu trả lời",
  page: (page: number) => `trang ${page}`,
  copyReference: "Chép dẫn chiếu",
  copyAnswer: "Chép câu trả lời",
  copied: "Đã chép.",
  copyByHand: "Trình duyệt không cho chép tự động. Đoạn chữ dưới đây đã được chọn sẵn, bấm Ctrl+C để chép.",
  close: "Đóng",
  noticesTitle: "Lưu ý",
  suggestionsTitle: "Hỏi tiếp",
  clarifyTitle: "Chọn một",
  machineNote: "Câu trả lời do máy tổng hợp; nội dung văn bản được trích dẫn mới là căn cứ.",
  tableLabel: "Bảng trong câu trả lời, cuộn ngang được",
  standing,
  problems,
  documentLoading: "Đang mở văn bản…",
  documentFailed: "Chưa mở được văn bản",
  documentMissing: "Không có văn bản này",
  documentMissingText: (id: string) => `Kho văn bản không có văn bản nào mang mã “${id}”. Xin kiểm tra lại liên kết.`,
  backToStart: "Về trang đầu",
  backToAsking: "Hỏi trợ lý ảo",
  documentKind: "Loại văn bản",
  documentNumber: "Số, ký hiệu",
  documentDate: "Ngày ban hành",
  documentIssuer: "Cơ quan ban hành",
  documentSigner: "Người ký",
  documentPlace: "Địa bàn",
  documentStanding: "Tình trạng",
  notStated: "Không ghi trong văn bản",
  warningsTitle: "Điều cần lưu ý khi dùng văn bản này",
  warningAt: "Xem chỗ đó",
  contents: "Mục lục",
  skipToText: "Tới phần văn bản",
  legalBases: "Căn cứ pháp lý",
  passageMarked: (label: string) => `Đã đánh dấu đoạn được trích tại ${label}.`,
  passageChanged: (label: string) =>
    `Nội dung ${label} đã thay đổi từ khi được trích dẫn, vì vậy không đánh dấu chữ nào. Xin đọc lại cả phần này.`,
  passageGone: (id: string) => `Văn bản hiện không còn phần “${id}” mà liên kết nêu.`,
  passageUnverified: (label: string) =>
    `Chưa kiểm tra được ${label} có đúng như khi được trích dẫn hay không, vì vậy không đánh dấu chữ nào.`,
  print: "In văn bản",
} as const satisfies Record<string, unknown>;

type Widen<T> = T extends string
  ? string
  : T extends (...parameters: infer P) => string
    ? (...parameters: P) => string
    : T extends object
      ? { readonly [K in keyof T]: Widen<T[K]> }
      : T;

export type Messages = Widen<typeof vietnamese>;
