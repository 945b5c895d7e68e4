/** Files that other programs wrote: LibreOffice from `fixtures/plan.fodt`, the library `docx` from `library-plan.ts`. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bearsSecrecyStamp } from "../../../src/corpus/secrecy.ts";
import { buildDocx, paragraph, readBytes } from "./build-docx.ts";
import { libraryPlan } from "./library-plan.ts";

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const textOf = async (bytes: Uint8Array): Promise<string> => {
  const outcome = await readBytes(bytes);
  return outcome.ok ? outcome.lines.map((line) => line.text).join("\n") : outcome.code;
};

describe("a programme that LibreOffice wrote", () => {
  test("is read as it is printed: letterhead, numbers, note, accepted change, frame, merged cells, signature", async () => {
    expect(await textOf(fixture("libreoffice-plan.docx"))).toBe(
      `DỰ THẢO
HỘI ĐỒNG NHÂN DÂN
TỈNH ĐÔNG HẢI
Số:       /CTr-HĐND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đông Hải, ngày     tháng 02 năm 2025
CHƯƠNG TRÌNH
Giám sát chuyển đổi số năm 2025[1]
[1] Theo Nghị quyết số 40/NQ-HĐND ngày 10/12/2024.
I. MỤC ĐÍCH
1. Đánh giá kết quả
Báo cáo gửi Thường trực trước ngày 30 tháng 9.
2. Kiến nghị
a) Về hạ tầng:
- Mạng lưới
+ Cáp quang
- Trung tâm dữ liệu
b) Về nhân lực.
II. PHÂN CÔNG
Các ban thực hiện theo bảng sau:
Gửi bản giấy và bản điện tử
| TT | Nhiệm vụ | Thực hiện |  |
| TT | Nhiệm vụ | Chủ trì | Thời hạn |
| 1 | Khảo sát tại cơ sở | Ban Pháp chế; Ban Kinh tế | Quý II |
| 2 | Tổng hợp kết quả | Ban Pháp chế; Ban Kinh tế | Quý III |
Trên đây là Chương trình giám sát năm 2025.
Nơi nhận:
- Các ban HĐND tỉnh;
- Lưu: VT.
TM. THƯỜNG TRỰC HĐND
CHỦ TỊCH
Phạm Thị Mai`,
    );
  });

  test("is said to hold tracked changes", async () => {
    const outcome = await readBytes(fixture("libreoffice-plan.docx"));
    expect(outcome.ok && outcome.notes.map((note) => note.code)).toEqual(["changes-accepted"]);
  });
});

describe("a decision that a program wrote with the library docx", () => {
  const printed = `SỞ NỘI VỤ
TỈNH ĐÔNG HẢI
Số: 45/QĐ-SNV
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Đông Hải, ngày 07 tháng 4 năm 2025
QUYẾT ĐỊNH
Về đào tạo công chức năm 2025
Điều 1. Ban hành kế hoạch đào tạo
1. Đối tượng
a) Công chức cấp tỉnh
b) Công chức cấp xã
2. Thời gian
Mở 05 lớp[1] trong QUÝ III.
[1] Không áp dụng với cấp xã.
Điều 2. Tổ chức thực hiện
1. Phân công
| STT | Nội dung | Đơn vị chủ trì |
| 1 | Kỹ năng số | Phòng Công chức |
| 2 | An toàn thông tin | Phòng Công chức |
| Tổng số lớp |  | 05 |
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
GIÁM ĐỐC
Lê Văn Sơn`;

  test.each([
    ["as committed", async () => fixture("library-plan.docx")],
    ["as the library writes it today", libraryPlan],
  ])("is read as it is printed, %s", async (_, bytes) => {
    expect(await textOf(await bytes())).toBe(printed);
  });
});

test("a secrecy stamp that stands only in a header reaches the rule that refuses such files", async () => {
  const outcome = await readBytes(buildDocx({ body: paragraph("Chữ"), header: paragraph("TUYỆT MẬT") }));
  expect(outcome.ok && bearsSecrecyStamp(outcome.lines)).toBe(true);
});
