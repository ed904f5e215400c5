/**
 * Finds numbers in digits and words, with what they count in: "1,200", "$3.5bn", "twelve hundred", "40 to 50", "43 per cent".
 *
 * Reads the tokens once from left to right. Knows the numbers as tokenised text cuts them too ("1 , 200", "6 . 3").
 * Leaves out times of day, dates in figures, telephone numbers and scores; days and years of a date are found and marked
 * as such. What is counted, and whether "at least" stands before, is for others to see.
 */
import { classAt, DIGIT, isLetterClass, isWordClass, UPPER } from "./character-classes.ts";
import type { Document, Span, Token } from "./document.ts";

export type NumberUnit =
  | { readonly kind: "percent" }
  | { readonly kind: "currency" /** ISO 4217. */; readonly code: string };

export interface NumberMention extends Span {
  readonly startToken: number;
  readonly endToken: number;
  /** In full: "1.2 million" is 1200000. Of a range, its lower end. */
  readonly value: number;
  /** Both ends of a range. */
  readonly low?: number;
  readonly high?: number;
  readonly unit?: NumberUnit;
  /** An ordinal gives a place ("third", "21st"), a label a name ("Article 5"), a date the day of a month or a year. */
  readonly kind: "quantity" | "ordinal" | "label" | "date";
  readonly isYear: boolean;
  /** "hundreds of", "dozens": at least some times the value. */
  readonly isVague: boolean;
}

const words = (list: string): string[] => list.split(" ");
const SMALL = new Map(
  words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
  ).map((word, value) => [word, value] as const),
);
const TENS = new Map(
  words("twenty thirty forty fifty sixty seventy eighty ninety").map((word, i) => [word, (i + 2) * 10] as const),
);
const SCALES = new Map<string, number>([
  ["hundred", 100],
  ["thousand", 1e3],
  ["lakh", 1e5],
  ["million", 1e6],
  ["crore", 1e7],
  ["billion", 1e9],
  ["trillion", 1e12],
  ["mln", 1e6],
  ["bln", 1e9],
  ["dozen", 12],
]);
/** Only right behind digits: "3.5bn". */
const SHORT_SCALES = new Map<string, number>([
  ["k", 1e3],
  ["m", 1e6],
  ["mn", 1e6],
  ["b", 1e9],
  ["bn", 1e9],
  ["tn", 1e12],
]);
const VAGUE = new Map<string, number>([
  ["tens", 10],
  ["dozens", 12],
  ["scores", 20],
  ["hundreds", 100],
  ["thousands", 1e3],
  ["millions", 1e6],
  ["billions", 1e9],
]);
const ORDINALS = new Map<string, number>([
  ...words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
  ).map((word, i) => [word, i + 1] as const),
  ...words("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth").map(
    (word, i) => [word, (i + 2) * 10] as const,
  ),
  ["hundredth", 100],
  ["thousandth", 1000],
]);
const FRACTIONS = new Map<string, number>([
  ["½", 0.5],
  ["¼", 0.25],
  ["¾", 0.75],
  ["⅓", 1 / 3],
  ["⅔", 2 / 3],
]);
const FRACTION_WORDS = new Map<string, number>([
  ["third", 3],
  ["thirds", 3],
  ["quarter", 4],
  ["quarters", 4],
  ["fourths", 4],
  ["fifth", 5],
  ["fifths", 5],
  ["tenth", 10],
  ["tenths", 10],
]);
const CURRENCY_MARKS = new Map<string, string>([
  ["$", "USD"],
  ["US$", "USD"],
  ["U$", "USD"],
  ["C$", "CAD"],
  ["A$", "AUD"],
  ["£", "GBP"],
  ["€", "EUR"],
  ["¥", "JPY"],
  ["₹", "INR"],
  ["₽", "RUB"],
  ["₺", "TRY"],
  ["₴", "UAH"],
  ["₪", "ILS"],
  ["₩", "KRW"],
  ["₦", "NGN"],
  ["₱", "PHP"],
  ["USD", "USD"],
  ["EUR", "EUR"],
  ["GBP", "GBP"],
  ["CHF", "CHF"],
  ["Rs", "INR"],
  ["Rs.", "INR"],
]);
const CURRENCY_WORDS = new Map<string, string>([
  ["dollar", "USD"],
  ["dollars", "USD"],
  ["dlr", "USD"],
  ["dlrs", "USD"],
  ["euro", "EUR"],
  ["euros", "EUR"],
  ["pounds", "GBP"],
  ["sterling", "GBP"],
  ["yen", "JPY"],
  ["yuan", "CNY"],
  ["renminbi", "CNY"],
  ["rupees", "INR"],
  ["roubles", "RUB"],
  ["rubles", "RUB"],
  ["shekels", "ILS"],
  ["lira", "TRY"],
  ["hryvnia", "UAH"],
  ["zloty", "PLN"],
  ["rand", "ZAR"],
  ["reais", "BRL"],
  ["naira", "NGN"],
  ["usd", "USD"],
  ["eur", "EUR"],
  ["gbp", "GBP"],
]);
const MONTHS = new Set(
  words(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.",
  ),
);
/** What stands before a year. */
const BEFORE_YEAR = new Set(
  words(
    "in since of by until till from during before after through around circa year late early mid summer winter spring autumn fall the between and to",
  ),
);
const LABELS = new Set(
  words(
    "article articles section sections chapter resolution rule rules page pages flight route highway channel phase part clause paragraph annex protocol no. nos. number level stage category type class room gate platform line block unit figure table item act title amendment",
  ),
);
const NOT_ONE = new Set(words("no any every some each the this that which another as"));

