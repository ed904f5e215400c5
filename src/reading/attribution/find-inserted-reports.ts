/**
 * Finds what is reported by a clause put into it or behind it: "The ferry was late, she said", "The ferry would not, he went on,
 * come back". What lies in quotation marks is left to the model.
 */
import type { Attribution } from "./attribution.ts";
import { type ClauseReader, range } from "./clause-reader.ts";

/** Verbs by which such clauses report. */
const VERBS = new Set(
  (
    "say tell add insist explain note warn claim argue admit concede recall reply remark observe declare announce " +
    "allege contend acknowledge conclude joke quip write hold rule find testify complain caution report suggest predict complain stress assert " +
    "reckon estimate believe think confirm respond retort recount reveal"
  ).split(" "),
);

/** Verbs that report only where nothing stands between them and the mark. */
const BARE_VERBS = new Set(["maintain", "continue", "go"]);

/** What goes on after a reporting clause but is not part of what was said. */
const NARRATION = /^(?:before|after|as|while|when|though|although|in|on|at|by|during|following|who|which|where|whose)$/;

/** How sure such a clause makes it: right in so many of a hundred on annotated news. */
const SCORE = 0.75;

/** Longest description in apposition before a speaker's name, in tokens. */
const LONGEST_DESCRIPTION = 10;

/** The report of a clause around this verb, or `undefined`. */
export function findInsertedReport(
  reader: ClauseReader,
  verb: number,
  sentence: { readonly startToken: number; readonly endToken: number },
  /** Attributions found so far, by the tokens of their cues. */
  known: ReadonlyMap<number, Attribution>,
): Attribution | undefined {
  const { tags, lemmas } = reader.document;
  if (tags[verb] !== "VERB" || reader.quotationAt[verb] >= 0 || !reader.isFinite(verb)) return undefined;
  const isGoOn = lemmas[verb] === "go" && reader.word(verb + 1) === "on";
  const isBare = BARE_VERBS.has(lemmas[verb]);
  if (!VERBS.has(lemmas[verb]) && !isBare) return undefined;
  if (isBare && !/^[,.]$/.test(reader.word(isGoOn ? verb + 2 : verb + 1))) return undefined;
  if (lemmas[verb] === "go" && !isGoOn) return undefined;
  if (reader.quotationAt[sentence.startToken] >= 0) return undefined;
  const clause = findClause(reader, verb, sentence);
  if (clause === undefined) return undefined;
  const { start, end, source } = clause;
  const before = range(sentence.startToken, start - 1);
  const opening = tags[before[0]];
  const { features } = reader.document;
  if (opening === "VERB" && !features[before[0]].includes("VerbForm=Fin")) return undefined;
  if (opening === "SCONJ" || (opening === "ADP" && !reader.hasMainClause(before[0], start - 1))) return undefined;
  if (!reader.hasMainClause(sentence.startToken, start - 1)) return undefined;
  const rest = findRest(reader, end, sentence.endToken);
  // "…, the ministry said, but relatives insisted that …": somebody else's words.
  const isOthers = rest.some((token) => known.has(token) && tags[token] === "VERB" && reader.quotationAt[token] < 0);
  const content = isOthers ? before : [...before, ...rest];
  if (
    content.some(
      (token) => reader.quotationAt[token] >= 0 && reader.quotationAt[token] === reader.quotationAt[before[0]],
    )
  )
    return undefined;
  return reader.toAttribution(verb, source, isGoOn ? [verb, verb + 1] : [verb], content, SCORE);
}

interface ReportingClause {
  /** First token, after a comma. */
  readonly start: number;
  /** The mark that ends it. */
  readonly end: number;
  readonly source: readonly number[];
}

