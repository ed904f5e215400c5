/** Finds figures that somebody gives without a verb of saying: "the ministry puts the toll at 40", "the clinic counted 12 dead". */
import type { Attribution } from "./attribution.ts";
import { type ClauseReader, range } from "./clause-reader.ts";

/** Verbs that put a figure on a thing, which is their object. */
const PUTTING = new Set(["put", "place", "estimate", "peg"]);
/** Verbs whose object is the figure. */
const COUNTING = new Set(
  "count record register document report confirm verify acknowledge tally log estimate reckon project forecast expect predict".split(
    " ",
  ),
);

/** Whether the verb says how many or how much, with a figure for its object. */
export function givesFigure(lemma: string): boolean {
  return PUTTING.has(lemma) || COUNTING.has(lemma);
}

/** Verbs that give a figure by a preposition: "speaks of 40 dead", "admitted to three deaths". */
const WITH_PREPOSITION = new Set(["speak", "admit", "talk"]);

/** How sure a verb with a figure makes it. */
const SCORE = 0.65;

/** The report of a figure by this verb, or `undefined`. */
export function findGivenFigure(
  reader: ClauseReader,
  verb: number,
  { startToken, endToken }: { readonly startToken: number; readonly endToken: number },
): Attribution | undefined {
  const { tags, lemmas, features } = reader.document;
  const isPutting = PUTTING.has(lemmas[verb]);
  if (
    reader.quotationAt[verb] >= 0 ||
    (!isPutting && !COUNTING.has(lemmas[verb]) && !WITH_PREPOSITION.has(lemmas[verb]))
  )
    return undefined;
  // "the Health Ministry confirms 12 deaths", where the tagger took the verb for a noun.
  const isMistaken = tags[verb] === "NOUN" && features[verb].includes("Number=Plur") && tags[verb + 1] === "NUM";
  if (tags[verb] !== "VERB" && !(isMistaken && COUNTING.has(lemmas[verb]) && /^(?:NOUN|PROPN)$/.test(tags[verb - 1])))
    return undefined;
  const helpers = reader.children(verb).filter((child) => child < verb && tags[child] === "AUX");
  if (
    !isMistaken &&
    (helpers.length === 0 ? !reader.isFinite(verb) : !helpers.some((helper) => lemmas[helper] === "have"))
  )
    return undefined;
  if (helpers.some((helper) => lemmas[helper] === "be") && !features[verb].includes("VerbForm=Ger")) return undefined;
  const source = findGiver(reader, verb, helpers[0] ?? verb, startToken);
  if (source.length === 0) return undefined;
  const start = WITH_PREPOSITION.has(lemmas[verb]) ? verb + 2 : verb + 1;
  if (start === verb + 2 && !/^(?:of|to)$/.test(reader.word(verb + 1))) return undefined;
  const figure = isPutting ? findPlacing(reader, verb, endToken) : findCount(reader, start, endToken);
  if (figure < 0) return undefined;
  const content = range(start, Math.min(reader.findClauseEnd(figure, endToken), endToken));
  return reader.toAttribution(verb, source, [...helpers, ...range(verb, start)], content, SCORE);
}

/** The words for who gives it: the subject, or what stands between the verb and the last mark before it. */
function findGiver(reader: ClauseReader, verb: number, end: number, startToken: number): number[] {
  const { tags } = reader.document;
  const subject = reader.findSubject(verb);
  if (subject >= 0) {
    if (subject > verb || /^(?:that|which|what|who)$/.test(reader.word(subject))) return [];
    return reader.findPhrase(subject, verb);
  }
  let last = end;
  // "The group Clean Count, which ran a list, put …": the clause between commas is passed over.
  if (reader.word(last - 1) === ",") {
    let comma = last - 2;
    while (comma > startToken && reader.word(comma) !== ",") comma--;
    if (comma <= startToken || !/^(?:which|who)$/.test(reader.word(comma + 1))) return [];
    last = comma;
  }
  let start = last;
  while (start > startToken && /^(?:DET|ADJ|NOUN|PROPN|ADP|PART|NUM)$/.test(tags[start - 1])) start--;
  const isOpen = start === startToken || /^[,;“"]$|^(?:and|but|while)$/.test(reader.word(start - 1));
  return isOpen && start < last && !/^(?:ADP|PART)$/.test(tags[start]) ? range(start, last) : [];
}

/** "at", "closer to", "above" with a number behind: where the figure stands. */
function findPlacing(reader: ClauseReader, verb: number, endToken: number): number {
  const { tags } = reader.document;
  for (let token = verb + 1; token < Math.min(endToken, verb + 20); token++) {
    if (
      /^[;.!?]$/.test(reader.word(token)) ||
      (reader.isFinite(token) && !/^acl/.test(reader.document.relations[token]))
    )
      return -1;
    if (!/^(?:at|to|above|below|between|around|near|over|under|as)$/.test(reader.word(token))) continue;
    for (let next = token + 1; next < Math.min(endToken, token + 6); next++)
      if (tags[next] === "NUM" || /\d/.test(reader.word(next))) return next;
  }
  return -1;
}

/** The number that a count begins with: "12 dead", "more than 40", "no fewer than 3,000"; -1 for none. */
function findCount(reader: ClauseReader, start: number, endToken: number): number {
  const { tags } = reader.document;
  for (let token = start; token < Math.min(endToken, start + 5); token++) {
    const word = reader.word(token);
    if (tags[token] === "NUM" && !/^(?:one|19\d\d|20\d\d)$/.test(word)) return token;
    if (
      !/^(?:a|an|the|about|around|some|nearly|almost|at|least|most|more|than|fewer|less|no|over|up|to|only|just|further|another|close|["“])$/.test(
        word,
      )
    )
      return -1;
  }
  return -1;
}
