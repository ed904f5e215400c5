/**
 * What figures have to do with each other: "from $2 to $5" is one range, "58, up from 41" and "earlier put at 41" are revisions,
 * "including 12 children" is a part.
 *
 * Read from the words between two figures that follow each other; the frames are closed classes of the language.
 */
import type { ParsedDocument } from "../language/index.ts";
import type { FigureMention } from "./find-figures.ts";
import { findSentence } from "./find-sentence.ts";

/** So near stand the two numbers of "58 people, up from 41". */
const MAX_TOKENS_TO_EARLIER = 9;
/** So near stands the number that an "earlier count" in the next sentence is an earlier one of. */
const MAX_TOKENS_BACK = 30;

const CHANGE =
  /^(?:revis|rais|lower|cut|ris|rose|increas|decreas|fall|fell|drop|climb|grow|grew|grown|reduc|jump|lift|correct|chang|slash|shrink|shrank|surg|soar|slid|slip|declin|expand|mov|went|bring|brought|doubl|trebl|tripl|widen|narrow|updat)/i;
const DIRECTION = /^(?:up|down|higher|lower|revised|raised|lowered|cut|reduced|increased|corrected|rising|falling)$/;
/** "Earlier put at", "an initial estimate of", "its previous count, which had put the toll at". */
const EARLIER =
  /\b(?:earlier|previous(?:ly)?|initial(?:ly)?|original(?:ly)?) (?:[a-z]+ ){0,3}?(?:put|given|estimate[ds]?|report(?:ed)?|count(?:ed)?|set|figure|toll|number|tally|total|reckoned|spoken) (?:(?:it|them|the [a-z]+|[a-z]+) )?(?:at|of|as|to)$/;

/** Joins the ends of ranges and ties revisions to what they revise. A figure that is revised comes before its revision. */
export function linkFigures(document: ParsedDocument, figures: readonly FigureMention[]): FigureMention[] {
  const linked: FigureMention[] = [];
  for (const figure of figures) {
    const before = linked.at(-1);
    switch (before === undefined ? undefined : findLink(document, before, figure)) {
      case "range":
        linked[linked.length - 1] = joinRange(document, before!, figure);
        break;
      case "later":
        linked[linked.length - 1] = alike(document, before!, figure);
        linked.push({ ...figure, revises: linked[linked.length - 1] });
        break;
      case "earlier":
        linked[linked.length - 1] = alike(document, figure, before!);
        linked.push({ ...before!, revises: linked[linked.length - 1] });
        break;
      default:
        linked.push(figure);
    }
  }
  return linked;
}

/** What the second figure is to the first. */
function findLink(
  document: ParsedDocument,
  first: FigureMention,
  second: FigureMention,
): "range" | "later" | "earlier" | undefined {
  if (first.to !== undefined || second.to !== undefined || !isSameKind(first, second)) return undefined;
  const { tokens } = document;
  const from = findStart(document, second);
  const distance = from - first.endToken;
  if (distance < 0 || distance > MAX_TOKENS_BACK) return undefined;
  const words = tokens.slice(Math.max(first.endToken, from - 7), from).map(({ text }) => text.toLowerCase());
  if (EARLIER.test(words.join(" "))) return "earlier";
  const sentence = findSentence(document.sentences, first.startToken);
  if (distance > MAX_TOKENS_TO_EARLIER || sentence !== findSentence(document.sentences, second.startToken))
    return undefined;
  const beforeFirst = tokens[findStart(document, first) - 1]?.text.toLowerCase();
  const last = words.at(-1);
  if (last === "to" && beforeFirst === "from" && distance <= 4) {
    return tellsOfChange(document, document.sentences[sentence].startToken, first.startToken) ? "later" : "range";
  }
  if (last === "from" && (DIRECTION.test(words.at(-2) ?? "") || (beforeFirst === "to" && distance <= 3)))
    return "earlier";
  return undefined;
}

/** The token with which a figure and its bound begin. */
function findStart({ tokens }: ParsedDocument, { startToken, evidence }: FigureMention): number {
  let token = startToken;
  while (token > 0 && tokens[token].start > evidence.start) token -= 1;
  return token;
}

function isSameKind(one: FigureMention, other: FigureMention): boolean {
  const isMeasure = ({ class: cls }: FigureMention): boolean => cls === "money" || cls === "share";
  if (one.class === other.class) return true;
  return !isMeasure(one) && !isMeasure(other) && (one.class === "count" || other.class === "count");
}

function tellsOfChange({ tags, tokens }: ParsedDocument, from: number, to: number): boolean {
  for (let token = from; token < to; token++)
    if ((tags[token] === "VERB" || tags[token] === "NOUN") && CHANGE.test(tokens[token].text)) return true;
  return false;
}

function joinRange(document: ParsedDocument, low: FigureMention, high: FigureMention): FigureMention {
  if (low.value >= high.value) return low;
  const { what, class: cls } = isBare(document, low) && !isBare(document, high) ? high : low;
  const evidence = { start: low.evidence.start, end: high.evidence.end };
  return {
    ...low,
    end: high.end,
    endToken: high.endToken,
    bound: "at least",
    to: high.value,
    what,
    class: cls,
    evidence,
  };
}

/** A figure that says nothing of what it counts counts what the other does. */
function alike(document: ParsedDocument, figure: FigureMention, other: FigureMention): FigureMention {
  const what = isBare(document, figure) && !isBare(document, other) ? other.what : figure.what;
  return { ...figure, what, class: figure.class === "count" ? other.class : figure.class };
}

function isBare({ text }: ParsedDocument, { start, end, what }: FigureMention): boolean {
  return what === text.slice(start, end);
}
