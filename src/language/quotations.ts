/**
 * Finds quotations by their marks: curly and straight, double and single, grave accents and apostrophes, nested, and
 * running over paragraphs.
 *
 * Every mark may open, close, go on with (at the head of a paragraph, a quotation that the paragraph before left open) or
 * be none at all (an apostrophe, a stray mark). What each reading costs follows from the mark, the spaces and the words
 * around it; the cheapest readings of all marks together are found by one pass of dynamic programming from left to right,
 * so that a text whose marks show no direction is read by what pairs best. Double and single marks are read apart, since
 * either may stand within the other, and put together afterwards.
 *
 * Says nothing of who is quoted, nor whether words between marks are speech, a title or irony.
 */
import { classAt, DIGIT, isWordClass, LOWER, SPACE, UPPER } from "./character-classes.ts";
import type { Document, Span } from "./document.ts";

/** A quotation with its marks. */
export interface Quotation extends Span {
  /** From the first token within the marks ... */
  readonly contentStart: number;
  /** ... to the end of the last. */
  readonly contentEnd: number;
  /** How many other quotations it stands in. */
  readonly depth: number;
  /** Whether a mark closes it; where none does, it ends with its paragraph. */
  readonly isClosed: boolean;
  /** Whether its opening mark goes on with the quotation before, which is then not closed. */
  readonly continues: boolean;
}

type TokenisedText = Pick<Document, "text" | "tokens">;

const APOSTROPHE = 39;
const BACKTICK = 96;

/** What a mark can be, by its form. */
const FORM = { open: 0, close: 1, straight: 2, grave: 3, acute: 4 } as const;

/** What stands beside a mark. */
const BESIDE = {
  edge: 0,
  stop: 1,
  comma: 2,
  colon: 3,
  dash: 4,
  word: 5,
  capital: 6,
  opener: 7,
  closer: 8,
  other: 9,
} as const;

const ROLE = { stray: 0, open: 1, close: 2, goOn: 3 } as const;

/** States between two marks: outside, inside, and inside at the head of a paragraph that has to go on with a mark. */
const OUTSIDE = 0;
const INSIDE = 1;
const PENDING = 2;
const NEVER = 1e9;

/** What follows a closing mark more often than an opening one. */
const AFTER_CLOSING = new Set(
  "said says say told tells asked asks added adds wrote writes tweeted replied he she they it mr ms mrs mr. ms. mrs. according who which and but the a".split(
    " ",
  ),
);
/** Words that no quotation ends with, but many begin after; with the stems that differ from them. */
const BEFORE_OPENING = new Set(
  "a an the of to in on at by for with from as and or but that was is are were be been its his her their our my your this these very so more into wa hi thi it than not no".split(
    " ",
  ),
);
const CLITICS = new Set(["s", "t", "m", "d", "re", "ve", "ll"]);

interface Found {
  startToken: number;
  /** After the last token, the closing mark included. */
  endToken: number;
  isClosed: boolean;
  continues: boolean;
  isDouble: boolean;
}

/** Finds the quotations of a document in text order, an outer one before those within it. */
export function findQuotations(document: TokenisedText): Quotation[] {
  const { text, tokens } = document;
  const marks = findMarks(document);
  const found = [true, false].flatMap((isDouble) =>
    collectPairs(document, marks, isDouble, pairMarks(document, marks, isDouble)),
  );
  found.sort((a, b) => a.startToken - b.startToken || b.endToken - a.endToken);
  const quotations: Quotation[] = [];
  const open: number[] = [];
  for (const { startToken, endToken, isClosed, continues } of found) {
    const lastContent = endToken - (isClosed ? 2 : 1);
    if (lastContent <= startToken) continue;
    while (open.length > 0 && open[open.length - 1] <= startToken) open.pop();
    // Two that cross cannot both be read aright: the one that began first stays.
    if (open.length > 0 && open[open.length - 1] < endToken) continue;
    quotations.push({
      start: tokens[startToken].start,
      end: tokens[endToken - 1].end,
      contentStart: tokens[startToken + 1].start,
      contentEnd: tokens[lastContent].end,
      depth: open.length,
      isClosed,
      continues,
    });
    open.push(endToken);
  }
  return text === "" ? [] : quotations;
}

