/** Which kind of question it is: one table, tried from the top; the last row takes what no other takes. */

export type QuestionKind =
  | "greeting"
  | "quality"
  | "compare"
  | "metadata"
  | "deadline"
  | "budget"
  | "list"
  | "agency"
  | "tasks"
  | "general";

interface KindRule {
  readonly kind: QuestionKind;
  /** Tried on the folded question. */
  readonly patterns: readonly RegExp[];
  /** Tried on the question with its diacritics restored: words that folding would confuse ("tiếng Hàn" and "hạn"). */
  readonly spelled?: readonly RegExp[];
  /** Patterns that forbid the kind. */
  readonly unless?: readonly RegExp[];
  /** A further pattern that the folded question must meet. */
  readonly needs?: RegExp;
  /** The kind is not meant when an agency is named: what the agency does is asked. */
  readonly withoutAgency?: true;
  /** The kind needs an agency named in the question. */
  readonly needsAgency?: true;
  /** The kind needs at least this many places or documents named. */
  readonly needsPlaces?: number;
}

const WHO =
  /\btrach nhiem cua (?:ai|so nao|phong nao|co quan nao|don vi nao)\b|\b(?:co quan|don vi|nguoi|bo phan|to chuc) (?:[\p{L}]+ ){0,3}la (?:ai|gi|nao|so nao|phong nao)\b|\b(?:nhung|cac) (?:so|phong|co quan|don vi) nao\b|\b(?:do|giao|giao cho|cho|boi) ai\b|(?:^|[ ,;:?])(?<!\blay )ai (?:\p{L}+ )?(?:chu tri|phu trach|lam|lo|chiu|quan ly|to chuc|thuc hien|tham muu|dam nhan|dung ra|theo doi|giam sat|tong hop|xay dung|van hanh|bao dam|phoi hop|tham dinh|co trach nhiem|se|phai|duoc giao|la)\b|\bthuoc trach nhiem\b|\bdau moi\b|\bviec cua (?:ai|so|phong)\b|\bnhiem vu cua (?:ai|so nao|phong nao|co quan nao|don vi nao)\b|\blien he (?:voi )?(?:ai|dau|dau moi)\b/u;
/** Spelled, so that "văn bản nào" and "số nào" do not count as "ban nào" and "sở nào". */
const WHO_SPELLED =
  /(?<!\p{L})(?:thôn|buôn|bản|tổ dân phố|xã|phường|huyện|cấp|trường|tỉnh) nào (?:được giao|chủ trì|phụ trách|phải làm|đảm nhiệm|thực hiện|lo)(?!\p{L})|(?<!\p{L})(?<!(?:quốc|văn|dự|đề|tiêu) )(?:sở|phòng(?!,? (?:chống|ngừa|bệnh|vệ))|cơ quan|đơn vị|ban|ngành|tổ chức|đầu mối|cán bộ|bộ phận|bệnh viện|trường|trung tâm|hội)(?: \p{L}+){0,3}? nào(?!\p{L})/u;
const WHO_EN =
  /\b(?:which (?:\p{L}+ ){0,4}?|what )(?:agency|agencies|department|departments|office|body|division|unit|authority|organisation|organization|bank|hospital|school|institution)\b|^(?:and )?who\b|[,;:] ?(?:and )?(?:with )?(?:who|whom)\b|\bwho (?:is|are|leads?|handles?|runs?|advises?|supports?|must|should|will|has|does|takes?|organi[sz]es?|coordinates?|oversees?|manages?|monitors?)\b|\bby whom\b|\bwhose (?:job|task|responsibility)\b/u;

/** "ai biên tập nội dung …", asked first and with no other question word; AI is written otherwise, or stands further back. */
const WHO_FIRST =
  /^(?:\P{L}*(?:o|tai|tinh|huyen|vay|the|thi|con|cho hoi|xin hoi)\b)*\P{L}*ai (?!(?:tao sinh|la gi|the|trong|cua|cho|o|va|de)\b)(?!.*\b(?:nao|gi|bao nhieu|may|dau|the nao|ra sao|khi nao)\b)/u;

