/** In which country a place lies, by the gazetteer and by the states that the report speaks of; never by a guess. */
import {
  type Country,
  findCityCountries,
  findProvinceCountries,
  getCapitalCountry,
  getCountryByCode,
} from "../language/index.ts";

/**
 * A name that the gazetteer knows once lies there; one that it knows several times where the only state spoken of lies. A
 * capital is that capital, unless the report speaks only of another country with a place of this name.
 *
 * @param name Of a place: `Vienna`.
 * @param mentioned Codes of the states that the report names.
 * @param named The state said right behind: "Vienna, Austria".
 */
export function findPlaceCountry(
  name: string,
  mentioned: ReadonlySet<string>,
  named: Country | undefined,
): Country | undefined {
  const capital = getCapitalCountry(name)?.code;
  const codes = new Set([...findCityCountries(name), ...findProvinceCountries(name)]);
  if (capital !== undefined) codes.add(capital);
  if (named !== undefined && (codes.size === 0 || codes.has(named.code))) return named;
  const near = [...codes].filter((code) => mentioned.has(code));
  if (near.length === 1) return getCountryByCode(near[0]);
  if (capital !== undefined) return near.length === 0 || mentioned.has(capital) ? getCountryByCode(capital) : undefined;
  // A town of a state that the report does not name is as likely another one, too small for the list.
  return codes.size === 1 && mentioned.size === 0 ? getCountryByCode([...codes][0]) : undefined;
}
