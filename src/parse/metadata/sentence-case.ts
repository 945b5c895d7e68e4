/** Words printed in capitals brought to the form in which officials write them in a sentence. */
import { agencyNamed } from "../../language/agencies.ts";
import { findPlaces } from "../../language/places.ts";

const ABBREVIATION = /(?<!\p{L})(?:ubnd|hđnd|ttnt|cntt|kh&cn|khcn|tt&tt|iot|ai)(?!\p{L})/gu;
const OFFICES =
  /(?<!\p{L})(?:chủ tịch|giám đốc|tổng giám đốc|chánh văn phòng|chánh thanh tra|phó|ủy ban|hội đồng|bộ trưởng|thứ trưởng|thủ tướng|trưởng|cục trưởng|vụ trưởng|bí thư|quyền|hiệu trưởng|viện trưởng|chỉ huy trưởng|chính ủy)(?!\p{L})/gu;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** "PHÓ CHÁNH VĂN PHÒNG" → "Phó Chánh Văn phòng"; names of places keep their capitals. Mixed text stays as it is. */
export function officeCase(printed: string): string {
  if (/\p{Ll}/u.test(printed)) return printed;
  const lower = printed
    .toLowerCase()
    .replaceAll(/uỷ/gu, "ủy")
    .replaceAll(OFFICES, capital)
    .replaceAll("Chánh văn phòng", "Chánh Văn phòng")
    .replaceAll("Tổng giám đốc", "Tổng Giám đốc");
  return capital(withAgency(withPlaces(lower)));
}

/** "Giám đốc sở y tế": the agency at the end as the data writes it. */
function withAgency(office: string): string {
  const at = office.search(/(?<!\p{L})(?:sở|phòng|ban|công an|trung tâm|chi cục|thanh tra)\s/u);
  const agency = at < 1 ? undefined : agencyNamed(office.slice(at));
  return agency === undefined ? office : `${office.slice(0, at)}${agency.name}`;
}

/** A subject as it follows "Kế hoạch" in a title; one in capitals is brought to sentence form, names of places kept. */
export function titleCase(subject: string): string {
  if (/\p{Ll}/u.test(subject)) return subject.charAt(0).toLowerCase() + subject.slice(1);
  return withPlaces(subject.toLowerCase().replaceAll(ABBREVIATION, (short) => short.toUpperCase()));
}

function withPlaces(sentence: string): string {
  return findPlaces(sentence)
    .toReversed()
    .reduce((text, { place, start, end }) => text.slice(0, start) + place.name + text.slice(end), sentence);
}
