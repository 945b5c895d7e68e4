/** Which document of the collection another one names: number, place and date must agree, for many provinces have a 105/KH-UBND. */
import { nameKey } from "../language/fold.ts";
import { findPlaces, placeNamed } from "../language/places.ts";
import { numberKey } from "./named-documents.ts";
import type { Plan, PlanPlace, PlanRelation } from "./types.ts";

type Named = Pick<PlanRelation, "number" | "issuedOn" | "issuer">;

/** The one plan that fits; null where none or several do. */
export function documentMeant(named: Named, from: Plan, plans: readonly Plan[]): Plan | null {
  const fitting = plans.filter(
    (plan) =>
      plan.id !== from.id &&
      plan.number !== null &&
      numberKey(plan.number.value) === numberKey(named.number) &&
      agreesInDate(named, plan) &&
      agreesInPlace(named, from, plan),
  );
  // The same document kept twice is still one document.
  const [first] = fitting;
  return first !== undefined && fitting.every((plan) => plan.issuedOn?.value === first.issuedOn?.value) ? first : null;
}

function agreesInDate({ issuedOn }: Named, { issuedOn: own, issuedOnPrinted }: Plan): boolean {
  if (issuedOn === null) return true;
  if (own !== null) return own.value === issuedOn;
  const year = /\d{4}/u.exec(issuedOnPrinted?.value ?? "")?.[0];
  return year === undefined || issuedOn.startsWith(year);
}

/** "UBND tỉnh" without a name is the province of the document that says it. */
function agreesInPlace(named: Named, from: Plan, plan: Plan): boolean {
  const { place } = plan;
  if (place === null) return named.issuedOn !== null && from.place === null;
  const issuer = named.issuer ?? "";
  if (` ${nameKey(issuer)} `.includes(` ${nameKey(place.name)} `)) return true;
  if (findPlaces(issuer).length > 0 || namesUnit(issuer)) return false;
  if (from.place === null) return false;
  if (/(?<!\p{L})tỉnh(?!\p{L})/iu.test(issuer)) return place.level === "province" && isSame(place.name, provinceOf(from.place), named);
  return place.level === from.place.level && isSame(place.name, from.place.name, named);
}

const provinceOf = (place: PlanPlace): string => (place.level === "province" ? place.name : (place.province ?? ""));

/** A place that was merged speaks of its predecessor's documents as its own; then the date must say which. */
function isSame(name: string, own: string, { issuedOn }: Named): boolean {
  if (nameKey(name) === nameKey(own)) return true;
  return issuedOn !== null && placeNamed(name)?.now === own;
}

/** "UBND huyện Kim Bảng": a unit with a name, though the data may not know it. */
const namesUnit = (issuer: string): boolean =>
  /(?<!\p{L})(?:tỉnh|thành phố|huyện|thị xã|quận|xã|phường|thị trấn|đặc khu)\s+\p{Lu}/u.test(issuer);