/** Whether an agency is asked for; `folded` and `spelled` as for `kindOf`. */
export const asksWho = (folded: string, spelled: string): boolean => WHO.test(folded) || WHO_EN.test(folded) || WHO_SPELLED.test(spelled);

const PARTNERS =
  /\bphoi hop\b|\bcung (?:voi )?(?:ai|so|co quan|don vi)\b|\bho tro\b|\bpartner|\bsupport|\bcoordinat|\bworks? with\b|\bworking with\b|\btogether with\b|\balongside\b|\bwith (?:which|whom|what)\b/u;
/** Whether those who help are asked for. */
export const asksPartners = (folded: string): boolean => PARTNERS.test(folded);

/** "Có phải Sở X chủ trì … không?": an agency is named to be confirmed or put right. */
const CONFIRMS =
  /^(?:cho hoi |xin hoi |vay |the )?(?:co phai|phai chang|co dung|dung la)\b.{8,}\b(?:khong|ko|k|chu)\b|\b(?:phai khong|dung khong|phai ko|dung ko|co dung khong|right)\s*\??$|^(?:is|are) (?:it )?(?:the )?[\p{L} ,'-]{4,60} (?:the (?:one|agency|body|unit|lead)|in charge|responsible|leading|that|who)\b/u;
const TO_DO =
  /\b(?:chu tri|phu trach|lam|lo|chiu|quan ly|to chuc|thuc hien|tham muu|dam nhan|theo doi|giam sat|tong hop|xay dung|van hanh|bao dam|phoi hop|tham dinh|chi dao|ra soat|don vi|co quan|dau moi|duoc giao|huong dan|lead|leads|charge|responsible|runs?|handles?)\b/u;

/** Whether an agency that the question names is to be confirmed as the one that a task is given to. */
export const asksToConfirm = (folded: string): boolean => CONFIRMS.test(folded) && TO_DO.test(folded);

/** A document's own facts are asked for beside who did them: who signed it, who issued it. */
const OF_DOCUMENT = /\b(?:ky|ban hanh|sign|signs|signed|issue|issued|issues)\b/u;
/** "Who checks whether documents are in force?": who is asked, whatever the rest speaks of. */
const WHO_AT_FIRST =
  /^(?:(?:in|for|at|under) [\p{L} ,'-]{3,40}?,? )?who (?:\p{L}+ )?(?:checks?|reviews?|verif|leads?|runs?|manages?|updates?|handles?|must|should|is (?:responsible|in charge))/u;

const RULES: readonly KindRule[] = [
  { kind: "agency", needsAgency: true, patterns: [CONFIRMS], needs: TO_DO },
  { kind: "agency", patterns: [WHO_AT_FIRST], unless: [OF_DOCUMENT] },
  {
    kind: "greeting",
    patterns: [
      /^(?:xin )?(?:chao|hello|hi|hey|good (?:morning|afternoon))\b.{0,25}$/u,
      /^(?:cam on|thank|thanks|cam on nhe)\b.{0,30}$/u,
      /^(?:help|tro giup|huong dan|ban la ai|ban lam duoc gi|ban (?:co the )?(?:giup|lam) (?:duoc )?gi|what can you do|who are you)\b.{0,40}$/u,
    ],
  },
  {
    kind: "quality",
    spelled: [
      /(?<!\p{L})cộng(?!\p{L}).{0,80}(?<!\p{L})(?:đúng|sai|khớp|đủ|ra bao nhiêu|có ra|ra đúng|bằng)(?!\p{L})/u,
      // Spelled, since "giới thiệu" folds like "thiếu".
      /(?<!\p{L})thiếu(?!\p{L}).{0,30}(?<!\p{L})(?:mục|khoản|điểm|đoạn|trang|phần|phụ lục)(?!\p{L})/u,
    ],
    patterns: [
      /\b(?:co|khong) khop\b|\bkhop (?:so|voi|khong|nhau|tong)\b|\bchenh (?:lech|nhau)?\b|\bco (?:lan|nham|sai|loi|thieu|mau thuan)\b|\bnhay (?:tu|sang|coc|so)\b|\bthieu (?:muc|khoan|diem|phu luc|trang|so)\b|\bco (?:muc|khoan|diem) (?:so )?\d+\b|\btrung (?:so|muc|khoan)\b|\bdanh so\b|\bso thu tu\b|\bbi cat\b|\bday du (?:khong|chua)\b|\bco du (?:khong|cac)\b|\bloi (?:danh|go|chinh ta|in)\b|\bghi (?:nham|sai|lan)\b|\b(?:lan|nham) (?:giua|khong|lan)\b|\bdang ngo\b|\bchat luong van ban\b|\bdung khong\b.*\btong\b|\btong\b.*\b(?:dung khong|sai|bang nhau)\b|\bhai (?:muc|khoan|diem)\b.*\b(?:cung|so \d|\d)|\b(?:bo|de|con) trong\b|\bco so (?:hieu )?(?:chua|khong)\b|\bchua co so\b/u,
      /\b(?:muc|khoan|diem|phu luc|dieu) (?:so )?(?:\d+|[ivx]+|[a-d]) (?:o )?dau\b(?! tien)|\b(?:co|la) (?:may|bao nhieu) (?:muc|khoan|diem|dieu) (?:so )?(?:\d+|[ivx]+|[a-d])\b/u,
      /\b(?:khong thay|bi mat)\b.{0,30}\b(?:muc|khoan|diem|doan|trang|phan|phu luc)\b|\b(?:muc|khoan|diem|phu luc|phan)\b.{0,25}\b(?:dau roi|o dau|khong thay|bi thieu|bi mat|sao khong|dau mat)\b|\b(?:co|kem|dinh kem) (?:theo )?phu luc\b.{0,30}\bkhong\b|\bphu luc\b.{0,40}\b(?:co|dau|day) .{0,15}\bkhong\b|\bso lieu\b.{0,40}\b(?:dung|sai|khop|lech)\b|\bsai so lieu\b|\btoan van\b|\bhet (?:noi dung )?chua\b|\bvan ban .{0,30}\b(?:loi|sai sot|thieu sot)\b/u,
      /\badd(?:s|ed)? up\b|\bmismatch|\binconsisten|\btypos?\b|\bmisprint|\bskip(?:s|ped)?\b.*\b(?:number|item|section)|\bnumber(?:ing|ed)?\b.*\b(?:skip|jump|repeat|missing|twice)|\bcut off\b|\btruncated\b|\bcomplete\b.*\?|\bmissing (?:section|item|page|clause)|\berrors?\b|\bmatch(?:es)? the total\b|\bsum\b.*\b(?:match|equal|correct)|\bdoubtful\b|\b(?:left )?blank\b|\bleft empty\b/u,
    ],
  },
  {
    kind: "list",
    patterns: [/^(?:hay |cho (?:toi |biet )?|xin )?(?:liet ke|ke (?:ra |ten )?(?:cac|nhung)|thong ke|danh sach)\b|^(?:please )?list\b/u],
    unless: [/\bso sanh\b/u],
  },
  {
    kind: "compare",
    spelled: [/(?<!\p{L})(?:so sánh|so với)(?!\p{L})/u],
    patterns: [
      /\bkhac (?:nhau|gi|biet|voi)\b|\bgiong (?:nhau|voi)\b|\bhon kem\b|\bgiua\b.*\bva\b.*\b(?:khac|giong|nao)\b/u,
      /\bcompare|\bcomparison|\bversus\b|\bvs\b|\bdiffer|\bcompared (?:to|with)\b/u,
    ],
  },
  { kind: "compare", needsPlaces: 2, patterns: [/./u], unless: [/\b(?:qua|den) .*\bbien gioi\b/u] },
  {
    kind: "metadata",
    withoutAgency: true,
    patterns: [
      /\btheo (?:van ban|de nghi|to trinh) (?:nao|cua (?:ai|co quan nao|so nao))\b|\bcan cu (?:vao )?(?:phap ly|nhung|cac|luat|nghi quyet|van ban|quyet dinh|nao|gi|dau)\b/u,
    ],
  },
  // A share is a figure of the plan, whatever it is a share of and whenever it is due.
  {
    kind: "general",
    patterns: [
      /\b(?:bao nhieu|may) (?:phan tram|%)|\bbn ?%|\bty le (?:\p{L}+ ){0,8}(?:bao nhieu|may)\b|\bwhat (?:percentage|per ?cent|share|proportion)\b/u,
    ],
    unless: [/\bso sanh\b|\bcompare/u],
  },
  {
    kind: "metadata",
    patterns: [
      /\b(?:to trinh|van ban|ke hoach|quyet dinh|cong van)\b.{0,60}\b(?:de|ghi) ngay nao\b|\bthuc hien (?:theo )?(?:ke hoach|kh|chi thi|nghi quyet|quyet dinh|chuong trinh|chien luoc|luat|nghi dinh) (?:nao|so may|so bao nhieu)\b|\btheo (?:van ban|to trinh|ke hoach|kh|quyet dinh|nghi quyet) (?:nao|so may|so bao nhieu)\b/u,
      /\b(?:ai|nguoi|do ai|ong nao|ba nao|lanh dao nao) (?:da )?ky\b|\bky (?:ban hanh|ngay|boi|thay|ten)\b|\bnguoi ky\b|\bchuc vu\b|\bso hieu\b|\bso (?:ky hieu|van ban|may|bao nhieu)\b(?! (?:nam|lan|ty|trieu))|\b(?:ke hoach|van ban|quyet dinh|to trinh|cong van|nghi quyet) (?:nay )?(?:mang |co )?so (?:may|bao nhieu|gi|nao)\b|\bngay (?:thang )?(?:nam )?(?:ban hanh|ky|co hieu luc)\b|\bban hanh (?:vao )?(?:ngay|khi|hoi|nam|thang|luc) ?(?:nao|may)?\b|\b(?:ra|ky|duoc ban hanh) (?:ngay|khi|nam) nao\b|\b(?:van ban|ke hoach|quyet dinh|chi thi|quy che|cong van|nghi quyet|nay)\b.{0,60}\bco hieu luc\b|^.{0,40}\bco hieu luc\b|(?<!\bcon )\bhieu luc (?:tu|khi)\b|\bdua (?:tren|vao) (?:luat|nghi quyet|van ban|can cu|quyet dinh) nao\b|\blam can cu\b|\bchinh thuc (?:chua|hay)\b|\bda (?:duoc )?(?:ban hanh|ky) (?:chinh thuc )?chua\b|\bcon (?:la )?du thao\b|\b(?:ban )?du thao hay\b|\bthay (?:the )?(?:cho )?(?:nhung |cac )?(?:ke hoach|van ban|quyet dinh|chi thi|quy che|cong van|nghi quyet|cho)\b|\bthay the (?:\p{L}+ ){0,4}(?:nao|gi)\b|\bbi thay\b|\bcon (?:dung|ap dung|gia tri|hieu luc) (?:khong|ko|k|chua|nua|hay)\b|\b(?:van ban|ke hoach|quyet dinh|chi thi|quy che|cong van)\b.{0,60}\bcon (?:dung|ap dung|gia tri|hieu luc)\b|\bsua doi (?:ke hoach|van ban|quyet dinh)\b|\bcu the hoa (?:ke hoach|quyet dinh|nghi quyet|van ban)\b|\bnoi nhan\b|\bgui cho nhung ai\b|\b(?:ke hoach|du thao|van ban|chi thi|quyet dinh)\b.{0,40}\bgui cho\b.{0,30}\bnao\b|\bnhan (?:ke hoach|van ban|cong van|quyet dinh|chi thi) nay\b|\b(?:ke hoach|van ban|kh|quyet dinh|cong van)\b.{0,40}\bthuoc linh vuc (?:gi|nao)\b|\bco quan ban hanh\b|\bai ban hanh\b|\btrich yeu\b|\b(?:da|co|duoc|bi) (?:duoc |bi )?(?:sua doi|thay the|bai bo)(?: bo sung| lan nao| gi)? (?:chua|khong|hay)\b/u,
      /\bsign(?:ed|s|er|atory|ature)\b|\bdocument (?:number|no)\b|\bofficial (?:document )?number\b|\bnumber (?:and|of|does)\b.*\b(?:plan|decision|document|date)\b|\btakes? effect\b|\bwhen was\b.*\b(?:issued|signed|published|adopted)\b|\bdate of (?:issue|the)\b|\bissued\b|\blegal (?:basis|bases|grounds)\b|\bin force\b|\beffective\b|\b(?:is|still) (?:it )?(?:a |only a )?draft\b|\breplaces?\b|\bsupersede|\bamend|\brecipients?\b|\bbased on which\b|\b(?:which|what) (?:\p{L}+ ){0,3}(?:laws?|decrees?|resolutions?|decisions?|directives?)\b.*\b(?:rests?|based|bases|rely|relies|grounds?|cites?|cited|invokes?)\b|\b(?:laws?|decrees?|resolutions?)\b.*\b(?:rests?|based|relies)\b/u,
    ],
    unless: [/\bbao nhieu (?:tien|ty|ti|trieu|dong|kinh phi)\b|\b(?:tien|kinh phi)\b.{0,30}\bbao nhieu\b|\bhow much\b/u],
  },
  {
    kind: "deadline",
    spelled: [/(?<!(?:giới|quyền|trung|ngắn|dài|vô|hữu|kỳ) )(?<!\p{L})hạn(?!\p{L})(?! (?:hán|chế|mức|hẹp))/u],
    patterns: [
      /\b(?:truoc |vao |den |tu )?ngay (?:may|nao)\b|\bhom nao\b|\bkhi nao\b|\bbao gio\b|\bluc nao\b|\bthang (?:may|nao)\b|\bnam nao\b|\bquy (?:may|nao)\b|\bthoi han\b|\bgiai doan nao\b|\bthoi gian (?:nao|thuc hien)\b|\b(?:trong|mat|sau) (?:may|bao nhieu) (?:gio|ngay|tuan|thang)\b|\b(?:trong|sau|mat|giu|luu|luu tru|bao quan|keo dai|toi da|it nhat|toi thieu) bao lau\b|\bbao lau (?:mot|1|thi|sau|ke tu|bao cao|danh gia)\b|\bmay (?:nam|thang|lan)\b|\bbao nhieu lan\b|\bdinh ky (?:nhu )?the nao\b|\b(?:bao cao|phan anh|(?<!\b(?:du|canh|thong|dai|khai) )bao|nop|gui|kien nghi)\b(?!.{0,60}\bgiao (?:cho )?(?:ai|so|phong|co quan|don vi)\b).{0,60}\b(?:cho ai|ve dau|o dau|qua dau|qua (?:so|phong|co quan|don vi) nao|cho (?:so|co quan|don vi|phong) nao|ve (?:so|co quan|don vi|phong) nao|den dau|voi ai)\b|\bche do bao cao\b|\bbao cao the nao\b|\btien do\b|\blo trinh\b/u,
      /\bhow (?:soon|quickly|fast)\b|\bdeadline|\bby when\b|\b(?:by|on|before) (?:what|which) (?:date|day|month|year)\b|\bwhen\b|\bhow often\b|\bhow (?:long|many times)\b|\bdue\b|\breport(?:s|ed|ing)? (?:to|back)\b|\b(?:what|which) (?:date|day|month|quarter|period|phase|years?)\b|\bfrequency\b|\btimeline\b|\bhow frequently\b/u,
    ],
  },
  {
    kind: "agency",
    spelled: [WHO_SPELLED],
    patterns: [WHO, WHO_EN],
    unless: [
      /\b(?:lay tu|nguon)\b.*\bnguon nao\b|\bnhung nguon nao\b/u,
      /\b(?:ke hoach|tinh|van ban|dia phuong|noi|huyen) nao\b.*\b(?:giao|co|nhac|quy dinh|de cap)\b/u,
    ],
  },
  {
    kind: "budget",
    patterns: [
      /\bkinh phi\b|\bngan sach\b|\bnguon von\b|\bvon dau tu\b|\bkhai toan\b|\bdu toan\b|\bbao nhieu (?:tien|ty|ti|trieu|dong|von)\b|\bty dong\b|\btrieu dong\b|\btong (?:muc|von|kinh|tien|chi)\b|\bton bao nhieu\b|\bchi bao nhieu\b|\blay tien\b|\btien o dau\b|\bnguon nao\b|\bhet bao nhieu\b|\bmay (?:ty|ti|trieu)\b|\btien\b.{0,40}\b(?:tu|o) dau\b|\btien\b.{0,60}\bchia (?:theo|ra)\b|\b(?:tai tro|nhu cau von)\b.{0,40}\bbao nhieu\b|\b(?:cap|danh|bo tri|chi (?!tieu)) ?(?:\p{L}+ ){0,3}bao nhieu (?:tien|ty|ti|trieu|von|kinh phi)\b/u,
      /\bcosts?\b|\bbudget|\bfund(?:s|ed|ing)?\b|\bmoney\b|\bhow much\b|\bbillion\b|\bmillion\b|\bvnd\b|\bfinanc(?:ed|ing)\b|\bexpenditure|\bspend/u,
    ],
    unless: [/\bdan so\b/u],
  },
  {
    kind: "list",
    patterns: [
      /\b(?:nhung|cac) (?:ke hoach|tinh|dia phuong|van ban|noi|huyen|tai lieu|quyet dinh)(?: \p{L}+){0,2} nao\b|\b(?:tinh|dia phuong|ke hoach|huyen|van ban|noi|tinh thanh) nao\b|\b(?:bao nhieu|may) (?:nhiem vu|viec|so|co quan|don vi|van ban|ke hoach|tinh|tai lieu|dau viec|phong|hoat dong|du an|muc tieu)\b|\b(?:liet ke|thong ke|danh sach|ke ten)\b|\bke (?:ra )?(?:cac|nhung)\b|\b(?:viec|nhiem vu|dau viec|hoat dong|hang muc) nao\b|\bcho (?:xem|biet) (?:cac|nhung|danh sach)\b/u,
      /\blist\b|\bwhich (?:provinces?|plans?|documents?|places?|tasks?|districts?|localities)\b|\bhow many (?:\p{L}+ ){0,2}(?:tasks?|agencies|departments?|documents?|plans?|provinces?|districts?|duties|assignments?|decisions?|goals?|targets?|places?)\b|\benumerate\b|\ball (?:the )?(?:tasks|plans|agencies|documents)\b/u,
    ],
  },
  {
    kind: "tasks",
    needsAgency: true,
    patterns: [
      /\b(?:lam|phai lam|can lam|giao|duoc giao|thuc hien|chu tri|dam nhiem|phu trach|lo)\b.{0,40}\b(?:gi|nhung gi|viec gi|nao|ra sao|the nao|nhung viec)\b|\b(?:nhiem vu|trach nhiem|phan viec|cong viec|dau viec|vai tro)\b|\blam gi\b|\bviec gi\b|\bgi\b/u,
      /\bwhat (?:exactly |else |precisely )?(?:must|should|does|do|will|is|are|has|tasks?|duties|responsibilities)\b|\btasks?\b|\bduties\b|\bresponsibilit|\bassign|\brole\b|\bsupposed to\b|\brequired\b/u,
    ],
  },
  { kind: "general", patterns: [/./u] },
];

/** The kind of a question. `folded` is lower case without diacritics, `spelled` lower case with them; `rest` folded without places; `except` leaves a kind out. */
export function kindOf(input: {
  folded: string;
  spelled: string;
  rest: string;
  agencies: number;
  places: number;
  except?: QuestionKind;
}): QuestionKind {
  const { folded, spelled, rest, agencies, places, except } = input;
  const rule = RULES.find(
    ({ kind, patterns, spelled: spelledPatterns, unless, needs, needsAgency, withoutAgency, needsPlaces }) =>
      kind !== except &&
      (patterns.some((pattern) => pattern.test(folded)) || (spelledPatterns?.some((pattern) => pattern.test(spelled)) ?? false)) &&
      !(unless?.some((pattern) => pattern.test(folded)) ?? false) &&
      (needs?.test(folded) ?? true) &&
      (needsAgency !== true || agencies > 0) &&
      (withoutAgency !== true || agencies === 0) &&
      places >= (needsPlaces ?? 0),
  );
  const kind = rule?.kind ?? "general";
  return kind === "general" && except !== "agency" && WHO_FIRST.test(rest) ? "agency" : kind;
}
