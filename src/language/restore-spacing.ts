/**
 * Decides where restored tokens touch: "court ' s" is "court's", "1 , 200" is "1,200", "self - defence" is "self-defence".
 *
 * A log-linear yes or no for every gap beside a mark, left to right, from the tokens on both sides and whether a quotation
 * is open. Gaps between two words always stay.
 */
import { mixHash } from "./restore-hash.ts";
import { TOKEN_NUMBER, TOKEN_WORD } from "./restore-tokens.ts";

/** A document as the spacing model sees it; arrays are padded as elsewhere. */
export interface SpacingSurroundings {
  /** Hashes of restored forms; marks by their exact shape. */
  readonly shapes: Int32Array;
  readonly classes: Uint8Array;
  readonly kinds: Uint8Array;
}

export const SPACING_CONTEXTS = 16;

/**
 * Contexts of the gap before the token at `at`.
 *
 * @param open Whether a double quotation is open (bit 0), a single one (bit 1).
 * @param touched Whether the gap before the last token (bit 0) and the one before that (bit 1) were closed.
 */
export function fillSpacingContexts(
  into: Int32Array,
  around: SpacingSurroundings,
  at: number,
  open: number,
  touched: number,
): void {
  const { shapes, classes, kinds } = around;
  const a = kinds[at - 1] === 1 ? 7 : shapes[at - 1];
  const b = kinds[at] === 1 ? 7 : shapes[at];
  const before = kinds[at - 2] === 1 ? 7 : shapes[at - 2];
  const after = kinds[at + 1] === 1 ? 7 : shapes[at + 1];
  const pair = mixHash(a, b);
  const around4 = mixHash(mixHash(pair, before), after);
  let n = 0;
  into[n++] = mixHash(pair, 1);
  into[n++] = mixHash(pair, open * 4 + touched + 10);
  into[n++] = mixHash(mixHash(pair, before), touched + 30);
  into[n++] = mixHash(mixHash(pair, after), touched + 40);
  into[n++] = mixHash(around4, touched + 50);
  into[n++] = mixHash(around4, open * 4 + touched + 60);
  into[n++] = mixHash(mixHash(shapes[at - 1], shapes[at]), 80);
  into[n++] = mixHash(mixHash(shapes[at - 1], shapes[at]), shapes[at + 1]);
  into[n++] = mixHash(mixHash(shapes[at - 2], shapes[at - 1]), shapes[at]);
  into[n++] = mixHash(mixHash(mixHash(shapes[at - 2], pair), shapes[at + 1]), 90);
  into[n++] = mixHash(mixHash(pair, classes[at - 2] * 256 + classes[at + 1]), touched + 100);
  into[n++] = mixHash(mixHash(pair, classes[at - 1] * 256 + classes[at]), touched + 200);
  into[n++] = mixHash(mixHash(pair, shapes[at + 1]), touched + 300);
  into[n++] = mixHash(mixHash(pair, shapes[at - 2]), touched + 400);
  into[n++] = mixHash(mixHash(pair, classes[at + 1] * 256 + classes[at + 2]), open * 4 + touched + 500);
  into[n++] = mixHash(mixHash(pair, classes[at - 2]), mixHash(classes[at - 3], open * 4 + touched + 600));
}

/** Whether the gap between tokens of these kinds can be closed: words and numbers never touch one another. */
export function isGapAsked(before: number, after: number): boolean {
  return !isWordOrNumber(before) || !isWordOrNumber(after);
}

function isWordOrNumber(kind: number): boolean {
  return kind === TOKEN_WORD || kind === TOKEN_NUMBER;
}

/**
 * Which quotations are open after a mark: bit 0 for double, bit 1 for single.
 *
 * @param quote Kind of the mark; an apostrophe touches both sides, or only what is before it while nothing is open.
 */
export function passQuotation(open: number, quote: number, touchesLeft: boolean, touchesRight: boolean): number {
  if (quote === QUOTE_NONE) return open;
  const bit = quote === QUOTE_DOUBLE ? 1 : 2;
  if (touchesRight && !touchesLeft) return open | bit;
  if (touchesLeft && !touchesRight) return open & ~bit;
  return quote === QUOTE_DOUBLE ? open ^ bit : open;
}

/** How unlikely a double mark is in itself: one that opens what is open, closes what is not, or touches both sides or none. */
export function getQuotationCost(open: number, quote: number, touchesLeft: boolean, touchesRight: boolean): number {
  if (quote !== QUOTE_DOUBLE) return 0;
  if (touchesLeft === touchesRight) return 2.5;
  return touchesRight === ((open & 1) === 1) ? 2 : 0;
}

/** What kind of quotation mark a token is. */
export const QUOTE_NONE = 0;
export const QUOTE_DOUBLE = 1;
export const QUOTE_SINGLE = 2;

export function getQuoteKind(text: string): number {
  if (text === '"' || text === "``" || text === "''" || text === "“" || text === "”") return QUOTE_DOUBLE;
  if (text === "'" || text === "‘" || text === "’" || text === "`") return QUOTE_SINGLE;
  return QUOTE_NONE;
}
