/** Finds clauses with "that" behind a verb of saying which the model passed over: "a clerk who once swore that the books were in order". */
import type { Attribution } from "./attribution.ts";
import { type ClauseReader, range } from "./clause-reader.ts";

const VERBS = new Set(
  (
    "say add insist explain note warn claim argue admit concede recall reply remark declare announce allege contend " +
    "acknowledge conclude joke write report suggest complain stress assert swear vow pledge promise testify deny boast " +
    "predict repeat reiterate confirm caution protest object"
  ).split(" "),
);

const SCORE = 0.7;

/** The report of a clause with "that" by this verb, or `undefined`. */
export function findThatClause(
  reader: ClauseReader,
  verb: number,
  { startToken, endToken }: { readonly startToken: number; readonly endToken: number },
): Attribution | undefined {
  const { tags, lemmas, relations, features } = reader.document;
  const isMadeClear = lemmas[verb] === "make" && /^(?:clear|plain)$/.test(reader.word(verb + 1));
  if (tags[verb] !== "VERB" || reader.quotationAt[verb] >= 0 || (!VERBS.has(lemmas[verb]) && !isMadeClear))
    return undefined;
  const that = findThat(reader, isMadeClear ? verb + 1 : verb, endToken);
  if (that < 0) return undefined;
  const helpers = reader.children(verb).filter((child) => child < verb && tags[child] === "AUX");
  if (helpers.some((helper) => lemmas[helper] === "be")) return undefined;
  const isFreely =
    features[verb].includes("VerbForm=Ger") || features[verb].includes("VerbForm=Part") || relations[verb] === "conj";
  const own = reader.findSubject(verb);
  // "…, she said, before making clear that", "… and said late on Monday that": who does the one does the other.
  const subject = own >= 0 || !isFreely ? own : reader.findAgent(verb, startToken);
  if (subject < startToken || subject >= endToken || subject === that) return undefined;
  const contentEnd = Math.max(that + 2, Math.min(endToken, endOfClause(reader, verb, that, endToken)));
  const cue = isMadeClear ? [...helpers, verb, verb + 1] : [...helpers, verb];
  const attribution = reader.toAttribution(verb, reader.findPhrase(subject, verb), cue, range(that, contentEnd), SCORE);
  return { ...attribution, complementiser: that };
}

/** The "that" right behind the verb or behind a phrase of time or place. */
function findThat({ document, quotationAt }: ClauseReader, verb: number, endToken: number): number {
  const { tokens, tags } = document;
  for (let token = verb + 1; token < Math.min(endToken, verb + 7); token++) {
    const word = tokens[token].text.toLowerCase();
    if (word === "that" && tags[token] === "SCONJ") return quotationAt[token] < 0 ? token : -1;
    if (!/^(?:ADP|DET|NOUN|PROPN|ADV|NUM)$/.test(tags[token])) return -1;
  }
  return -1;
}

/** Where the clause that begins with "that" ends: its subtree, or a comma before the verb of the sentence goes on. */
function endOfClause(reader: ClauseReader, verb: number, that: number, endToken: number): number {
  const { heads } = reader.document;
  const head = heads[that];
  if (head > that && reader.first[head] > verb) {
    let end = reader.last[head] + 1;
    while (end > head + 1 && reader.document.tags[end - 1] === "PUNCT" && reader.quotationAt[end - 1] < 0) end--;
    return end;
  }
  for (let token = that + 1; token < endToken; token++) if (/^[,;.:]$/.test(reader.word(token))) return token;
  return endToken;
}
