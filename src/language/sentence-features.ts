/**
 * What may be the end of a sentence, and what shows whether it is.
 *
 * A place between two tokens is looked at when a mark that can end a sentence stands before it (with closing quotation
 * marks and brackets), when a line ends there, or when the next word begins with a capital letter after a small one or
 * a mark. Features are hashed into buckets; the same code serves training and use.
 */
import { BEFORE_NUMBER, TITLES } from "./abbreviations.ts";
import { classAt, DIGIT, isLetterClass, isWordClass, LOWER, SPACE, UPPER } from "./character-classes.ts";
import type { TokenSpans } from "./split-tokens.ts";

/** Number of buckets of features, a power of two. */
export const SENTENCE_BUCKETS = 1 << 15;
export const SENTENCE_TEMPLATES = 21;

const END = {
  none: 0,
  point: 1,
  query: 2,
  ellipsis: 3,
  colon: 4,
  semicolon: 5,
  dash: 6,
  comma: 7,
  abbreviation: 8,
  mark: 9,
  number: 10,
};
const NEXT = {
  capitalised: 0,
  capitals: 1,
  lower: 2,
  digit: 3,
  quote: 4,
  bracket: 5,
  bullet: 6,
  address: 7,
  mark: 8,
  letter: 9,
  end: 10,
  opener: 11,
};

/** Walks through the places of a text where a sentence may end, in order. */
export class SentenceCandidates {
  readonly features = new Int32Array(SENTENCE_TEMPLATES);
  /** Whether the place last looked at has a mark before it that ends sentences, or a line break. */
  isMarked = false;
  readonly #text: string;
  readonly #spans: TokenSpans;
  /** 1 where the text shows next to no capital letters, so that they tell nothing. */
  readonly #caseless: number;
  readonly #longestLine: number;
  #openStraight = 0;
  #openBrackets = 0;
  #lineStart = 0;

  constructor(text: string, spans: TokenSpans) {
    this.#text = text;
    this.#spans = spans;
    let capitals = 0;
    for (let i = 0; i < spans.count; i++) if (classAt(text, spans.starts[i]) === UPPER) capitals += 1;
    this.#caseless = capitals * 50 < spans.count ? 1 : 0;
    let longest = 0;
    for (let start = 0; start < text.length; ) {
      let end = text.indexOf("\n", start);
      if (end < 0) end = text.length;
      longest = Math.max(longest, end - start);
      start = end + 1;
    }
    this.#longestLine = bucketOfLine(longest);
  }

