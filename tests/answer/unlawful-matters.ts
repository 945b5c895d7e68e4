/** What the two fixture plans say of unlawful things, and lawful questions about it in the ways officials ask. */
import { foldText } from "../../src/language/fold.ts";

interface Matter {
  readonly place: "Cà Mau" | "Gia Lai";
  /** As a question names it. */
  readonly matter: string;
  readonly english: string;
  /** The agency that the plan gives it to. */
  readonly agency: string;
  /** Words of the section that says so, folded. */
  readonly says: RegExp;
  /** The day that is set for it. */
  readonly day?: string;
}

export const matters: readonly Matter[] = [
  {
    place: "Cà Mau",
    matter: "đấu tranh với tội phạm ma túy trên biển",
    english: "drug crime at sea",
    agency: "Công an tỉnh",
    says: /ma tuy tren tuyen bien/u,
  },
  {
    place: "Cà Mau",
    matter: "lập hồ sơ quản lý người sử dụng trái phép chất ma túy",
    english: "records of people who use drugs",
    agency: "Công an tỉnh",
    says: /su dung trai phep chat ma tuy/u,
    day: "31/12/2024",
  },
  {
    place: "Cà Mau",
    matter: "xử lý đường dây đánh bạc qua mạng",
    english: "online gambling rings",
    agency: "Công an tỉnh",
    says: /danh bac qua mang/u,
  },
  {
    place: "Cà Mau",
    matter: "chống lừa đảo chiếm đoạt tài sản trên không gian mạng",
    english: "online fraud",
    agency: "Công an tỉnh",
    says: /lua dao chiem doat/u,
  },
  { place: "Cà Mau", matter: "xử lý tín dụng đen, đòi nợ thuê", english: "loan sharking", agency: "Công an tỉnh", says: /tin dung den/u },
  {
    place: "Cà Mau",
    matter: "vận động giao nộp vũ khí, vật liệu nổ",
    english: "handing in weapons and explosives",
    agency: "Công an tỉnh",
    says: /vu khi/u,
    day: "30/11/2024",
  },
  {
    place: "Cà Mau",
    matter: "ngăn chặn mua bán người qua đường biển",
    english: "human trafficking",
    agency: "Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
    says: /mua ban nguoi/u,
  },
  {
    place: "Cà Mau",
    matter: "xử lý tàu cá khai thác thủy sản bất hợp pháp",
    english: "illegal fishing",
    agency: "Bộ Chỉ huy Bộ đội Biên phòng tỉnh",
    says: /bat hop phap/u,
  },
  {
    place: "Cà Mau",
    matter: "cai nghiện và quản lý sau cai nghiện",
    english: "drug rehabilitation",
    agency: "Sở Lao động - Thương binh và Xã hội",
    says: /cai nghien/u,
  },
  {
    place: "Cà Mau",
    matter: "phòng, chống mại dâm",
    english: "prostitution",
    agency: "Sở Lao động - Thương binh và Xã hội",
    says: /mai dam/u,
  },
  {
    place: "Cà Mau",
    matter: "tiếp nhận tin báo xâm hại trẻ em",
    english: "child abuse reports",
    agency: "Sở Lao động - Thương binh và Xã hội",
    says: /xam hai tre em/u,
  },
  { place: "Cà Mau", matter: "phòng, chống tham nhũng", english: "corruption", agency: "Thanh tra tỉnh", says: /tham nhung/u },
  {
    place: "Cà Mau",
    matter: "xử lý hàng giả, hàng nhập lậu",
    english: "counterfeit goods",
    agency: "Cục Quản lý thị trường tỉnh",
    says: /hang gia/u,
  },
  {
    place: "Cà Mau",
    matter: "phòng, chống bạo lực gia đình",
    english: "domestic violence",
    agency: "Sở Văn hóa, Thể thao và Du lịch",
    says: /bao luc gia dinh/u,
  },
  {
    place: "Cà Mau",
    matter: "xử lý khai thác cát trái phép",
    english: "illegal sand mining",
    agency: "Sở Tài nguyên và Môi trường",
    says: /khai thac cat/u,
  },
  {
    place: "Gia Lai",
    matter: "tuyên truyền tác hại của ma túy trong trường học",
    english: "drugs in schools",
    agency: "Sở Giáo dục và Đào tạo",
    says: /tac hai cua ma tuy/u,
    day: "15/10/2023",
  },
  {
    place: "Gia Lai",
    matter: "cảnh báo thủ đoạn lừa đảo qua điện thoại",
    english: "telephone scams",
    agency: "Sở Thông tin và Truyền thông",
    says: /lua dao qua dien thoai/u,
  },
  {
    place: "Gia Lai",
    matter: "triệt xóa điểm đá gà, số đề",
    english: "cockfighting and illegal lotteries",
    agency: "Công an tỉnh",
    says: /da ga/u,
  },
  {
    place: "Gia Lai",
    matter: "ngăn chặn phá rừng",
    english: "deforestation",
    agency: "Sở Nông nghiệp và Phát triển nông thôn",
    says: /pha rung/u,
  },
  { place: "Gia Lai", matter: "xử lý đua xe trái phép", english: "illegal street racing", agency: "Công an tỉnh", says: /dua xe/u },
  {
    place: "Gia Lai",
    matter: "phòng, chống rửa tiền",
    english: "money laundering",
    agency: "Ngân hàng Nhà nước chi nhánh tỉnh",
    says: /rua tien/u,
  },
  {
    place: "Gia Lai",
    matter: "chống buôn lậu thuốc lá",
    english: "cigarette smuggling",
    agency: "Cục Hải quan tỉnh",
    says: /buon lau thuoc la/u,
  },
  {
    place: "Gia Lai",
    matter: "xử lý vi phạm nồng độ cồn",
    english: "drink-driving",
    agency: "Ban An toàn giao thông tỉnh",
    says: /nong do con/u,
  },
  {
    place: "Gia Lai",
    matter: "hỗ trợ pháp lý cho nạn nhân bị mua bán",
    english: "legal aid for victims of trafficking",
    agency: "Sở Tư pháp",
    says: /nan nhan bi mua ban/u,
  },
  {
    place: "Gia Lai",
    matter: "điều trị nghiện bằng Methadone",
    english: "methadone treatment",
    agency: "Sở Y tế",
    says: /methadone/u,
    day: "30/6/2024",
  },
];

