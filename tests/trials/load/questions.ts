/** Questions as officials ask them, tens of thousands that differ, so that no answer comes out of memory by accident. */
import { seededRandom } from "../reading/random.ts";

const places = ["Bình Thuận", "Bình Phước", "Quảng Ngãi", "Bình Sơn", "Lạng Sơn"];
const agencies = [
  "Sở Văn hóa, Thể thao và Du lịch",
  "Sở Thông tin và Truyền thông",
  "Sở Tài chính",
  "Sở Y tế",
  "Sở Giáo dục và Đào tạo",
  "Sở Nông nghiệp và Phát triển nông thôn",
  "Công an tỉnh",
  "Sở Kế hoạch và Đầu tư",
  "Ủy ban nhân dân các huyện",
  "Phòng Văn hóa và Thông tin",
];
const topics = [
  "chuyển đổi số",
  "du lịch",
  "dữ liệu mở",
  "kinh phí thực hiện",
  "an toàn thông tin",
  "đào tạo cán bộ",
  "nông nghiệp thông minh",
  "dịch vụ công trực tuyến",
  "tuyên truyền",
  "hạ tầng số",
  "giáo dục",
  "y tế",
  "gia đình",
  "trẻ em",
  "môi trường",
];
const forms: readonly ((place: string, agency: string, topic: string, year: number) => string)[] = [
  (place, agency, topic) => `${agency} ở ${place} được giao nhiệm vụ gì về ${topic}?`,
  (place, _agency, topic) => `Cơ quan nào chủ trì ${topic} ở ${place}?`,
  (place, _agency, topic, year) => `Mục tiêu ${topic} của ${place} đến năm ${String(year)} là gì?`,
  (place, agency, topic) => `${agency} phối hợp với ai về ${topic} tại ${place}?`,
  (place, _agency, topic, year) => `Kinh phí cho ${topic} của ${place} năm ${String(year)} là bao nhiêu?`,
  (place, agency, _topic, year) => `Hạn báo cáo của ${agency} ${place} năm ${String(year)} là khi nào?`,
  (place, _agency, topic) => `So sánh ${topic} của ${place} với các nơi khác`,
  (_place, agency, topic) => `${agency} làm gì cho ${topic}?`,
];

/** The same seed gives the same questions. */
export function questionSource(seed: number): () => string {
  const random = seededRandom(seed);
  return () => {
    const form = random.pick(forms);
    return form(random.pick(places), random.pick(agencies), random.pick(topics), 2021 + random.below(10));
  };
}
