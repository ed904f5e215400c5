/**
 * Cuts a text into the tokens of Universal Dependencies English (EWT, GUM): words, parts of contractions, marks.
 *
 * One pass over the characters; whatever looks ahead does so within one stretch without space and remembers that it
 * failed, so that time grows with the length of the text alone. White space is never part of a token, and everything else
 * is part of exactly one.
 */
import { ALWAYS, BEFORE_LETTER_NAME, BEFORE_NUMBER, TITLES, WITH_CAPITAL } from "./abbreviations.ts";
import {
  classAt,
  classOfPoint,
  DIGIT,
  isLetterClass,
  isWordClass,
  LOWER,
  MARK,
  SPACE,
  SURROGATE,
  UPPER,
} from "./character-classes.ts";

/** Where the tokens start and end: the first `count` places of both arrays. */
export interface TokenSpans {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly count: number;
}

const [QUOTE, HASH, DOLLAR, AMPERSAND, APOSTROPHE, PLUS, COMMA, HYPHEN, POINT, SLASH, COLON, AT, BACKTICK] = Array.from(
  "\"#$&'+,-./:@`",
  (mark) => mark.charCodeAt(0),
);
const CURLY_APOSTROPHE = 0x2019;
const [LOWER_A, LOWER_M, LOWER_N, LOWER_O, LOWER_S, LOWER_T] = Array.from("amnost", (letter) => letter.charCodeAt(0));

/** Marks that run together when repeated: "...", "!?", "--", "***". */
const REPEATED = new Set("-=*_~#+<>'`’‘–—$".split("").map((mark) => mark.charCodeAt(0)));
const isEnding = (unit: number): boolean => unit === 33 || unit === 63;