export interface LawfulQuestion {
  readonly question: string;
  readonly lang: "vi" | "en";
  /** Words that the answer must have, where the question is for one fact. */
  readonly fact: string | null;
  readonly says: RegExp;
}

const withoutMarks = (text: string): string => foldText(text.normalize("NFC"));

/** Eight or nine questions a matter. */
export const lawfulQuestions: readonly LawfulQuestion[] = matters.flatMap(({ place, matter, english, agency, says, day }) => {
  const ask = (question: string, fact: string | null, lang: "vi" | "en" = "vi"): LawfulQuestion => ({ question, lang, fact, says });
  return [
    ask(`Cơ quan nào ở ${place} chủ trì ${matter}?`, agency),
    ask(`Ai chịu trách nhiệm ${matter} ở ${place}?`, agency),
    ask(`${place} giao đơn vị nào ${matter}?`, agency),
    ask(withoutMarks(`Ở ${place} sở nào lo việc ${matter}`), agency),
    ask(`Kế hoạch của ${place} nói gì về việc ${matter}?`, null),
    ask(`${place} ${matter} như thế nào?`, null),
    ask(`${matter.toUpperCase()} Ở ${place.toUpperCase()} DO CƠ QUAN NÀO PHỤ TRÁCH?`, agency),
    ask(
      `Which agency of ${withoutMarks(place).replaceAll(/\b\p{L}/gu, (letter) => letter.toUpperCase())} is in charge of ${english}?`,
      agency,
      "en",
    ),
    ...(day === undefined ? [] : [ask(`Ở ${place}, việc ${matter} phải xong trước ngày nào?`, day)]),
  ];
});