/** What a token is among quotation marks. */
export const MARK_ROLE = { none: 0, opens: 1, closes: 2, apostrophe: 3 } as const;

/**
 * Says of each token whether it is a mark that opens or closes a quotation, an apostrophe (or a stray mark), or no mark:
 * for those who put text together from tokens and have to know which side of a mark a space belongs to.
 */
export function findMarkRoles(document: TokenisedText): Uint8Array {
  const roleOfToken = new Uint8Array(document.tokens.length);
  const marks = findMarks(document);
  for (const isDouble of [true, false]) {
    const { events, roles } = pairMarks(document, marks, isDouble);
    events.forEach((event, e) => {
      if (event < 0) return;
      const role = roles[e];
      roleOfToken[marks.tokens[event]] =
        role === ROLE.stray ? MARK_ROLE.apostrophe : role === ROLE.close ? MARK_ROLE.closes : MARK_ROLE.opens;
    });
  }
  return roleOfToken;
}

interface Marks {
  /** Token indices of quotation marks, in order, and for each its form and whether it is double. */
  readonly tokens: number[];
  readonly forms: number[];
  readonly areDouble: boolean[];
  /** Token indices of the first token of every paragraph but the first. */
  readonly paragraphs: number[];
  /** Whether marks have a space on either side, as in tokenised text, so that spaces tell nothing. */
  readonly isSpaced: boolean;
}

function findMarks({ text, tokens }: TokenisedText): Marks {
  const marks: Marks = { tokens: [], forms: [], areDouble: [], paragraphs: [], isSpaced: false };
  let spaced = 0;
  let tight = 0;
  for (let i = 0; i < tokens.length; i++) {
    const { start, end } = tokens[i];
    if (i > 0 && start - tokens[i - 1].end > 1 && isParagraphGap(text, tokens[i - 1].end, start))
      marks.paragraphs.push(i);
    const unit = text.charCodeAt(start);
    if (unit > 0x7f ? unit < 0xab || unit > 0x201f || (unit > 0xbb && unit < 0x2018) : unit > 96) continue;
    const size = end - start;
    let form: number;
    let isDouble = true;
    switch (unit) {
      case 34:
        form = FORM.straight;
        break;
      case BACKTICK:
        form = FORM.grave;
        isDouble = size > 1;
        break;
      case APOSTROPHE:
        if (size > 2 || (size === 2 && text.charCodeAt(start + 1) !== APOSTROPHE)) continue;
        form = size === 2 ? FORM.acute : FORM.straight;
        isDouble = size === 2;
        break;
      case 0x201c:
      case 0x201e:
      case 0x201f:
      case 0xab:
        form = FORM.open;
        break;
      case 0x201d:
      case 0xbb:
        form = FORM.close;
        break;
      case 0x2018:
      case 0x201a:
        form = FORM.open;
        isDouble = size > 1;
        break;
      case 0x2019:
        if (isWordClass(classAt(text, start + 1)) && size > 1) continue;
        form = FORM.close;
        isDouble = size > 1;
        break;
      default:
        continue;
    }
    const before = i > 0 && tokens[i - 1].end === start;
    const after = i + 1 < tokens.length && tokens[i + 1].start === end;
    if (before || after) tight += 1;
    else if (i > 0 && i + 1 < tokens.length) spaced += 1;
    marks.tokens.push(i);
    marks.forms.push(form);
    marks.areDouble.push(isDouble);
  }
  return { ...marks, isSpaced: spaced > tight };
}

function isParagraphGap(text: string, start: number, end: number): boolean {
  let lines = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10) lines += 1;
    else if (unit === 0x2029) lines += 2;
  }
  return lines > 1;
}

/** What happens in a document, in order, and the role of each mark. */
interface PairedMarks {
  /** The place of a mark in `Marks`; for the head of a paragraph, -1 less its token. */
  readonly events: readonly number[];
  readonly roles: Uint8Array;
}

