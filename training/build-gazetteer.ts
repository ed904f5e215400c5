/**
 * Makes the gazetteer model from open lists: countries, cities, provinces and given names. The gender of a given name is
 * counted: which pronoun comes first after it in news.
 */

import { GAZETTEER_MODEL, hashGazetteerKey, toGazetteerKey } from "../src/language/gazetteer.ts";
import { readCorpusRecords, readCorpusText } from "./corpus-files.ts";
import {
  ADJECTIVE_OWNERS,
  CODES,
  MORE_ADJECTIVES,
  MORE_NAMES,
  MORE_SEATS,
  PREFERRED_NAMES,
  WITHHELD_NAMES,
} from "./country-names.ts";
import { countListedNames, type ListedName } from "./given-name-lists.ts";
import type { Trainer } from "./trainer.ts";

interface GazetteerRow {
  surface: string;
  type: string;
  /** ISO 3166-1 alpha-3, mostly. */
  country: string;
  detail: string;
  source: string;
}

interface Table {
  hashes: Uint32Array<ArrayBuffer>;
  values: Uint8Array<ArrayBuffer>;
}

/** The rows of one list of the gazetteer folder. */
function readGazetteerRows(dataFolder: string, list: string): GazetteerRow[] {
  return readCorpusText(dataFolder, `gazetteer/${list}.tsv.gz`)
    .split("\n")
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => {
      const [surface, type, country, detail, source] = line.split("\t");
      return { surface, type, country, detail, source };
    });
}

export const gazetteerTrainer: Trainer = {
  model: GAZETTEER_MODEL.name,
  after: [],
  train({ dataFolder, progress }) {
    const provinces = readGazetteerRows(dataFolder, "admin1");
    const codes = new Map(Object.entries(CODES));
    for (const { country, detail } of provinces) if (!codes.has(country)) codes.set(country, detail.slice(0, 2));
    const lines = describeCountries(
      readGazetteerRows(dataFolder, "countries").filter(({ source }) => source === "mledoze/countries"),
      codes,
    );
    const order = new Map(lines.map((line, index) => [line.slice(0, 2), index]));
    // The list of cities writes some countries out, as ISO does: "Korea, Republic of", "Taiwan, Province of China".
    for (const line of lines) {
      const [code, name, otherNames] = line.split("\t");
      for (const other of [name, ...otherNames.split("|")]) codes.set(other.toLowerCase(), code);
    }
    const getCode = (country: string): string | undefined =>
      codes.get(country) ??
      codes.get(country.toLowerCase()) ??
      codes.get(country.split(",")[0].toLowerCase()) ??
      /alpha-2 code: ([A-Z]{2})/.exec(country)?.[1];
    const placeEntries = (rows: GazetteerRow[]): [string, number][] =>
      rows.flatMap(({ surface, country }) => {
        const index = order.get(getCode(country) ?? "");
        return index === undefined ? [] : [[surface, index]];
      });
    const cities = toTable(placeEntries(readGazetteerRows(dataFolder, "cities")));
    const regions = toTable(placeEntries(provinces));
    const names = new Set(readGazetteerRows(dataFolder, "given-names").map(({ surface }) => surface));
    progress("counting pronouns after given names");
    const genders = settleGenders(countGenders(dataFolder, names), countListedNames());
    const givenNames = toTable([...names].map((name) => [name, 0]));
    const genderedNames = toTable([...genders]);
    return {
      content: {
        ...GAZETTEER_MODEL,
        settings: {},
        sections: {
          countries: lines.join("\n"),
          cityHashes: cities.hashes,
          cityCountries: cities.values,
          provinceHashes: regions.hashes,
          provinceCountries: regions.values,
          givenNameHashes: givenNames.hashes,
          genderedNameHashes: genderedNames.hashes,
          genderedNameGenders: genderedNames.values,
        },
      },
      card: {
        purpose:
          "Lists, no statistics but one: countries with names, adjectives and seats of government; cities, provinces and given names as hashes. The gender of a given name is that of the lists of women's or men's names that hold it and of most first pronouns after it in news; where the two differ it has none.",
        data: [
          "gazetteer/countries, rows of mledoze/countries only: ODbL 1.0. The section `countries` of the model is a derived database under the same licence.",
          "gazetteer/cities, from GeoNames by datasets/world-cities: CC BY 4.0.",
          "gazetteer/admin1, from GeoNames: CC BY 4.0.",
          "gazetteer/given-names, smashew/NameDatabases: public domain.",
          "given names of women and men by country, from @faker-js/faker: MIT.",
          "text/allsides-news, text/bbc-news, text/reuters: research; only the gender of names is counted.",
        ],
        seed: 0,
        scores: [
          ["countries", `${lines.length}`],
          ["cities", `${cities.hashes.length}`],
          ["provinces", `${regions.hashes.length}`],
          ["given names", `${givenNames.hashes.length}`],
          ["given names with a gender", `${genders.size}`],
        ],
        limits: [
          "A list knows nothing of context.",
          "Given names are mostly those of the United States and of Spain's residents.",
          "Cities below 15,000 inhabitants are missing; names of cities are English or local, mostly one of the two.",
        ],
      },
    };
  },
};

