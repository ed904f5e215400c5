/** What kind of thing a figure counts: from the noun, its verb and the words right behind. */
import type { NumberMention, ParsedDocument } from "../language/index.ts";
import { findFirst } from "./find-first.ts";
import type { Figure } from "./schema.ts";
import { listChildren, type TreeIndex } from "./tree-index.ts";

/** The words that make a figure one of the classes of the contract; lemmas. */
const CLASS_LEMMAS: readonly [cls: Figure["class"], lemmas: ReadonlySet<string>][] = (
  [
    ["hostages", "hostage captive abduct kidnap"],
    ["killed", "kill die dead death perish murder fatality toll slay massacre drown casualty"],
    ["injured", "injure wound hurt injury injured wounded treat hospitalise hospitalize"],
    ["missing", "missing unaccounted"],
    ["detained", "detain arrest jail imprison prisoner detainee"],
    ["displaced", "displace flee evacuate uproot refugee homeless displaced evacuee"],
    ["votes", "vote ballot"],
  ] as [Figure["class"], string][]
).map(([cls, lemmas]) => [cls, new Set(lemmas.split(" "))]);

/** Nouns for people to whom it was done: another's object is one of them, not the subject. */
const PEOPLE_SO = new Set("hostage captive prisoner detainee refugee evacuee casualty fatality".split(" "));

export const DURATIONS = new Set(
  "second minute hour day night week weekend fortnight month quarter year decade century season time".split(" "),
);
/** Parts of a currency, and the plural names of currencies that several states share or that `findNumbers` does not tell apart. */
const COINS = new Set(
  (
    "cents cts pence crowns kroner kronor kroners korunas krona krone francs pesos dinars dirhams riyals rials baht ringgit rupiah " +
    "forints taka shillings cedis birr kwacha leva lei tenge lari guilders florins escudos bolivars guaranis quetzals lempiras kyat"
  ).split(" "),
);

/** The class from what is counted, its own modifiers and the verb it belongs to. */
export function findFigureClass(
  document: ParsedDocument,
  tree: TreeIndex,
  number: NumberMention,
  token: number,
  isNoun: boolean,
): Figure["class"] {
  if (number.unit?.kind === "currency") return "money";
  const { heads, lemmas, relations, tags } = document;
  if (isNoun && COINS.has(document.tokens[token].text.toLowerCase())) return "money";
  if (isNoun && DURATIONS.has(lemmas[token].toLowerCase())) return "count";
  if (isVoteCount(document, number)) return "votes";
  const near = [token];
  for (const child of listChildren(tree, token)) {
    // "400 miners, 12 of whom were hurt": not all of them were.
    if (/^(amod|acl|conj)/.test(relations[child]) && !hasPart(document, number.endToken, child)) near.push(child);
  }
  if (isPart(document, number)) for (const at of [2, 3, 4]) near.push(number.endToken + at);
  const head = heads[token];
  // "The toll rose to 45", "put the number of deaths at 45": a number alone counts what its verb is said of.
  if (!isNoun && head >= 0 && tags[head] === "VERB" && number.unit === undefined) {
    for (const child of listChildren(tree, head)) {
      if (child < token && tags[child] === "NOUN") {
        near.push(child, ...listChildren(tree, child).filter((at) => /^(compound|nmod)/.test(relations[at])));
      }
    }
  }
  const isPlace = isNoun && PLACE_WORDS.has(document.tokens[number.startToken - 1]?.text.toLowerCase() ?? "");
  if (head >= 0 && !isPlace && /^(nsubj|obj|obl|nmod|amod|conj|appos|parataxis)/.test(relations[token])) {
    near.push(head);
    // "took 12 people hostage", "left 40 dead": what is said of the object hangs on the verb beside it.
    const isSubject = relations[token].startsWith("nsubj");
    for (const child of listChildren(tree, head)) {
      // "one amendment spared more prisoners": people beside the verb are others than its subject.
      if (isSubject && PEOPLE_SO.has(lemmas[child].toLowerCase())) continue;
      if (child > token && /^(xcomp|obj|obl|advcl)/.test(relations[child])) near.push(child);
    }
  }
  // Said right behind, whatever the tree: "40 dead", "took 12 teachers hostage".
  for (const behind of [number.endToken, token + 1]) if (behind < lemmas.length) near.push(behind);
  const become = findBecome(document, number.endToken);
  if (become >= 0) near.push(become);
  for (const [cls, words] of CLASS_LEMMAS) {
    if (near.some((at) => at < lemmas.length && words.has(lemmas[at].toLowerCase()))) {
      return number.unit?.kind === "percent" ? "share" : cls;
    }
  }
  return number.unit?.kind === "percent" ? "share" : "count";
}

const MAX_TOKENS_TO_BECOME = 8;

/** "took 12 back over the river as hostages": what those counted are taken for, or -1. */
function findBecome({ lemmas, tags, tokens }: ParsedDocument, endToken: number): number {
  for (let token = endToken; token < endToken + MAX_TOKENS_TO_BECOME && token + 1 < tokens.length; token++) {
    if (tags[token] === "VERB" || tags[token] === "PUNCT") return -1;
    if (tokens[token].text === "as" && PEOPLE_SO.has(lemmas[token + 1].toLowerCase())) return token + 1;
  }
  return -1;
}

/** Before a noun of place: "40 hurt in 11 villages" hurts no village. */
const PLACE_WORDS = new Set(["in", "at", "across", "from", "within", "near", "around"]);

/** "40 miners, 12 of whom". */
export function isPart({ tokens }: ParsedDocument, { endToken }: NumberMention): boolean {
  return hasPartAt(tokens, endToken);
}

function hasPart({ tokens }: ParsedDocument, from: number, to: number): boolean {
  for (let token = from; token < to; token++) if (hasPartAt(tokens, token)) return true;
  return false;
}

function hasPartAt(tokens: ParsedDocument["tokens"], token: number): boolean {
  return tokens[token]?.text.toLowerCase() === "of" && /^(whom|which|them|those)$/i.test(tokens[token + 1]?.text ?? "");
}

/** "13 in favour, two against and three abstentions", in a sentence that tells of a vote. */
function isVoteCount({ lemmas, sentences, tokens }: ParsedDocument, { endToken }: NumberMention): boolean {
  const next = tokens[endToken]?.text.toLowerCase() ?? "";
  const isSide =
    /^(against|abstentions?|abstaining|abstained)$/.test(next) ||
    (next === "in" && /^favou?r$/i.test(tokens[endToken + 1]?.text ?? ""));
  if (!isSide) return false;
  if (next.startsWith("abst")) return true;
  const sentence = sentences[findFirst(sentences, endToken, (each) => each.endToken)];
  for (let token = sentence.startToken; token < sentence.endToken; token++) {
    if (/^(vote|voting|ballot)$/i.test(lemmas[token])) return true;
  }
  return false;
}

/** So near stands the sum that a number alone goes on from, and so large is such a number. */
const MAX_TOKENS_TO_SUM = 8;
const LEAST_SUM = 1000;

/** "$15 billion in May and 10 billion in June": whether a number alone is of the kind of the sum before it. */
export function isSumAfter({ tokens }: ParsedDocument, sum: { endToken: number }, number: NumberMention): boolean {
  if (number.unit !== undefined || number.value < LEAST_SUM) return false;
  if (number.startToken - sum.endToken > MAX_TOKENS_TO_SUM) return false;
  return /^(?:and|from|to|vs|versus|against|or)$/i.test(tokens[number.startToken - 1]?.text ?? "");
}