/** Letters that number words begin with. */
const FIRST_LETTERS = "abdefhmnostz";

/** A number read, before its unit and range are known. */
interface Reading {
  end: number;
  value: number;
  /** Set where a word or letters multiply: the other end of a range shares it. */
  scale: number;
  isOrdinal: boolean;
  isVague: boolean;
  isDigits: boolean;
}

/** Finds the numbers of a document in text order; none overlap. */
export function findNumbers(document: Document): NumberMention[] {
  return new NumberFinder(document).find();
}

class NumberFinder {
  readonly text: string;
  readonly tokens: readonly Token[];

  constructor({ text, tokens }: Document) {
    this.text = text;
    this.tokens = tokens;
  }

  find(): NumberMention[] {
    const { text, tokens } = this;
    const found: NumberMention[] = [];
    for (let i = 0; i < tokens.length; ) {
      const kind = classAt(text, tokens[i].start);
      const mention = kind === DIGIT || this.mayBegin(i, kind) ? this.take(i) : undefined;
      if (mention === undefined) {
        i += 1;
      } else {
        found.push(mention);
        i = mention.endToken;
      }
    }
    return found;
  }

  /** Whether a token that is no figure can begin a number: a cheap test that turns away most words. */
  mayBegin(i: number, kind: number): boolean {
    const { start, end } = this.tokens[i];
    if (end - start > 11) return false;
    if (!isWordClass(kind)) return end - start <= 2;
    return kind === UPPER || FIRST_LETTERS.includes(this.text[start]);
  }

  lower(i: number): string {
    return i >= 0 && i < this.tokens.length ? this.tokens[i].text.toLowerCase() : "";
  }

  isGlued(i: number): boolean {
    return i > 0 && i < this.tokens.length && this.tokens[i - 1].end === this.tokens[i].start;
  }