  /**
   * Whether a paragraph ends after token `i`, and with it a sentence: at a blank line or the sign of a paragraph, and at
   * every line break of a text that has long lines, since nobody broke those for their length.
   */
  endsParagraph(i: number): boolean {
    const { ends, starts, count } = this.#spans;
    if (i + 1 >= count) return true;
    if (starts[i + 1] === ends[i]) return false;
    let lines = 0;
    for (let k = ends[i]; k < starts[i + 1]; k++) {
      const unit = this.#text.charCodeAt(k);
      if (unit === 10 || (unit === 13 && this.#text.charCodeAt(k + 1) !== 10)) lines += 1;
      else if (unit === 0x2029 || unit === 12) lines += 2;
    }
    return lines > 1 || (lines === 1 && this.#longestLine === LONG_LINE);
  }

  /** Takes note of a boundary after token `i`. */
  endSentence(i: number, isParagraph: boolean): void {
    if (!isParagraph) return;
    this.#openStraight = 0;
    this.#openBrackets = 0;
    if (i + 1 < this.#spans.count) this.#lineStart = this.#spans.starts[i + 1];
  }

  /**
   * Looks at the place after token `i`; every token must be shown once, in order.
   *
   * @param firstToken Where the present sentence began.
   * @returns Whether a sentence may end there; if so, `features` holds one bucket per template.
   */
  look(i: number, firstToken: number): boolean {
    const text = this.#text;
    const { starts, ends, count } = this.#spans;
    const start = starts[i];
    const unit = text.charCodeAt(start);
    const size = ends[i] - start;
    if (unit === 34 || (unit === 96 && size === 2)) this.#openStraight ^= 1;
    else if (unit === 40 || unit === 91) this.#openBrackets += 1;
    else if ((unit === 41 || unit === 93) && this.#openBrackets > 0) this.#openBrackets -= 1;
    if (i + 1 >= count || opensAt(text, start, ends[i], starts[i + 1], i === 0 ? 0 : ends[i - 1])) return false;
    if (closesAt(text, starts[i + 1], ends[i + 1], ends[i])) return false;
    let newline = 0;
    const gapEnd = starts[i + 1];
    for (let k = ends[i]; k < gapEnd; k++) {
      const space = text.charCodeAt(k);
      if (space === 10 || space === 13 || space === 0x2028) {
        newline = 1;
        break;
      }
    }
    if (newline === 0) {
      // Columns of a table, and the mark before an item of a list.
      if (unit === 124 || text.charCodeAt(gapEnd) === 124) return false;
      if (i === firstToken && (unit === 45 || unit === 42 || unit === 0x2022 || unit === 0x2013)) return false;
    }
    const gap = newline === 1 ? 2 : gapEnd > ends[i] ? 1 : 0;
    const kind = classAt(text, start);
    const nextKind = classAt(text, gapEnd);
    const last = text.charCodeAt(ends[i] - 1);
    const isWord = isWordClass(kind);
    if (isWord && last !== 46 && newline === 0) {
      if (nextKind === LOWER || nextKind === DIGIT) {
        // Addresses open new lines of old e-mail.
        if (!text.startsWith("http", gapEnd)) return false;
      } else if (nextKind !== UPPER) {
        const next = text.charCodeAt(gapEnd);
        if (next !== 42 && next !== 0x2022 && next !== 45) return false;
      }
    }
    this.#collect(i, firstToken, gap, newline);
    if (newline === 1) this.#lineStart = gapEnd;
    return true;
  }

  #collect(i: number, firstToken: number, gap: number, newline: number): void {
    const text = this.#text;
    const { starts, ends } = this.#spans;
    let ending = i;
    let closer = 0;
    while (ending > firstToken && i - ending < 3) {
      const mark = closerAt(text, starts[ending], ends[ending]);
      if (mark === 0) break;
      closer = mark;
      ending -= 1;
    }
    const end = this.#endType(ending);
    this.isMarked = newline === 1 || (end !== END.none && end !== END.comma && end !== END.mark && end !== END.colon);
    const next = this.#nextType(i + 1);
    const afterNext = this.#nextType(i + 2);
    const quote = this.#openStraight;
    const bracket = this.#openBrackets > 0 ? 1 : 0;
    const before = end === END.none || end === END.abbreviation ? ending : ending - 1;
    const hasBefore = before >= firstToken;
    const wordBefore = hasBefore ? hashToken(text, starts[before], ends[before]) : 1;
    const shapeBefore = hasBefore ? this.#nextType(before) : NEXT.end;
    const sizeBefore = hasBefore ? Math.min(6, ends[before] - starts[before]) : 0;
    const wordTwoBefore = before - 1 >= firstToken ? hashToken(text, starts[before - 1], ends[before - 1]) : 2;
    const shapeTwoBefore = before - 1 >= firstToken ? this.#nextType(before - 1) : NEXT.end;
    const nextWord = hashToken(text, starts[i + 1], ends[i + 1]);
    const spaced = ending > 0 && starts[ending] > ends[ending - 1] ? 1 : 0;
    const length = bucketOfLength(i + 1 - firstToken);
    const line = newline === 1 ? bucketOfLine(ends[i] - this.#lineStart) : 0;
    const caseless = this.#caseless;
    const at = end * 16 + next;
    const { features } = this;
    let n = 0;
    const put = (a: number, b: number, c: number): void => {
      features[n] = bucketOf(n, a, b, c);
      n += 1;
    };
    put(at, closer * 4 + gap, caseless);
    put(at, afterNext * 4 + quote * 2 + bracket, closer);
    put(end, wordBefore, 0);
    put(at, wordBefore, gap);
    put(end, nextWord, caseless);
    put(end, nextWord, closer * 4 + quote * 2 + bracket);
    put(at, shapeBefore, length);
    put(at, length, closer);
    put(at, line * 8 + this.#longestLine, gap * 2 + caseless);
    put(end, wordBefore, nextWord);
    put(at, afterNext, spaced * 4 + gap);
    put(at, sizeBefore, shapeBefore);
    put(at, quote * 2 + bracket, closer * 8 + spaced);
    put(at, wordTwoBefore, 0);
    put(at, shapeTwoBefore, shapeBefore);
    put(at, 0, 0);
    put(end, shapeBefore * 16 + shapeTwoBefore, nextWord);
    const opener = isOpener(text, starts[i + 1], ends[i + 1]) ? 1 : 0;
    const abbreviation = end === END.abbreviation ? this.#abbreviationType(ending) : 0;
    put(at, opener * 2 + caseless, (closer * 4 + gap) * 8 + abbreviation);
    put(at, abbreviation * 16 + afterNext, opener * 2 + caseless);
    put(end, opener, wordBefore);
    put(next * 16 + afterNext, line * 8 + this.#longestLine, shapeBefore * 16 + end);
  }

  #endType(i: number): number {
    const text = this.#text;
    const start = this.#spans.starts[i];
    const end = this.#spans.ends[i];
    const unit = text.charCodeAt(start);
    if (isWordClass(classAt(text, start))) {
      if (text.charCodeAt(end - 1) === 46) return classAt(text, start) === DIGIT ? END.number : END.abbreviation;
      return END.none;
    }
    switch (unit) {
      case 46:
        return end - start === 1 ? END.point : END.ellipsis;
      case 33:
      case 63:
        return END.query;
      case 0x2026:
        return END.ellipsis;
      case 58:
        return END.colon;
      case 59:
        return END.semicolon;
      case 44:
        return END.comma;
      case 45:
      case 0x2013:
      case 0x2014:
        return END.dash;
      default:
        return END.mark;
    }
  }

  #abbreviationType(i: number): number {
    const text = this.#text;
    const start = this.#spans.starts[i];
    const end = this.#spans.ends[i] - 1;
    if (end - start === 1) return 1;
    const word = text.slice(start, end).toLowerCase();
    if (TITLES.has(word)) return 2;
    if (word.includes(".")) return 3;
    return BEFORE_NUMBER.has(word) ? 4 : 5;
  }

  #nextType(i: number): number {
    const { starts, ends, count } = this.#spans;
    if (i >= count) return NEXT.end;
    const text = this.#text;
    const start = starts[i];
    const size = ends[i] - start;
    const kind = classAt(text, start);
    if (kind === UPPER) {
      if (size === 1 || (size === 2 && text.charCodeAt(start + 1) === 46)) return NEXT.letter;
      return classAt(text, start + 1) === UPPER ? NEXT.capitals : NEXT.capitalised;
    }
    if (isLetterClass(kind)) {
      return size > 10 && (text.startsWith("http", start) || text.startsWith("www.", start))
        ? NEXT.address
        : NEXT.lower;
    }
    if (kind === DIGIT) return NEXT.digit;
    switch (text.charCodeAt(start)) {
      case 34:
      case 39:
        // With a space before and none behind, it opens.
        return i > 0 && ends[i - 1] < start && i + 1 < count && starts[i + 1] === ends[i] ? NEXT.opener : NEXT.quote;
      case 96:
        return NEXT.quote;
      case 0x2018:
      case 0x201c:
      case 0xab:
        return NEXT.opener;
      case 40:
      case 91:
        return NEXT.bracket;
      case 42:
      case 45:
      case 0x2013:
      case 0x2014:
      case 0x2022:
        return NEXT.bullet;
      default:
        return NEXT.mark;
    }
  }
}

/** Whether a token is a mark that opens something, so that no sentence ends behind it. */
function opensAt(text: string, start: number, end: number, nextStart: number, previousEnd: number): boolean {
  switch (text.charCodeAt(start)) {
    case 40:
    case 91:
    case 0x201c:
    case 0x2018:
    case 0xab:
      return true;
    case 34:
      return nextStart === end && (previousEnd < start || start === 0);
    default:
      return false;
  }
}

/** Whether a token is a mark that closes something or goes on, so that no sentence ends before it. */
function closesAt(text: string, start: number, end: number, previousEnd: number): boolean {
  switch (text.charCodeAt(start)) {
    case 41:
    case 93:
      return end - start === 1;
    case 44:
    case 59:
    case 58:
      // No mark that goes on begins a sentence, though a smile may.
      return end - start === 1;
    case 0x201d:
    case 0xbb:
      return true;
    case 34:
    case 39:
    case 0x2019:
      return start === previousEnd && (end >= text.length || classAt(text, end) === SPACE);
    default:
      return false;
  }
}

/** Words that open sentences more often than names: closed classes. */
const OPENERS = new Set(
  "the a an this that these those he she it they we i you his her its their our my your there here but and or so if when while as although though because since after before in on at by for from with to of both some many most all no not what who how why where which yes however meanwhile then now also".split(
    " ",
  ),
);

function isOpener(text: string, start: number, end: number): boolean {
  return end - start <= 9 && OPENERS.has(text.slice(start, end).toLowerCase());
}

/** What kind of closing mark a token is; 0 for every other token. */
function closerAt(text: string, start: number, end: number): number {
  switch (text.charCodeAt(start)) {
    case 34:
      return 1;
    case 0x201d:
    case 0xbb:
      return 2;
    case 41:
      return end - start === 1 ? 3 : 0;
    case 93:
    case 125:
      return 4;
    case 39:
      return end - start === 1 ? 5 : text.charCodeAt(start + 1) === 39 ? 2 : 0;
    case 0x2019:
      return end - start === 1 ? 5 : 0;
    case 96:
      return end - start === 2 ? 2 : 0;
    default:
      return 0;
  }
}

function bucketOfLength(tokens: number): number {
  return tokens < 4 ? tokens : tokens < 6 ? 4 : tokens < 11 ? 5 : tokens < 30 ? 6 : 7;
}

/** The bucket of lines that are longer than any page is wide. */
const LONG_LINE = 6;

function bucketOfLine(units: number): number {
  return units < 30 ? 1 : units < 60 ? 2 : units < 76 ? 3 : units < 100 ? 4 : units < 200 ? 5 : LONG_LINE;
}

/** A hash of a token in small letters; of long ones, of their first 20 characters. */
function hashToken(text: string, start: number, end: number): number {
  let hash = 0x811c_9dc5 | 0;
  const stop = Math.min(end, start + 20);
  for (let i = start; i < stop; i++) {
    let unit = text.charCodeAt(i);
    if (unit >= 65 && unit <= 90) unit |= 32;
    else if (unit >= 48 && unit <= 57) unit = 48;
    hash = Math.imul(hash ^ unit, 0x0100_0193);
  }
  return hash;
}

function bucketOf(template: number, a: number, b: number, c: number): number {
  let hash = Math.imul(template + 1, 0x9e37_79b1) ^ Math.imul(a + 0x7f4a_7c15, 0x85eb_ca77);
  hash = Math.imul(hash ^ (hash >>> 15) ^ b, 0xc2b2_ae3d);
  hash = Math.imul(hash ^ (hash >>> 13) ^ c, 0x27d4_eb2f);
  return (hash ^ (hash >>> 16)) & (SENTENCE_BUCKETS - 1);
}