/** The clause of the verb between a comma and the next mark, if it says nothing but that somebody spoke. */
function findClause(
  reader: ClauseReader,
  verb: number,
  { startToken, endToken }: { readonly startToken: number; readonly endToken: number },
): ReportingClause | undefined {
  const { tags, relations } = reader.document;
  const subject = reader.findSubject(verb);
  const near = reader.children(verb).some((child) => relations[child] === "mark") ? -1 : verb;
  if (near < 0) return undefined;
  let end = verb + 1;
  while (end < endToken && !/^[,.;:!?–—]$/.test(reader.word(end))) {
    if (reader.isFinite(end) && !/^acl/.test(relations[end])) return undefined;
    if (reader.quotationAt[end] >= 0) return undefined;
    end++;
  }
  if (/^(?:that|whether|if|:)$/.test(reader.word(verb + 1)) || reader.word(end) === ":") return undefined;
  if (subject > verb) {
    // "…, said Jon Berg."
    const isRuling = /^(?:hold|rule|find)$/.test(reader.document.lemmas[verb]);
    if (reader.word(verb - 1) !== "," || subject > verb + 12 || isRuling) return undefined;
    return { start: verb, end, source: range(Math.max(verb + 1, reader.first[subject]), reader.last[subject] + 1) };
  }
  // A subject that begins the sentence is what was said, taken for who said it.
  const isLost = subject < 0 || reader.first[subject] <= startToken + 1;
  let start = isLost ? findNominalBefore(reader, verb, startToken) : reader.first[subject];
  if (start < 0) return undefined;
  if (start <= startToken + 1 || reader.word(start - 1) !== ",") return undefined;
  if (/^(?:who|which|that|what|whoever)$/.test(reader.word(start)) || verb - start > 30) return undefined;
  // "…, its director, Jon Berg, told the meeting": the description belongs to the source.
  let comma = start - 2;
  while (
    comma > startToken &&
    start - comma < LONGEST_DESCRIPTION &&
    /^(?:DET|ADJ|NOUN|PROPN|ADP|PRON|PART|NUM)$/.test(tags[comma])
  )
    comma--;
  const isDescription =
    reader.word(comma) === "," && comma < start - 2 && /^(?:DET|PRON|PROPN|ADJ)$/.test(tags[comma + 1]);
  if (isDescription && tags[start] === "PROPN" && reader.hasMainClause(startToken, comma)) start = comma + 1;
  let sourceEnd = verb;
  while (sourceEnd > start && (tags[sourceEnd - 1] === "AUX" || tags[sourceEnd - 1] === "ADV")) sourceEnd--;
  return { start, end, source: range(start, sourceEnd) };
}

/** Where the pronoun, or the name between commas, that stands right before the verb begins; -1 for none. */
function findNominalBefore(reader: ClauseReader, verb: number, startToken: number): number {
  const { tags } = reader.document;
  if (/^(?:he|she|they|it)$/.test(reader.word(verb - 1))) return verb - 1;
  const last = reader.word(verb - 1) === "," ? verb - 2 : verb - 1;
  let start = last + 1;
  while (start > startToken && /^(?:DET|ADJ|NOUN|PROPN|ADP|PART|NUM)$/.test(tags[start - 1])) start--;
  return start <= last && /^(?:NOUN|PROPN)$/.test(tags[last]) && !/^(?:ADP|PART)$/.test(tags[start]) ? start : -1;
}

/** What goes on behind the clause of what was said. */
function findRest({ document, quotationAt, word }: ClauseReader, end: number, endToken: number): number[] {
  const next = end + 1;
  if (document.tokens[end]?.text !== "," || next >= endToken - 1) return [];
  const { tags, features } = document;
  const opening = document.tokens[next].text.toLowerCase();
  if (quotationAt[next] >= 0 || NARRATION.test(opening) || /^["“‘]$/.test(opening) || word === undefined) return [];
  if (tags[next] === "VERB" && !features[next].includes("VerbForm=Fin") && !features[next].includes("VerbForm=Inf"))
    return [];
  return range(next, endToken - 1);
}