  take(first: number): NumberMention | undefined {
    const { tokens } = this;
    let i = first;
    let unit: NumberUnit | undefined;
    const code = CURRENCY_MARKS.get(tokens[i].text);
    if (code !== undefined) {
      unit = { kind: "currency", code };
      i += 1;
      if (i >= tokens.length) return undefined;
    }
    const start = i;
    const low = this.read(i);
    if (low === undefined) return undefined;
    if (unit === undefined && this.isPartOfName(start)) return undefined;
    let { end, value } = low;
    let high: number | undefined;
    unit ??= this.unitAt(end);
    end = this.skipUnit(end, unit);
    const upper = low.isOrdinal || low.isVague ? undefined : this.readUpperEnd(first, end, low, unit);
    if (upper !== undefined) {
      if (low.scale === 1 && upper.scale > 1 && value < upper.value / upper.scale) value *= upper.scale;
      if (value < upper.value) {
        high = upper.value;
        end = upper.end;
        unit ??= this.unitAt(end);
        end = this.skipUnit(end, unit);
      } else {
        value = low.value;
      }
    }
    if (unit === undefined && this.isTime(end)) return undefined;
    const isDate = unit === undefined && low.isDigits && low.scale === 1 && this.isDay(start, end, value);
    const isYear =
      !isDate && unit === undefined && low.isDigits && low.scale === 1 && this.isYear(start, end, value, high);
    const kind =
      isDate || isYear
        ? "date"
        : low.isOrdinal
          ? "ordinal"
          : unit === undefined && this.isLabel(start)
            ? "label"
            : "quantity";
    return {
      start: tokens[first].start,
      end: tokens[end - 1].end,
      startToken: first,
      endToken: end,
      value,
      low: high === undefined ? undefined : value,
      high,
      unit,
      kind,
      isYear,
      isVague: low.isVague,
    };
  }

  /** The number that begins at a token, with its scales. */
  read(i: number): Reading | undefined {
    if (i >= this.tokens.length) return undefined;
    return classAt(this.text, this.tokens[i].start) === DIGIT ? this.readDigits(i) : this.readWords(i);
  }

