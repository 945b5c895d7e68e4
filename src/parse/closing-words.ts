/** Words that open the unnumbered paragraph with which a document closes. */

/** "Trên đây là …", "Trong quá trình tổ chức thực hiện, nếu có …", "Các cơ quan, đơn vị có trách nhiệm …". */
const PLAIN =
  /^(?:Trên đây là|Thừa lệnh\b.{3,120}(?:thông báo|truyền đạt)|Trong quá trình|Các (?:cơ quan|sở|đơn vị|ban|địa phương)\b.{0,120}(?:có trách nhiệm|nghiêm túc|khẩn trương)|(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND)\b.{0,80}(?:yêu cầu|đề nghị))/u;
/** Words that open other sentences too; they close a document only where nothing numbered follows. */
const ALSO = /^(?:Căn cứ (?:nội dung )?Kế hoạch(?: này)?,?|Yêu cầu|Đề nghị|Giao)(?![\p{L}])/u;

/** True for words that hardly open anything but a closing paragraph. */
export const closesDocument = (text: string): boolean => PLAIN.test(text);

/** True for words that open a closing paragraph or an order in one. */
export const mayCloseDocument = (text: string): boolean => PLAIN.test(text) || ALSO.test(text);
