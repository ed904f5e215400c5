/** Finds what somebody calls a thing within another sentence: "met what she called a wall of silence". */
import type { Attribution } from "./attribution.ts";
import { type ClauseReader, range } from "./clause-reader.ts";

const CALLING = new Set("call describe term dub brand label characterise characterize denounce portray".split(" "));

const SCORE = 0.7;

/** The calling by this verb in a clause with "what", or of the word that a relative clause hangs on, or `undefined`. */
export function findCalling(reader: ClauseReader, verb: number, endToken: number): Attribution | undefined {
  const { tags, lemmas } = reader.document;
  if (tags[verb] !== "VERB" || !CALLING.has(lemmas[verb]) || reader.quotationAt[verb] >= 0) return undefined;
  let what = verb - 1;
  while (what > verb - 12 && what >= 0 && !/^(?:what|that|which)$/.test(reader.word(what))) {
    if (/^[,.;:]$/.test(reader.word(what)) || /^(?:VERB|SCONJ|PART)$/.test(tags[what])) {
      if (!/^['’]s?$/.test(reader.word(what))) return undefined;
    }
    what--;
  }
  const called = reader.word(what) === "what" ? [] : findAntecedent(reader, verb, what);
  if (called === undefined) return undefined;
  let start = verb + 1;
  if (reader.word(start) === "as") start++;
  const end = findEndOfName(reader, start, endToken);
  // "an airfield that Norland calls Camp Jon": a name, not a judgement.
  if (tags[start] === "PROPN" && reader.quotationAt[start] < 0) return undefined;
  let sourceEnd = verb;
  while (sourceEnd > what + 1 && (tags[sourceEnd - 1] === "AUX" || tags[sourceEnd - 1] === "ADV")) sourceEnd--;
  const source = range(what + 1, sourceEnd);
  if (source.length === 0 || end <= start) return undefined;
  return reader.toAttribution(verb, source, range(sourceEnd, verb + 1), [...called, ...range(start, end)], SCORE);
}

/** "a pact that the leaders called a model": the words for what is called so. */
function findAntecedent(reader: ClauseReader, verb: number, relative: number): number[] | undefined {
  const { heads, relations, tags } = reader.document;
  const noun = heads[verb];
  if (!relations[verb].startsWith("acl:relcl") || heads[relative] !== verb || noun < 0 || noun >= relative)
    return undefined;
  if (relations[relative] !== "obj" || tags[noun] !== "NOUN") return undefined;
  return range(Math.max(reader.first[noun], noun - 3), noun + 1);
}

/** The end of the quotation that begins here, or of the phrase. */
function findEndOfName(reader: ClauseReader, start: number, endToken: number): number {
  const quotation = reader.quotationAt[start];
  let token = start;
  if (quotation >= 0) {
    while (token < endToken && reader.quotationAt[token] === quotation) token++;
    return token;
  }
  const { tags } = reader.document;
  for (; token < endToken; token++) {
    if (reader.quotationAt[token] >= 0) return findEndOfName(reader, token, endToken);
    if (tags[token] === "PUNCT" && !/^[-’']$/.test(reader.word(token))) return token;
    if (token > start && reader.isFinite(token))
      return /^(?:and|but|or)$/.test(reader.word(token - 1)) ? token - 1 : token;
  }
  return token;
}