/** Reads the double or the single marks of a document. */
function pairMarks(document: TokenisedText, marks: Marks, isDouble: boolean): PairedMarks {
  const { tokens } = document;
  const events: number[] = [];
  for (let m = 0, p = 0; m <= marks.tokens.length; m++) {
    const token = m < marks.tokens.length ? marks.tokens[m] : tokens.length;
    while (p < marks.paragraphs.length && marks.paragraphs[p] <= token) {
      // Paragraphs without a mark need no more than one event between two marks, which closes what is open.
      events.push(-1 - marks.paragraphs[p++]);
    }
    if (m < marks.tokens.length && marks.areDouble[m] === isDouble) events.push(m);
  }
  // The roles and states that lead to each state most cheaply: 4 bits per state and event.
  const back = new Uint8Array(events.length * 3);
  let costs = [0, NEVER, NEVER];
  let lastToken = 0;
  for (let e = 0; e < events.length; e++) {
    const next = [NEVER, NEVER, NEVER];
    if (marks.isSpaced || !isDouble) {
      // Where nothing shows direction, what stands between the nearer marks is more likely quoted.
      const token = events[e] < 0 ? -1 - events[e] : marks.tokens[events[e]];
      costs[INSIDE] += costOfLength(document, lastToken, token) * (isDouble ? 0.15 : marks.isSpaced ? 0.7 : 0.3);
      lastToken = token;
    }
    const take = (to: number, from: number, role: number, cost: number): void => {
      const total = costs[from] + cost;
      if (total < next[to]) {
        next[to] = total;
        back[e * 3 + to] = from * 4 + role;
      }
    };
    const event = events[e];
    if (event < 0) {
      take(OUTSIDE, OUTSIDE, ROLE.stray, 0);
      take(OUTSIDE, INSIDE, ROLE.close, isDouble ? 3.5 : 6);
      take(PENDING, INSIDE, ROLE.stray, 0.3);
    } else {
      const { open, close, stray, goOn, isHead } = costMark(document, marks, event);
      take(OUTSIDE, OUTSIDE, ROLE.stray, stray);
      take(INSIDE, INSIDE, ROLE.stray, stray);
      take(INSIDE, OUTSIDE, ROLE.open, open);
      take(OUTSIDE, INSIDE, ROLE.close, close);
      take(INSIDE, INSIDE, ROLE.goOn, goOn);
      if (isHead) take(INSIDE, PENDING, ROLE.goOn, open);
    }
    costs = next;
  }
  const unclosed = isDouble ? 3.5 : 6;
  let state = costs[INSIDE] + unclosed < costs[OUTSIDE] ? INSIDE : OUTSIDE;
  const roles = new Uint8Array(events.length);
  for (let e = events.length - 1; e >= 0; e--) {
    const step = back[e * 3 + state];
    roles[e] = step & 3;
    state = step >> 2;
  }
  return { events, roles };
}

/** How many sentences seem to end between two tokens, up to six. */
function costOfLength({ text, tokens }: TokenisedText, startToken: number, endToken: number): number {
  let stops = 0;
  for (let i = startToken + 1; i + 1 < endToken && stops < 6; i++) {
    const unit = text.charCodeAt(tokens[i].start);
    if (unit === 46 || unit === 63 || unit === 33) stops += 1;
  }
  return stops;
}

function collectPairs(
  { tokens }: TokenisedText,
  marks: Marks,
  isDouble: boolean,
  { events, roles }: PairedMarks,
): Found[] {
  const found: Found[] = [];
  let current: Found | undefined;
  const finish = (endToken: number, isClosed: boolean): void => {
    if (current !== undefined) found.push({ ...current, endToken, isClosed });
    current = undefined;
  };
  for (let e = 0; e < events.length; e++) {
    const event = events[e];
    if (event < 0) {
      // A paragraph that is left open ends here, whether or not the next goes on.
      if (current !== undefined) finish(-1 - event, false);
      continue;
    }
    const token = marks.tokens[event];
    if (roles[e] === ROLE.open || roles[e] === ROLE.goOn) {
      finish(token, false);
      current = { startToken: token, endToken: token, isClosed: false, continues: roles[e] === ROLE.goOn, isDouble };
    } else if (roles[e] === ROLE.close) {
      finish(token + 1, true);
    }
  }
  finish(tokens.length, false);
  return found;
}

