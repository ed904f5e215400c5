/**
 * What the world calls its states, cities and people: countries with their names, adjectives and capitals, cities and
 * provinces with their countries, given names with their gender.
 *
 * A list knows nothing of context: "Georgia" is also a province, "Paris" also a given name, "Turkey" also a bird. Ask only
 * about words already found to be a name. Letter case, accents, full stops and a leading "the" do not matter, except that
 * "us" must be written in capitals or with stops. Cities, provinces and given names are kept as hashes: they can be looked
 * up, not listed, and about one unknown word in a hundred thousand is taken for a known one.
 */
import { getModelBytesOrThrow } from "./model-bytes.ts";
import { readModelFile } from "./model-file.ts";

export const GAZETTEER_MODEL = { name: "gazetteer", version: 2 } as const;

export interface Country {
  /** ISO 3166-1 alpha-2; `XK` for Kosovo. */
  readonly code: string;
  /** Common English name: `United States`. */
  readonly name: string;
  /** Other names, longest use first: `US`, `America`. */
  readonly otherNames: readonly string[];
  /** Adjectives and words for the people, the usual adjective first: `French`, `Frenchman`. */
  readonly adjectives: readonly string[];
  /** Capitals and seats that stand for the government. */
  readonly seats: readonly string[];
}

export type NameGender = "female" | "male";

interface Gazetteer {
  countries: readonly Country[];
  byCode: Map<string, Country>;
  byName: Map<string, Country>;
  byAdjective: Map<string, Country>;
  bySeat: Map<string, Country>;
  cityHashes: Uint32Array;
  cityCountries: Uint8Array;
  provinceHashes: Uint32Array;
  provinceCountries: Uint8Array;
  givenNameHashes: Uint32Array;
  genderedNameHashes: Uint32Array;
  genderedNameGenders: Uint8Array;
}

let loaded: Gazetteer | undefined;

/** Every country and territory of the list, in order of code. */
export function findCountries(): readonly Country[] {
  return load().countries;
}

export function getCountryByCode(code: string): Country | undefined {
  return load().byCode.get(code);
}

/** The country of a name, short or long: `the U.S.`, `America`, `Republic of Korea`. Parts of states are provinces. */
export function getCountryByName(text: string): Country | undefined {
  return text === "us" ? undefined : load().byName.get(toGazetteerKey(text));
}

/** The country of an adjective or a word for its people: `French`, `Frenchmen`, `Danes`. */
export function getCountryByAdjective(text: string): Country | undefined {
  return load().byAdjective.get(toGazetteerKey(text));
}

/** The country whose capital or seat of government this is: `Berlin`, `Washington`, `the Kremlin`. */
export function getCapitalCountry(text: string): Country | undefined {
  return load().bySeat.get(toGazetteerKey(text));
}

/** Codes of the countries with a city of this name above 15,000 inhabitants, in order of code. */
export function findCityCountries(text: string): string[] {
  const { cityHashes, cityCountries, countries } = load();
  return findValues(cityHashes, cityCountries, text).map((index) => countries[index].code);
}

/** Codes of the countries with a province or constituent state of this name, in order of code: `Bavaria`, `Scotland`. */
export function findProvinceCountries(text: string): string[] {
  const { provinceHashes, provinceCountries, countries } = load();
  return findValues(provinceHashes, provinceCountries, text).map((index) => countries[index].code);
}

export function isGivenName(text: string): boolean {
  const { givenNameHashes } = load();
  const hash = hashGazetteerKey(toGazetteerKey(text));
  return givenNameHashes[findFirst(givenNameHashes, hash)] === hash;
}

/** The gender of most people of this given name; `undefined` where it is not known or borne by both. */
export function getGivenNameGender(text: string): NameGender | undefined {
  const { genderedNameHashes, genderedNameGenders } = load();
  const genders = findValues(genderedNameHashes, genderedNameGenders, text);
  const gender = genders.length === 1 ? genders[0] : 0;
  return gender === 1 ? "female" : gender === 2 ? "male" : undefined;
}

/** Names whose keys are kept before the memory starts anew. */
const MOST_KEYS = 10_000;
const keys = new Map<string, string>();

/** The form in which a name is compared: lower case, no accents, no full stops, single spaces, no leading "the". */
export function toGazetteerKey(text: string): string {
  let key = keys.get(text);
  if (key === undefined) {
    if (keys.size >= MOST_KEYS) keys.clear();
    keys.set(text, (key = makeKey(text)));
  }
  return key;
}

function makeKey(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f.]/g, "")
    .replace(/[\u2018\u2019\u02bc`]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^the /, "");
}

/** A 32-bit hash of a key. */
export function hashGazetteerKey(key: string): number {
  let hash = 0x811c_9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x0100_0193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The values of every entry with this name, in their order; the hashes are sorted. */
function findValues(hashes: Uint32Array, values: Uint8Array, text: string): number[] {
  const hash = hashGazetteerKey(toGazetteerKey(text));
  const found: number[] = [];
  for (let i = findFirst(hashes, hash); i < hashes.length && hashes[i] === hash; i++) found.push(values[i]);
  return found;
}

function findFirst(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (hashes[middle] < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}

function load(): Gazetteer {
  if (loaded !== undefined) return loaded;
  const file = readModelFile(getModelBytesOrThrow(GAZETTEER_MODEL.name), GAZETTEER_MODEL);
  const countries = file
    .getTextOrThrow("countries")
    .split("\n")
    .map((line): Country => {
      const [code, name, otherNames, adjectives, seats] = line.split("\t");
      return { code, name, otherNames: split(otherNames), adjectives: split(adjectives), seats: split(seats) };
    });
  return (loaded = {
    countries,
    byCode: new Map(countries.map((country) => [country.code, country])),
    byName: indexBy(countries, ({ name, otherNames }) => [name, ...otherNames]),
    byAdjective: indexBy(countries, ({ adjectives }) => adjectives),
    bySeat: indexBy(countries, ({ seats }) => seats),
    cityHashes: file.getArrayOrThrow("cityHashes", "u32"),
    cityCountries: file.getArrayOrThrow("cityCountries", "u8"),
    provinceHashes: file.getArrayOrThrow("provinceHashes", "u32"),
    provinceCountries: file.getArrayOrThrow("provinceCountries", "u8"),
    givenNameHashes: file.getArrayOrThrow("givenNameHashes", "u32"),
    genderedNameHashes: file.getArrayOrThrow("genderedNameHashes", "u32"),
    genderedNameGenders: file.getArrayOrThrow("genderedNameGenders", "u8"),
  });
}

function split(list: string): string[] {
  return list === "" ? [] : list.split("|");
}

function indexBy(
  countries: readonly Country[],
  getNames: (country: Country) => readonly string[],
): Map<string, Country> {
  const index = new Map<string, Country>();
  for (const country of countries) for (const name of getNames(country)) index.set(toGazetteerKey(name), country);
  return index;
}
