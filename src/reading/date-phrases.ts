/**
 * Asks chrono for the date phrases of a text, but each of its parsers only where the text has what the parser's pattern
 * cannot do without: most texts have a weekday or a month and nothing else. The phrases are the same.
 */
import * as chrono from "chrono-node/en";
import { hashWord } from "./hash-word.ts";

type Context = Parameters<chrono.Parser["pattern"]>[0];
type Match = Parameters<chrono.Parser["extract"]>[1];

const DIGIT = /\d/;
const YEAR = /\d{4}/;
/** Numbers joined by a mark. */
const NUMBERS = /\d[/.-]\d/;
/** The number of a day, in words or not. */
const DAY =
  /\d|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|teenth|twentieth|thirtieth/i;
const MONTH = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;
const WEEKDAY = /mon|tue|wed|thu|fri|sat|sun|week/i;
/** The words before a number of units, and how such a number may begin. */
const WITHIN =
  /\b(?:within|in|for)\s*(?:about|around|roughly|approximately|just|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|a|few|several|the|couple)/i;
const AGO = /ago|before|earlier/i;
const LATER = /later|after|now|henceforth|forward|out/i;
const DEICTIC_DAY = /now|day|night|morrow|tmr/i;
const TIME_OF_DAY = /morning|noon|evening|night|midday/i;
const MONTH_ITSELF = /month/i;
const END = /end|day/i;
const RELATIVE = /this|last|past|next|after/i;
const RELATIVE_OR_SIGN = /this|last|past|next|after|[+-]/i;

/**
 * By the hash of a pattern's source what a text must have for it. A pattern that is not listed, as another version of chrono
 * may have one, is always looked for.
 */
const NEEDS: ReadonlyMap<number, readonly RegExp[]> = new Map([
  [0xcbda_09e8, [YEAR]], // 2024-05-21, 2024 May 21
  [0xbb6f_06bd, [YEAR]], // 2024-05-21T10:00Z
  [0x5424_6e38, [NUMBERS]], // 5/21/2024
  [0x69a7_8c5f, [WITHIN]], // within two days
  [0x7bc5_adb3, [MONTH, DAY]], // 21 May
  [0x5143_a643, [MONTH, DAY]], // May 21
  [0xc3ac_7316, [WEEKDAY]], // Monday
  [0xd2ac_b1b1, [NUMBERS]], // 5/2024
  [0x6f25_cd98, [DIGIT]], // at 10:30
  [0x88a5_1144, [AGO]], // two days ago
  [0xfe27_ff19, [LATER]], // two days later
  [0x2bc3_7299, [MONTH, DIGIT]], // 2024 May
  [0xd84a_094f, [DEICTIC_DAY]], // yesterday
  [0x1458_9975, [TIME_OF_DAY]], // this morning
  [0x12a3_1abf, [MONTH_ITSELF, END]], // end of the month
  [0x1ff0_5841, [MONTH]], // in May
  [0xf34a_999c, [RELATIVE]], // last week
  [0xbffb_24d7, [RELATIVE_OR_SIGN]], // next two days
]);

const NOWHERE = /^(?!)/;

/** What a text must have for a pattern, where it is known. */
export function findNeeds(pattern: RegExp): readonly RegExp[] | undefined {
  return NEEDS.get(hashWord(pattern.source));
}

/** A parser of chrono that is asked only where its needs are met. */
class SparingParser implements chrono.Parser {
  readonly #parser: chrono.Parser;
  #pattern: RegExp | undefined;
  #needs: readonly RegExp[] = [];

  constructor(parser: chrono.Parser) {
    this.#parser = parser;
  }

  pattern(context: Context): RegExp {
    const pattern = this.#parser.pattern(context);
    if (pattern !== this.#pattern) {
      this.#pattern = pattern;
      this.#needs = findNeeds(pattern) ?? [];
    }
    return this.#needs.every((need) => need.test(context.text)) ? pattern : NOWHERE;
  }

  extract(context: Context, match: Match): ReturnType<chrono.Parser["extract"]> {
    return this.#parser.extract(context, match);
  }
}

const { parsers, refiners } = chrono.casual;
const sparing = new chrono.Chrono({ parsers: parsers.map((parser) => new SparingParser(parser)), refiners });

/** The date phrases of a text, in its order. */
export function findDatePhrases(text: string, reference: chrono.ParsingReference): chrono.ParsedResult[] {
  return sparing.parse(text, reference);
}