interface MarkCosts {
  open: number;
  close: number;
  stray: number;
  /** Of going on with a quotation within a paragraph, in text that has lost its paragraphs. */
  goOn: number;
  /** Whether the mark is the first token of its paragraph. */
  isHead: boolean;
}

/** What each reading of a mark costs; chosen on news whose curly marks were made straight, spaced out or coded. */
function costMark(document: TokenisedText, marks: Marks, mark: number): MarkCosts {
  const { text, tokens } = document;
  const i = marks.tokens[mark];
  const form = marks.forms[mark];
  const isDouble = marks.areDouble[mark];
  const { start, end } = tokens[i];
  const hasLeft = i > 0 && tokens[i - 1].end === start;
  const hasRight = i + 1 < tokens.length && tokens[i + 1].start === end;
  const gap = i > 0 ? text.slice(Math.max(tokens[i - 1].end, start - 8), start) : "\n\n";
  const isLineHead = gap.includes("\n");
  const isHead = i === 0 || isParagraphGap(text, tokens[i - 1].end, start);
  const isTail = i + 1 === tokens.length || isParagraphGap(text, end, tokens[i + 1].start);
  const left = isHead ? BESIDE.edge : besideAt(document, i - 1, true);
  const right = isTail ? BESIDE.edge : besideAt(document, i + 1, false);
  let open = 0;
  let close = 0;
  let stray = isDouble ? 6 : 3;
  // The form of the mark, or the spaces around it.
  if (form === FORM.open) close = isDouble ? 7 : 8;
  else if (form === FORM.close) open = isDouble ? 7 : 8;
  else if (marks.isSpaced || hasLeft === hasRight) {
    if (form === FORM.grave) {
      // Where corpora code marks by what stands before them, a word before may be followed by either.
      close = left === BESIDE.word || left === BESIDE.capital ? 1.5 : 6;
    } else if (form === FORM.acute) {
      open = left === BESIDE.edge ? 0.5 : left === BESIDE.stop ? 2.5 : left === BESIDE.colon ? 4 : 6;
      if (left === BESIDE.word || left === BESIDE.capital) open = 5;
    } else if (hasLeft && hasRight) {
      // "word"word: neither.
      stray -= 2;
    }
  } else if (hasLeft) {
    open = left === BESIDE.opener || left === BESIDE.dash ? 0.5 : form === FORM.grave ? 6 : 5;
    if (form === FORM.grave) close = 2;
  } else {
    close = form === FORM.acute ? 3 : 5;
  }
  // The words and marks around it.
  if (right === BESIDE.stop || right === BESIDE.comma || right === BESIDE.colon || right === BESIDE.closer) open += 5;
  else if (right === BESIDE.edge) open += 8;
  if (left === BESIDE.edge) close += 8;
  else if (left === BESIDE.opener || left === BESIDE.colon) close += 4;
  else if (left === BESIDE.word || left === BESIDE.capital) open += 0.6;
  if (form !== FORM.open && form !== FORM.close) {
    if (isLineHead && !isHead) close += 2;
    if (left === BESIDE.stop || left === BESIDE.comma) {
      if (right === BESIDE.word) {
        if (AFTER_CLOSING.has(tokens[i + 1].text.toLowerCase())) open += left === BESIDE.comma ? 1.5 : 0.5;
        else if (left === BESIDE.comma) close += 0.5;
      } else if (right === BESIDE.capital && left === BESIDE.comma) close += 0.3;
    } else if (
      (left === BESIDE.word || left === BESIDE.capital) &&
      (right === BESIDE.word || right === BESIDE.capital)
    ) {
      close += BEFORE_OPENING.has(tokens[i - 1].text.toLowerCase()) ? 2.2 : 0.3;
    }
  }
  let goOn = isHead ? NEVER : 7;
  if (!isHead && (left === BESIDE.stop || left === BESIDE.closer)) {
    goOn = isLineHead ? open + 0.5 : Math.max(form === FORM.acute ? 1.2 : 2, open) + 1;
    // A mark that only opens, where one is open: the paragraphs are lost.
    if (form === FORM.open) goOn = 1.5;
  }
  if (!isDouble) {
    const costs = costApostrophe(document, marks, i, form, hasLeft, hasRight);
    stray = costs.stray;
    open += costs.open;
    close += costs.close;
    if (form === FORM.straight) goOn = NEVER;
  }
  return { open, close, stray, goOn, isHead };
}