/** A line per country, sorted by code: code, name, other names, adjectives, seats. */
function describeCountries(rows: readonly GazetteerRow[], codes: ReadonlyMap<string, string>): string[] {
  const countries = [...new Set(rows.map(({ country }) => country))].filter((country) => country !== "");
  return countries
    .map((country) => {
      const find = (type: string, detail?: string): string[] =>
        rows
          .filter((row) => row.country === country && row.type === type && (detail ?? row.detail) === row.detail)
          .map(({ surface }) => surface);
      const name = PREFERRED_NAMES[country] ?? find("country", "common")[0];
      const names = [...(MORE_NAMES[country] ?? []), ...find("country")];
      const adjectives = [
        ...find("demonym").flatMap((words) => words.split(/, | or /)),
        ...(MORE_ADJECTIVES[country] ?? []),
      ]
        .filter((word) => (ADJECTIVE_OWNERS[word] ?? country) === country)
        .flatMap((word) => (/[aeioynktbdr]$/.test(word) && !/m[ae]n$|ese$/.test(word) ? [word, `${word}s`] : [word]));
      const seats = [...find("capital"), ...(MORE_SEATS[country] ?? [])];
      return [
        codes.get(country) ?? fail(country),
        name,
        unique(names)
          .filter((other) => other !== name && !WITHHELD_NAMES[country]?.includes(other))
          .join("|"),
        unique(adjectives).join("|"),
        unique(seats).join("|"),
      ].join("\t");
    })
    .sort();
}

function fail(country: string): never {
  throw new Error(`No two-letter code for ${country}.`);
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}

/** Hashes in ascending order with a value each; a name with several values has several entries. */
function toTable(entries: readonly (readonly [string, number])[]): Table {
  const keys = new Set(entries.map(([name, value]) => hashGazetteerKey(toGazetteerKey(name)) * 256 + value));
  const sorted = [...keys].sort((a, b) => a - b);
  return {
    hashes: Uint32Array.from(sorted, (key) => Math.floor(key / 256)),
    values: Uint8Array.from(sorted, (key) => key % 256),
  };
}

/** Lists of one gender that must hold a name for every list of the other: "Andrea" is a woman's name but in Italy. */
const MIN_LIST_RATIO = 6;

/** 1 for names of women, 2 for names of men: what lists and news say, where they do not differ. */
function settleGenders(
  counted: ReadonlyMap<string, number>,
  listed: ReadonlyMap<string, ListedName>,
): Map<string, number> {
  const genders = new Map(counted);
  for (const [name, { women, men }] of listed) {
    const gender = women > 0 && women >= MIN_LIST_RATIO * men ? 1 : men > 0 && men >= MIN_LIST_RATIO * women ? 2 : 0;
    const inNews = counted.get(name) ?? gender;
    if (gender !== 0 && inNews === gender) genders.set(name, gender);
    else if (inNews !== 0 && gender !== 0) genders.delete(name);
  }
  return genders;
}

const NEWS = ["allsides-news-2012-2020", "bbc-news-2004-2005", "reuters-21578"];

// A full name, then a pronoun: with nothing but small words between them, or with anything between them.
const FULL_NAME = String.raw`(?<!\p{L})(\p{Lu}[\p{Ll}'-]+) (?:\p{Lu}\. )?\p{Lu}[\p{L}'-]+`;
const PRONOUN = "(s?he|his|him|himself|hers?|herself)(?!\\p{L})";
const NEAR_PRONOUN = new RegExp(String.raw`${FULL_NAME}[,.]?(?: [\p{Ll}\d,'’“”"-]+){0,12}? [“"]?${PRONOUN}`, "gu");
const NAME_OR_PRONOUN = new RegExp(String.raw`${FULL_NAME}|(?<!\p{L})${PRONOUN}`, "gu");
const MAX_CHARS_TO_PRONOUN = 150;

/** 1 for names of women, 2 for names of men, by the first pronoun after a full name; a near pronoun counts twice more. */
function countGenders(dataFolder: string, names: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, { women: number; men: number }>();
  const count = (name: string, pronoun: string, weight: number): void => {
    const seen = counts.get(name) ?? { women: 0, men: 0 };
    if (pronoun === "she" || pronoun.startsWith("her")) seen.women += weight;
    else seen.men += weight;
    counts.set(name, seen);
  };
  for (const set of NEWS) {
    for (const { text } of readCorpusRecords<{ text: string }>(dataFolder, `text/${set}.jsonl.gz`)) {
      for (const [, name, pronoun] of text.matchAll(NEAR_PRONOUN)) if (names.has(name)) count(name, pronoun, 2);
      let name = "";
      let end = 0;
      for (const match of text.matchAll(NAME_OR_PRONOUN)) {
        if (match[2] === undefined) {
          // Two capitalised words that are no known name may be another person's.
          name = names.has(match[1]) ? match[1] : "";
          end = match.index + match[0].length;
        } else {
          if (name !== "" && match.index - end < MAX_CHARS_TO_PRONOUN) count(name, match[2], 1);
          name = "";
        }
      }
    }
  }
  const genders = new Map<string, number>();
  for (const [name, { women, men }] of counts) {
    // News tells more of men, and "he" after a woman's name is mostly somebody else: less is asked of the women's share.
    if (women + men < 5) continue;
    if (women >= 0.6 * (women + men)) genders.set(name, 1);
    else if (men >= 8 && men >= 0.85 * (women + men)) genders.set(name, 2);
  }
  return genders;
}