const CLITICS = new Set(["s", "m", "re", "ve", "ll", "d"]);
/** Words written as one that are two: where the second begins. */
const FUSED = new Map([
  ["cannot", 3],
  ["gonna", 3],
  ["wanna", 3],
  ["gotta", 3],
  ["gimme", 3],
  ["lemme", 3],
  ["dont", 2],
  ["didnt", 3],
  ["doesnt", 4],
  ["isnt", 2],
  ["wasnt", 3],
  ["arent", 3],
  ["wont", 2],
  ["cant", 2],
  ["couldnt", 5],
  ["wouldnt", 5],
  ["shouldnt", 6],
  ["havent", 4],
  ["hasnt", 3],
  ["hadnt", 3],
  ["werent", 4],
  ["aint", 2],
  ["ive", 1],
  ["im", 1],
]);
/** Forms with an apostrophe in front that are one word. */
const ELIDED = new Set([
  "em",
  "til",
  "cause",
  "bout",
  "tis",
  "twas",
  "n",
  "s",
  "m",
  "re",
  "ve",
  "ll",
  "d",
  "t",
  "cuz",
  "round",
  "ud",
]);
/** What a hyphen does not part from the rest of the word. */
const PREFIXES = new Set(
  "e non pre anti mid mis re post co over multi pro ex sub semi neo un counter intra inter micro mini macro mega ultra infra extra trans socio psycho proto pseudo quasi bi tri uni de cross arch super hyper vice-versa u uh oh".split(
    " ",
  ),
);
const UNITS = new Set(
  "am pm a.m p.m k m b bn mn tn mm cm km kg g mg ml lb lbs ft in oz mph kph kmh hz khz mhz ghz kb mb gb tb kw mw gw kwh mwh hr hrs min mins sec secs yr yrs p c f x".split(
    " ",
  ),
);
/** Last parts of names of hosts and files. */
const DOMAINS = new Set(
  "com org net edu gov mil int info biz co uk us ca au nz ie fr de es it eu ru cn jp in za ch nl be se no dk fi pl ua il br mx ar tv io me html htm asp aspx php pdf doc docx xls xlsx ppt txt jpg jpeg png gif zip csv xml json js mp3 mp4 exe url".split(
    " ",
  ),
);
const EMOTICON = /[:;=8][-o^']?[()[\]DPpOo/\\|3*]+|[(][-]?[:;=]|<3+|\^[_.-]?\^|-_-|:'\(|xD\b/y;
/** An emoji with all that is joined to it. */
const EMOJI =
  /(?:\p{RI}\p{RI}|[\p{Extended_Pictographic}\p{Emoji_Presentation}](?:\ufe0f|\p{EMod})*(?:\u200d\p{Extended_Pictographic}(?:\ufe0f|\p{EMod})*)*)/uy;

/** Longest stretch that is looked at in search of an address. */
const MAX_LOOK_AHEAD = 2048;

/** Finds the tokens of a text, in order. */
export function splitTokens(text: string): TokenSpans {
  return new Splitter(text).split();
}

class Splitter {
  readonly text: string;
  starts: Uint32Array;
  ends: Uint32Array;
  count = 0;
  /** Until where the present stretch without space reaches, and whether it holds "@" or "://" or "www.". */
  stretchEnd = 0;
  hasAt = false;
  hasLink = false;
  /** Until where no name of a host or a file begins, where one goes on, and until where no address of e-mail begins. */
  noHostBefore = 0;
  hostBefore = 0;
  noMailBefore = 0;

  constructor(text: string) {
    this.text = text;
    this.starts = new Uint32Array((text.length >> 2) + 16);
    this.ends = new Uint32Array(this.starts.length);
  }

  split(): TokenSpans {
    const { text } = this;
    for (let i = 0; i < text.length; ) {
      const kind = classAt(text, i);
      if (kind === SPACE) i += 1;
      else if (isWordClass(kind)) i = this.takeWord(i);
      else i = this.takeMark(i, kind);
    }
    return { starts: this.starts, ends: this.ends, count: this.count };
  }

  add(start: number, end: number): number {
    if (this.count === this.starts.length) {
      const starts = new Uint32Array(this.count * 2);
      const ends = new Uint32Array(this.count * 2);
      starts.set(this.starts);
      ends.set(this.ends);
      this.starts = starts;
      this.ends = ends;
    }
    this.starts[this.count] = start;
    this.ends[this.count++] = end;
    return end;
  }

  /** Takes the word that starts at `start`, with the parts of a contraction; gives the place after it. */
  takeWord(start: number): number {
    const { text } = this;
    let end = this.skipWord(start);
    let next = text.charCodeAt(end);
    if (next === 32) return this.addWord(start, end);
    if (end >= this.stretchEnd) this.look(end);
    if (this.hasAt || this.hasLink) {
      const address = this.findAddress(start);
      if (address > 0) return this.add(start, address);
    }
    // Each turn goes on behind a mark that belongs to the word; every other ends it.
    for (;;) {
      next = text.charCodeAt(end);
      const after = classAt(text, end + 1);
      let joined = 0;
      if (next === APOSTROPHE || next === CURLY_APOSTROPHE || next === BACKTICK) {
        const clitic = this.takeClitic(start, end, after);
        if (clitic > 0) return clitic;
        if (isLetterClass(after) && next !== BACKTICK) joined = end + 1;
      } else if (next === POINT) {
        if (isWordClass(after)) {
          if (this.joinsPoint(start, end, after)) joined = end + 1;
          // "Mr.Smith", "Nov.28"
          else if (after !== LOWER && end - start > 1 && this.isAbbreviation(start, end))
            return this.add(start, end + 1);
        } else if (this.isAbbreviation(start, end) || this.isListNumber(start, end)) return this.add(start, end + 1);
      } else if (next === HYPHEN || next === 0x2010 || next === 0x2011) {
        if (isWordClass(after) && this.joinsHyphen(start, end)) joined = end + 1;
      } else if (next === COMMA) {
        if (after === DIGIT && this.isGroupOfDigits(start, end)) joined = end + 1;
      } else if (next === COLON) {
        if (after === DIGIT && classAt(text, end - 1) === DIGIT) joined = end + 1;
      } else if (next === SLASH) {
        if (isWordClass(after) && this.joinsSlash(start, end)) joined = end + 1;
      } else if (next === AMPERSAND) {
        if (
          after === UPPER &&
          end - start <= 3 &&
          classAt(text, end - 1) === UPPER &&
          this.skipWord(end + 1) - end <= 4
        )
          joined = end + 1;
      } else if (next === AT) {
        if (isWordClass(after) && !(classAt(text, start) === DIGIT)) joined = end + 1;
      } else if (next === DOLLAR) {
        // "US$", "C$"
        if (end - start <= 2 && classAt(text, end - 1) === UPPER && classAt(text, start) === UPPER) {
          return this.add(start, end + 1);
        }
      } else if (next >= 0xd800 && next < 0xdc00 && this.isAstralLetter(end)) {
        end = this.skipWord(end + 2);
        continue;
      }
      if (joined === 0) return this.addWord(start, end);
      end = this.skipWord(joined);
    }
  }

  skipWord(start: number): number {
    const { text } = this;
    let end = start;
    for (;;) {
      const unit = text.charCodeAt(end);
      if ((unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90)) end += 1;
      else if (unit !== 95 && isWordClass(classAt(text, end))) end += 1;
      else if (unit === 95) end += 1;
      else return end;
    }
  }

  /** Adds a word that no mark parts, in two tokens where two words are written as one or a unit follows a number. */
  addWord(start: number, end: number): number {
    const { text } = this;
    const first = text.charCodeAt(start);
    if (first >= 48 && first <= 57) {
      let letters = end;
      while (letters > start && isLetterClass(classAt(text, letters - 1))) letters -= 1;
      const size = end - letters;
      if (size > 0 && size <= 4 && letters > start && UNITS.has(text.slice(letters, end).toLowerCase())) {
        this.add(start, letters);
        return this.add(letters, end);
      }
      return this.add(start, end);
    }
    const size = end - start;
    if (size >= 2 && size <= 8) {
      const last = text.charCodeAt(end - 1) | 32;
      const before = text.charCodeAt(end - 2) | 32;
      // The endings of what is in the table: -not, -nna, -tta, -mme, -nt, -ive, -im.
      if (
        (last === LOWER_T && (before === LOWER_O || before === LOWER_N)) ||
        (last === LOWER_A && (before === LOWER_N || before === LOWER_T)) ||
        (last === 101 && (before === LOWER_M || before === 118)) ||
        (last === LOWER_M && size === 2)
      ) {
        const word = text.slice(start, end);
        const cut = FUSED.get(word.toLowerCase());
        // "IM" in capitals is no "I am", "cant" with a capital may be a name.
        if (cut !== undefined && (size > 2 || first === 73 || first === 105) && word !== "IM" && word !== "IVE") {
          this.add(start, start + cut);
          return this.add(start + cut, end);
        }
      }
    }
    return this.add(start, end);
  }

  /** Adds a word and its clitic ("Ann|'s", "do|n't") where one ends at an apostrophe; gives 0 where there is none. */
  takeClitic(start: number, apostrophe: number, after: number): number {
    const { text } = this;
    if (!isLetterClass(after)) return 0;
    let end = apostrophe + 2;
    while (end < apostrophe + 5 && isLetterClass(classAt(text, end))) end += 1;
    if (isWordClass(classAt(text, end))) return 0;
    const clitic = text.slice(apostrophe + 1, end).toLowerCase();
    if (clitic === "t" && (text.charCodeAt(apostrophe - 1) | 32) === LOWER_N) {
      if (apostrophe - 1 === start) return this.add(start, end);
      this.add(start, apostrophe - 1);
      return this.add(apostrophe - 1, end);
    }
    if (!CLITICS.has(clitic)) return 0;
    // "1990's" is one token.
    if (
      clitic === "s" &&
      text.charCodeAt(apostrophe - 1) === 48 &&
      (apostrophe - start === 4 || apostrophe - start === 2)
    ) {
      return this.add(start, end);
    }
    this.addWord(start, apostrophe);
    return this.add(apostrophe, end);
  }

  /** Learns what the stretch without space around `index` holds. */
  look(index: number): void {
    const { text } = this;
    this.hasAt = false;
    this.hasLink = false;
    let end = index;
    for (; end < text.length; end++) {
      const unit = text.charCodeAt(end);
      if (unit === AT) this.hasAt = true;
      else if (unit === COLON || unit === POINT) this.hasLink = true;
      else if (unit === 32 || (unit !== 95 && (unit < 33 || unit > 126) && classAt(text, end) === SPACE)) break;
    }
    this.stretchEnd = end;
  }

  /** The end of an address of the web or of e-mail that starts here, or 0. */
  findAddress(start: number): number {
    const { text } = this;
    if (this.hasLink) {
      const first = text.charCodeAt(start) | 32;
      // http, https, ftp, mailto, www
      if (first === 104 || first === 102 || first === LOWER_M || first === 119) {
        const head = text.slice(start, start + 9).toLowerCase();
        if (/^(?:https?:\/\/|ftp:\/\/|mailto:|www\.)./.test(head)) return this.trimAddress(start, this.stretchEnd);
      }
    }
    if (this.hasAt && start >= this.noMailBefore) {
      const limit = Math.min(this.stretchEnd, start + MAX_LOOK_AHEAD);
      let end = start;
      while (end < limit && this.isMailUnit(end)) end += 1;
      if (text.charCodeAt(end) === AT && end > start && isWordClass(classAt(text, end + 1))) {
        end += 1;
        while (end < limit && this.isMailUnit(end)) end += 1;
        while (!isWordClass(classAt(text, end - 1))) end -= 1;
        return end;
      }
      this.noMailBefore = end;
    }
    return 0;
  }

  isMailUnit(index: number): boolean {
    const unit = this.text.charCodeAt(index);
    return unit === POINT || unit === HYPHEN || unit === PLUS || unit === 37 || isWordClass(classAt(this.text, index));
  }

  /** An address without the marks after it that belong to the sentence. */
  trimAddress(start: number, limit: number): number {
    const { text } = this;
    let end = limit;
    let open = 0;
    for (let i = start; i < end; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 40) open += 1;
      else if (unit === 41) open -= 1;
      else if (unit === 60 || unit === 62 || unit === QUOTE || unit === 0x201c || unit === 0x201d) end = i;
    }
    while (end > start + 4) {
      const unit = text.charCodeAt(end - 1);
      if (unit === 41 && open < 0) open += 1;
      else if (!".,;:!?'*’‘]}>»".includes(text[end - 1])) break;
      end -= 1;
    }
    return end;
  }

  joinsPoint(start: number, point: number, after: number): boolean {
    const { text } = this;
    const before = classAt(text, point - 1);
    if (before === DIGIT && after === DIGIT) return true;
    if (before !== DIGIT && after !== DIGIT) {
      // "U.S", "p.m", "Ph.D"
      const isSingleBefore = point - 1 === start || text.charCodeAt(point - 2) === POINT;
      const end = this.skipWord(point + 1);
      if (isSingleBefore && end === point + 2) return true;
      // "J.Smith" is not, but "U.S.-led" is.
      if (text.slice(start, end).toLowerCase() === "ph.d") return true;
    }
    return this.isHost(start, point);
  }

  /** Whether a name of a host or a file goes on at this point: "news.example.org", "report.pdf". */
  isHost(start: number, point: number): boolean {
    const { text } = this;
    if (point < this.noHostBefore) return false;
    if (point < this.hostBefore) return true;
    const limit = Math.min(this.stretchEnd, start + MAX_LOOK_AHEAD);
    let end = point;
    let lastPoint = point;
    let points = 0;
    let isLowerCase = true;
    for (; end < limit; end++) {
      const unit = text.charCodeAt(end);
      if (unit === POINT) {
        if (!isWordClass(classAt(text, end + 1))) break;
        points += 1;
        lastPoint = end;
      } else if (unit !== HYPHEN && !isWordClass(classAt(text, end))) break;
      if (classAt(text, end) === UPPER) isLowerCase = false;
    }
    const last = text.slice(lastPoint + 1, Math.min(end, lastPoint + 6));
    // The last part is as a rule in small letters; "ended.It" wants a space.
    const isKnown =
      (DOMAINS.has(last) && (last.length > 2 || points > 1)) || (last.length === 3 && DOMAINS.has(last.toLowerCase()));
    if (isKnown || (points >= 2 && isLowerCase && end - start < 64)) {
      this.hostBefore = lastPoint + 1;
      return true;
    }
    this.noHostBefore = end;
    return false;
  }

  joinsHyphen(start: number, hyphen: number): boolean {
    const { text } = this;
    const before = classAt(text, hyphen - 1);
    if (before === DIGIT && classAt(text, hyphen + 1) === DIGIT) return this.isNumberWithHyphens(start, hyphen);
    if (before === DIGIT) return false;
    if (hyphen - start > 7) return false;
    return PREFIXES.has(text.slice(start, hyphen).toLowerCase());
  }

  /** Telephone numbers and dates, but not ranges, scores and years. */
  isNumberWithHyphens(start: number, hyphen: number): boolean {
    const { text } = this;
    const left = hyphen - start;
    let right = hyphen + 1;
    while (right < hyphen + 8 && classAt(text, right) === DIGIT) right += 1;
    const size = right - hyphen - 1;
    if (text.charCodeAt(right) === HYPHEN && classAt(text, right + 1) === DIGIT) return true;
    if (text.lastIndexOf("-", hyphen - 1) >= start) return true;
    return (left === 3 && size === 4) || (left === 5 && size === 4);
  }

  isGroupOfDigits(start: number, comma: number): boolean {
    const { text } = this;
    if (classAt(text, comma - 1) !== DIGIT || classAt(text, start) !== DIGIT) return false;
    const first = comma - start <= 3 || text.charCodeAt(comma - 4) === COMMA;
    return (
      first &&
      classAt(text, comma + 2) === DIGIT &&
      classAt(text, comma + 3) === DIGIT &&
      classAt(text, comma + 4) !== DIGIT
    );
  }

  joinsSlash(start: number, slash: number): boolean {
    const { text } = this;
    const before = classAt(text, slash - 1);
    const after = classAt(text, slash + 1);
    if (before === DIGIT && after === DIGIT) {
      const left = slash - Math.max(start, text.lastIndexOf("/", slash - 1) + 1);
      return left <= 2 || text.lastIndexOf("/", slash - 1) >= start;
    }
    // "w/o", "s/he", "L/C"
    return slash - start === 1 && this.skipWord(slash + 1) - slash <= 3;
  }

  isAbbreviation(start: number, point: number): boolean {
    const { text } = this;
    const size = point - start;
    const kind = classAt(text, start);
    if (size === 1) {
      // "Arvo v. Lund"
      if (text.charCodeAt(start) === 118 && classAt(text, point + 1) === SPACE && classAt(text, point + 2) === UPPER) {
        return this.count > 0 && classAt(text, this.starts[this.count - 1]) === UPPER;
      }
      if (kind !== UPPER) return kind === LOWER && BEFORE_NUMBER.has(text[start]) && this.isNumberAhead(point + 1);
      return this.isInitial(start, point);
    }
    if (size > 6) return false;
    const inner = text.lastIndexOf(".", point - 1);
    // "U.S." and "6p.m.", but not "3.5bn." at a sentence's end.
    if (inner > start) return isLetterClass(classAt(text, point - 1)) && classAt(text, inner - 1) !== DIGIT;
    const last = classAt(text, point - 1);
    if (last === DIGIT || kind === DIGIT) return false;
    const word = text.slice(start, point).toLowerCase();
    if (word === "etc") return !this.isSentenceAhead(point + 1);
    if (TITLES.has(word) || ALWAYS.has(word)) return true;
    if (WITH_CAPITAL.has(word)) return kind === UPPER;
    return BEFORE_NUMBER.has(word) && this.isNumberAhead(point + 1);
  }

  /** "1." at the head of a line. */
  isListNumber(start: number, point: number): boolean {
    if (point - start > 2 || classAt(this.text, start) !== DIGIT || classAt(this.text, point - 1) !== DIGIT)
      return false;
    const before = this.text.charCodeAt(start - 1);
    return (start === 0 || before === 10 || before === 13) && classAt(this.text, point + 1) === SPACE;
  }

  isNumberAhead(index: number): boolean {
    const { text } = this;
    let i = index;
    while (i < index + 3 && i < text.length && classAt(text, i) === SPACE) i += 1;
    const unit = text.charCodeAt(i);
    return i > index && (classAt(text, i) === DIGIT || unit === HASH);
  }

  /** Whether a line ends here or a capital follows. */
  isSentenceAhead(index: number): boolean {
    let i = index;
    while (i < index + 3 && i < this.text.length && classAt(this.text, i) === SPACE) i += 1;
    return (
      i >= this.text.length || (i > index && (classAt(this.text, i) === UPPER || this.text.charCodeAt(i - 1) === 10))
    );
  }

  /** A capital letter with a point is an initial before another name, not at the end of "Plan B." */
  isInitial(start: number, point: number): boolean {
    const { text } = this;
    let i = point + 1;
    while (i < point + 4 && classAt(text, i) === SPACE) i += 1;
    const unit = text.charCodeAt(i);
    if (classAt(text, i) === UPPER) {
      if (this.count === 0) return true;
      const previous = text.slice(this.starts[this.count - 1], this.ends[this.count - 1]);
      return previous.length > 12 || !BEFORE_LETTER_NAME.has(previous.toLowerCase());
    }
    return unit === COMMA || (classAt(text, i) === LOWER && start > 0);
  }

  isAstralLetter(index: number): boolean {
    return isWordClass(classOfPoint(String.fromCodePoint(this.text.codePointAt(index)!)));
  }

  /** Takes a mark, or several that belong together; gives the place after it. */
  takeMark(start: number, kind: number): number {
    const { text } = this;
    const unit = text.charCodeAt(start);
    const next = text.charCodeAt(start + 1);
    if (kind === SURROGATE || unit >= 0x2190) return this.takeSymbol(start);
    switch (unit) {
      case POINT: {
        if (classAt(text, start + 1) === DIGIT && !isWordClass(classAt(text, start - 1))) {
          // ".5"
          return this.addWord(start, this.skipWord(start + 1));
        }
        return this.add(
          start,
          this.skipRun(start, (other) => other === POINT),
        );
      }
      case 33:
      case 63:
        return this.add(start, this.skipRun(start, isEnding));
      case APOSTROPHE:
      case CURLY_APOSTROPHE: {
        const elided = this.skipElided(start);
        if (elided > 0) return this.add(start, elided);
        break;
      }
      case HASH:
        if (isLetterClass(classAt(text, start + 1))) return this.add(start, this.skipWord(start + 1));
        break;
      case PLUS:
        // "+44"
        if (classAt(text, start + 1) === DIGIT && classAt(text, start - 1) === SPACE) {
          return this.add(start, this.skipWord(start + 1));
        }
        break;
      case AT:
        if (isWordClass(classAt(text, start + 1)) && classAt(text, start - 1) === SPACE) {
          return this.add(start, this.skipWord(start + 1));
        }
        break;
    }
    if (REPEATED.has(unit)) {
      if (next === unit)
        return this.add(
          start,
          this.skipRun(start, (other) => other === unit),
        );
    }
    if (unit === COLON || unit === 59 || unit === 61 || unit === 40 || unit === 60 || unit === 94 || unit === HYPHEN) {
      const end = this.skipEmoticon(start);
      if (end > 0) return this.add(start, end);
    }
    return this.add(start, start + 1);
  }

  skipRun(start: number, belongs: (unit: number) => boolean): number {
    let end = start + 1;
    while (end < this.text.length && belongs(this.text.charCodeAt(end))) end += 1;
    return end;
  }

  /** The end of "'em", "'90s" or a clitic that stands alone ("Ann 's"), or 0. */
  skipElided(start: number): number {
    const { text } = this;
    const kind = classAt(text, start + 1);
    if (!isWordClass(kind)) return 0;
    const end = this.skipWord(start + 1);
    if (kind === DIGIT) {
      const isDecade = end === start + 4 && text.charCodeAt(end - 1) === LOWER_S && text.charCodeAt(end - 2) === 48;
      const isYear = end === start + 3 && classAt(text, start + 2) === DIGIT && classAt(text, start - 1) === SPACE;
      return isDecade || (isYear && text.charCodeAt(end) !== text.charCodeAt(start)) ? end : 0;
    }
    // "rock 'n' roll"
    if (
      end === start + 2 &&
      text.charCodeAt(end) === text.charCodeAt(start) &&
      (text.charCodeAt(start + 1) | 32) === LOWER_N
    ) {
      return classAt(text, start - 1) === SPACE && classAt(text, end + 1) === SPACE ? end + 1 : 0;
    }
    if (end - start > 6 || text.charCodeAt(end) === text.charCodeAt(start)) return 0;
    return ELIDED.has(text.slice(start + 1, end).toLowerCase()) ? end : 0;
  }

  skipEmoticon(start: number): number {
    const before = classAt(this.text, start - 1);
    if (start > 0 && before !== SPACE && before !== LOWER && before !== MARK) return 0;
    EMOTICON.lastIndex = start;
    const match = EMOTICON.exec(this.text);
    if (match === null) return 0;
    const end = start + match[0].length;
    const after = classAt(this.text, end);
    return after === SPACE || after === MARK ? end : 0;
  }

  takeSymbol(start: number): number {
    const { text } = this;
    EMOJI.lastIndex = start;
    const match = EMOJI.exec(text);
    if (match !== null) return this.add(start, start + match[0].length);
    const point = text.codePointAt(start)!;
    const end = start + (point > 0xffff ? 2 : 1);
    if (point > 0xffff && isWordClass(classOfPoint(String.fromCodePoint(point)))) {
      let wordEnd = end;
      for (;;) {
        if (isWordClass(classAt(text, wordEnd))) wordEnd += 1;
        else if (
          classAt(text, wordEnd) === SURROGATE &&
          text.codePointAt(wordEnd)! > 0xffff &&
          this.isAstralLetter(wordEnd)
        )
          wordEnd += 2;
        else return this.add(start, wordEnd);
      }
    }
    return this.add(start, end);
  }
}