/** Single marks are apostrophes more often than not. */
function costApostrophe(
  { text, tokens }: TokenisedText,
  marks: Marks,
  i: number,
  form: number,
  hasLeft: boolean,
  hasRight: boolean,
): { open: number; close: number; stray: number } {
  if (form === FORM.open) {
    // "‘90s", typed for "’90s"
    const isYear = hasRight && classAt(text, tokens[i].end) === DIGIT && tokens[i + 1].text.length < 4;
    return { open: isYear ? 2 : 0, close: 0, stray: isYear ? 0.5 : 5 };
  }
  if (form === FORM.grave) return { open: 0.5, close: 2, stray: 2 };
  const previous = i > 0 ? tokens[i - 1].text : "";
  const last = previous.charCodeAt(previous.length - 1) | 32;
  const isAfterWord =
    isWordClass(classAt(text, Math.max(0, tokens[i].start - 1))) ||
    (marks.isSpaced && isWordClass(classAt(previous, 0)));
  const next = i + 1 < tokens.length ? tokens[i + 1].text : "";
  const isBeforeWord = isWordClass(classAt(next, 0));
  // "minister 's", cut apart before the mark.
  if (hasRight && !hasLeft && CLITICS.has(next.toLowerCase()) && !isGluedQuote(tokens, i + 2)) {
    return { open: 6, close: 6, stray: 0 };
  }
  if (marks.isSpaced && !hasLeft && !hasRight) {
    if (isAfterWord && CLITICS.has(next.toLowerCase())) return { open: 6, close: 4, stray: 0 };
    if (isAfterWord && isBeforeWord) return { open: 1.2, close: 0.6, stray: last === 115 ? 0.6 : 1.4 };
    return { open: 1.2, close: 0, stray: 2.2 };
  }
  // "students' books"
  if (hasLeft && isAfterWord && isBeforeWord && !hasRight) {
    return { open: 6, close: last === 115 ? 0.7 : 0, stray: last === 115 || last === 122 || last === 120 ? 0.8 : 2.5 };
  }
  if (hasLeft && isAfterWord) return { open: 6, close: 0, stray: last === 115 ? 1 : 2.2 };
  return { open: 0.2, close: 0, stray: form === FORM.close ? 2.5 : 3 };
}

/** Whether a single mark follows without a space: "'s'". */
function isGluedQuote(tokens: readonly Span[], i: number): boolean {
  return i < tokens.length && tokens[i].start === tokens[i - 1].end && tokens[i].end === tokens[i].start + 1;
}

function besideAt({ text, tokens }: TokenisedText, i: number, isLeft: boolean): number {
  const { start, end } = tokens[i];
  const kind = classAt(text, start);
  if (kind === UPPER) return BESIDE.capital;
  if (isWordClass(kind)) return kind === LOWER || kind === DIGIT ? BESIDE.word : BESIDE.capital;
  switch (text.charCodeAt(start)) {
    case 46:
    case 33:
    case 63:
    case 0x2026:
      return BESIDE.stop;
    case 44:
    case 59:
      return BESIDE.comma;
    case 58:
      return BESIDE.colon;
    case 45:
    case 0x2013:
    case 0x2014:
      return BESIDE.dash;
    case 40:
    case 91:
    case 0x201c:
    case 0x2018:
      return BESIDE.opener;
    case 41:
    case 93:
    case 0x201d:
    case 0x2019:
      return BESIDE.closer;
    case 34:
    case APOSTROPHE:
    case BACKTICK:
      // A mark beside a mark: it looks like its outer side.
      if (isWordClass(classAt(text, start + 1)) && end - start > 1) return BESIDE.word;
      if (isLeft) return i === 0 || classAt(text, start - 1) === SPACE ? BESIDE.opener : BESIDE.closer;
      return classAt(text, end) === SPACE ? BESIDE.closer : BESIDE.opener;
    default:
      return isLeft && text.charCodeAt(start) === 36 ? BESIDE.word : BESIDE.other;
  }
}