  readDigits(i: number): Reading | undefined {
    const { tokens } = this;
    const text = tokens[i].text;
    const ordinal = /^(\d{1,9})(?:st|nd|rd|th)$/.exec(text);
    if (ordinal !== null) {
      return { end: i + 1, value: Number(ordinal[1]), scale: 1, isOrdinal: true, isVague: false, isDigits: true };
    }
    if (text.length > 24) return undefined;
    // "38,000ha", which the tokeniser leaves whole: a measure, not a name such as "737max".
    const measured = /^(\d{1,3}(?:,\d{3})*|\d+)(?:ha|sqm|sqkm|kwp|teu|dwt|bpd|boe)$/i.exec(text);
    if (measured !== null)
      return {
        end: i + 1,
        value: Number(measured[1].replaceAll(",", "")),
        scale: 1,
        isOrdinal: false,
        isVague: false,
        isDigits: true,
      };
    let value = /^\d+(?:\.\d+)?$/.test(text)
      ? Number(text)
      : /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)
        ? Number(text.replaceAll(",", ""))
        : undefined;
    let end = i + 1;
    if (value === undefined) {
      const fraction = /^(\d)\/(\d)$/.exec(text);
      if (fraction === null || fraction[2] === "0" || Number(fraction[1]) >= Number(fraction[2])) return undefined;
      value = Number(fraction[1]) / Number(fraction[2]);
    } else if (!text.includes(".")) {
      // Tokenised text parts groups and decimals: "35 , 640", "6 . 3".
      let digits = text;
      while (
        /^\d{1,3}$/.test(text) &&
        !this.isMonth(i - 1) &&
        this.isApart(end) &&
        tokens[end].text === "," &&
        /^\d{3}$/.test(this.lower(end + 1))
      ) {
        digits += tokens[end + 1].text;
        end += 2;
      }
      // "620 000", as some styles group.
      while (/^\d{1,3}$/.test(text) && text !== "0" && this.isThousands(end)) {
        digits += tokens[end].text;
        end += 1;
      }
      if (end > i + 1) value = Number(digits);
      if (
        this.isApart(end) &&
        tokens[end].text === "." &&
        /^\d{1,2}[a-z]{0,2}$/.test(this.lower(end + 1)) &&
        text.length < 4 &&
        !this.isMonth(i - 1)
      ) {
        const decimals = /^\d+/.exec(tokens[end + 1].text)![0];
        value = Number(`${digits}.${decimals}`);
        end += 2;
      }
    }
    const glyph = end < tokens.length ? FRACTIONS.get(tokens[end].text) : undefined;
    if (glyph !== undefined) {
      value += glyph;
      end += 1;
    }
    let scale = 1;
    if (this.isGlued(end)) {
      const short = SHORT_SCALES.get(this.lower(end));
      if (short !== undefined) {
        scale = short;
        end += 1;
      }
    }
    for (let factor = SCALES.get(this.scaleWord(end)); factor !== undefined; factor = SCALES.get(this.scaleWord(end))) {
      if (scale * factor > 1e15) break;
      scale *= factor;
      end += tokens[end].text === "-" ? 2 : 1;
    }
    return { end, value: toExact(value, scale), scale, isOrdinal: false, isVague: false, isDigits: true };
  }

  /** Whether three digits stand behind a single space. */
  isThousands(i: number): boolean {
    const token = this.tokens[i];
    return token !== undefined && /^\d{3}$/.test(token.text) && token.start - this.tokens[i - 1].end === 1;
  }

  /** The word at a token that may be a scale, also behind a hyphen: "2-million". */
  scaleWord(i: number): string {
    return this.lower(i) === "-" ? this.lower(i + 1) : this.lower(i);
  }

  /** Whether a mark has spaces on both sides. */
  isApart(i: number): boolean {
    return i + 1 < this.tokens.length && !this.isGlued(i) && !this.isGlued(i + 1);
  }

  readWords(first: number): Reading | undefined {
    const word = this.lower(first);
    const vague = VAGUE.get(word);
    if (vague !== undefined) return this.readVague(first, vague);
    const glyph = FRACTIONS.get(word);
    if (glyph !== undefined) {
      return { end: first + 1, value: glyph, scale: 1, isOrdinal: false, isVague: false, isDigits: false };
    }
    let i = first;
    let half = 1;
    if (word === "half" && (this.lower(i + 1) === "a" || this.lower(i + 1) === "-")) {
      half = 0.5;
      i += 2;
      if (!SCALES.has(this.lower(i)) || this.lower(i) === "hundred") return undefined;
    } else if (word === "a" || word === "an") {
      i += 1;
      if (!SCALES.has(this.lower(i))) return undefined;
    }
    let total = 0;
    let part = 0;
    let isOpen = i > first;
    /** The least scale so far: a greater one cannot follow, but for "hundred thousand". */
    let least = Number.POSITIVE_INFINITY;
    let lastWord = 0;
    let scale = 1;
    let isOrdinal = false;
    let count = 0;
    for (; i < this.tokens.length; ) {
      let at = i;
      let token = this.lower(at);
      if (
        count === 1 &&
        lastWord === 1 &&
        token === "and" &&
        this.lower(at + 1) === "a" &&
        this.lower(at + 2) === "half"
      ) {
        // "three and a half million"
        part += 0.5;
        i = at + 3;
        lastWord = 3;
        continue;
      }
      if (token === "-" && count > 0 && this.isGlued(at)) token = this.lower(++at);
      else if (token === "and" && count > 0 && (least < Number.POSITIVE_INFINITY || part >= 100)) {
        token = this.lower(++at);
        if (token === "a" && this.lower(at + 1) === "half") {
          // "three million and a half"
          total += (least < Number.POSITIVE_INFINITY ? least : 1) / 2;
          i = at + 2;
          count += 1;
          break;
        }
      }
      const small = SMALL.get(token);
      const ten = TENS.get(token);
      if (small !== undefined) {
        if (lastWord !== 0 && !(lastWord === 2 && small < 10 && small > 0) && lastWord !== 3) break;
        part += small;
        lastWord = 1;
      } else if (ten !== undefined) {
        if (lastWord === 1 || lastWord === 2) break;
        part += ten;
        lastWord = 2;
      } else {
        const ordinal = ORDINALS.get(token);
        if (ordinal !== undefined && !isOpen) {
          if (count === 0 || (lastWord === 2 && ordinal < 10) || lastWord === 3) {
            if (count > 0 && at === i && lastWord === 2) break;
            part += ordinal;
            isOrdinal = true;
            i = at + 1;
            count += 1;
          }
          break;
        }
        const factor = SCALES.get(token);
        if (factor === undefined || (count === 0 && !isOpen)) break;
        if (factor === 100 || factor === 12) {
          if (part >= 100 || (at > i && token === "dozen")) break;
          part = Math.max(part, 1) * factor;
        } else {
          if (factor >= least) break;
          total += Math.max(part, 1) * factor;
          part = 0;
          least = factor;
        }
        scale = Math.max(scale, factor);
        lastWord = 3;
      }
      isOpen = false;
      count += 1;
      i = at + 1;
    }
    if (count === 0) return undefined;
    let value = (total + part) * half;
    // "two-thirds"
    const divisor = isOrdinal || part > 9 ? undefined : FRACTION_WORDS.get(this.scaleWord(i));
    if (divisor !== undefined && (this.lower(i) === "-" || this.lower(i).endsWith("s")) && value < divisor) {
      value /= divisor;
      i += this.lower(i) === "-" ? 2 : 1;
    }
    if (
      count === 1 &&
      value === 1 &&
      !isOrdinal &&
      NOT_ONE.has(this.lower(first - 1) === "-" ? this.lower(first - 2) : this.lower(first - 1))
    ) {
      return undefined;
    }
    return { end: i, value, scale, isOrdinal, isVague: false, isDigits: false };
  }

  /** "hundreds", "tens of thousands" */
  readVague(first: number, value: number): Reading | undefined {
    // "scores" is a verb more often than twenties, and "tens" go with thousands.
    if (value < 100 && value !== 12 && this.lower(first + 1) !== "of") return undefined;
    let end = first + 1;
    let total = value;
    const next = this.lower(end) === "of" ? VAGUE.get(this.lower(end + 1)) : undefined;
    if (next !== undefined && next > value) {
      total *= next;
      end += 2;
    }
    return { end, value: total, scale: total, isOrdinal: false, isVague: true, isDigits: false };
  }

  unitAt(i: number): NumberUnit | undefined {
    const word = this.lower(i) === "-" && this.isGlued(i) ? this.lower(i + 1) : this.lower(i);
    if (word === "%" || word === "percent" || word === "pct" || word === "percentage") return { kind: "percent" };
    if (word === "per" && this.lower(i + 1) === "cent") return { kind: "percent" };
    // "1,600 pounds of flour"
    if (word === "pounds" && this.lower(i + 1) === "of") return undefined;
    const code = CURRENCY_WORDS.get(word) ?? (word === "€" || word === "£" ? CURRENCY_MARKS.get(word) : undefined);
    if (code !== undefined) return { kind: "currency", code };
    // "2 billion U.S. dollars"
    if (/^(?:us|u\.s\.|american|canadian|australian)$/.test(word)) {
      if (/^dollars?$/.test(this.lower(i + 1))) {
        return { kind: "currency", code: word === "canadian" ? "CAD" : word === "australian" ? "AUD" : "USD" };
      }
    }
    return undefined;
  }

  skipUnit(i: number, unit: NumberUnit | undefined): number {
    if (unit === undefined || this.unitAt(i) === undefined) return i;
    const at = this.lower(i) === "-" ? i + 1 : i;
    const word = this.lower(at);
    if (word === "percentage") return this.lower(at + 1).startsWith("point") ? at + 2 : i;
    if (word === "per" || /^(?:us|u\.s\.|american|canadian|australian)$/.test(word)) return at + 2;
    return at + 1;
  }

  /** The other end of a range, where one follows. */
  readUpperEnd(first: number, end: number, low: Reading, unit: NumberUnit | undefined): Reading | undefined {
    const before = this.lower(first - 1);
    const mark = this.lower(end);
    const isRange =
      mark === "to"
        ? // "rose from 40 to 50" and "fell by 10 to 40" tell of two numbers.
          before !== "from" && before !== "by"
        : mark === "and"
          ? before === "between"
          : (mark === "-" || mark === "–" || mark === "—") &&
            this.isGlued(end) === this.isGlued(end + 1) &&
            (mark === "–" || this.isGlued(end));
    if (!isRange) return undefined;
    let next = end + 1;
    if (
      unit?.kind === "currency" &&
      next < this.tokens.length &&
      CURRENCY_MARKS.get(this.tokens[next].text) === unit.code
    )
      next += 1;
    const upper = this.read(next);
    if (upper === undefined || upper.isOrdinal || upper.isVague) return undefined;
    if (mark !== "to" && mark !== "and" && upper.isDigits !== low.isDigits) {
      return undefined;
    }
    // "gave up 3% to 1,628.10"
    if (unit?.kind === "percent" && this.unitAt(upper.end)?.kind !== "percent") return undefined;
    return upper;
  }

  /** Part of a name such as "F-16", "Covid-19" or "G-20". */
  isPartOfName(i: number): boolean {
    if (!this.isGlued(i)) return false;
    const before = this.tokens[i - 1].text;
    if (before === "-") {
      return (
        i > 1 &&
        this.isGlued(i - 1) &&
        isLetterClass(classAt(this.text, this.tokens[i - 2].start)) &&
        classAt(this.text, this.tokens[i].start) === DIGIT
      );
    }
    return before === "/" || before === "#" || before === ":";
  }

  isTime(end: number): boolean {
    const word = this.lower(end);
    return (
      word === "am" ||
      word === "pm" ||
      word === "a.m." ||
      word === "p.m." ||
      word === "a.m" ||
      word === "p.m" ||
      word === "o'clock" ||
      word === "o’clock"
    );
  }

  isMonth(i: number): boolean {
    return (
      MONTHS.has(this.lower(i)) &&
      (this.lower(i) !== "may" || this.tokens[i].text === "May" || this.tokens[i].text === "may")
    );
  }

  isDay(start: number, end: number, value: number): boolean {
    if (value < 1 || value > 31 || !Number.isInteger(value)) return false;
    if (this.isMonth(start - 1)) {
      // "may 5 people go"
      return this.tokens[start - 1].text !== "may" || !isLetterClass(this.kindAt(end)) || this.lower(end) === "and";
    }
    return this.isMonth(end) || (this.lower(end) === "of" && this.isMonth(end + 1));
  }

  kindAt(i: number): number {
    return i < this.tokens.length ? classAt(this.text, this.tokens[i].start) : 0;
  }

  isYear(start: number, end: number, value: number, high: number | undefined): boolean {
    const size = this.tokens[start].end - this.tokens[start].start;
    if (size !== 4 || value < 1400 || value > 2100) return false;
    if (high !== undefined && (high < value || high > 2100)) return false;
    const before = this.lower(start - 1);
    const after = this.lower(end);
    if (this.isMonth(start - 1) || (before === "," && this.isMonth(start - 3))) return true;
    // "2,000" is written with a comma, but "2000 people" often without.
    const isCounted =
      isLetterClass(this.kindAt(end)) &&
      after.endsWith("s") &&
      !["was", "is", "has", "as", "does", "'s", "’s", "this", "his", "its", "elections"].includes(after);
    const isRound = value % 50 === 0;
    if (isCounted && high === undefined && (isRound || value < 1900 || !BEFORE_YEAR.has(before))) return false;
    if (BEFORE_YEAR.has(before)) return true;
    if (before === "(" || after === ")") return true;
    if (value < 1900) return false;
    return (
      !isLetterClass(this.kindAt(end)) ||
      ["and", "to", "when", "after", "before", "but", "as", "was", "'s", "’s", "election", "elections"].includes(after)
    );
  }

  isLabel(start: number): boolean {
    return LABELS.has(this.lower(start - 1));
  }
}

/** The product, without the dust of binary fractions: 3.3 million is 3300000. */
function toExact(value: number, scale: number): number {
  const product = value * scale;
  const rounded = Math.round(product);
  return Math.abs(product - rounded) < 1e-6 * Math.max(1, scale / 1e6) ? rounded : product;
}
