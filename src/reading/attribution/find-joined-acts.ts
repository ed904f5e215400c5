/**
 * Finds acts of speech that the model passed over where they are joined to another verb: "says he is well and accuses him of …",
 * "expelled the envoy, accusing him of …", "called it a farce and said the count was wrong".
 */
import type { Attribution } from "./attribution.ts";
import { type ClauseReader, range } from "./clause-reader.ts";

/** What each verb has behind its object. */
const COMPLEMENTS: ReadonlyMap<string, RegExp> = new Map([
  ["accuse", /^of$/],
  ["blame", /^(?:for|on)$/],
  ["urge", /^to$/],
  ["implore", /^to$/],
  ["warn", /^(?:of|against|that)$/],
  ["appeal", /^to$/],
]);

const SCORE = 0.7;
/** Tokens within which the complement of a verb begins. */
const LONGEST_OBJECT = 14;

/** The act of speech of this verb, or `undefined`. */
export function findJoinedAct(
  reader: ClauseReader,
  verb: number,
  { startToken, endToken }: { readonly startToken: number; readonly endToken: number },
  known: readonly Attribution[],
): Attribution | undefined {
  const { tags, lemmas, features } = reader.document;
  if (tags[verb] !== "VERB" || reader.quotationAt[verb] >= 0) return undefined;
  const isParticiple =
    /VerbForm=Ger|Tense=Pres\|VerbForm=Part/.test(features[verb]) || reader.word(verb).endsWith("ing");
  const isJoined = /^(?:and|but|then|also)$/.test(reader.word(verb - 1)) && reader.isFinite(verb);
  const complement = COMPLEMENTS.get(lemmas[verb]);
  const isSaying = lemmas[verb] === "say" && isJoined && reader.hasMainClause(verb + 1, endToken);
  if (complement === undefined ? !isSaying : !isJoined && !(isParticiple && reader.word(verb - 1) === ","))
    return undefined;
  if (complement !== undefined) {
    let at = verb + 2;
    while (at < Math.min(endToken, verb + LONGEST_OBJECT) && !complement.test(reader.word(at))) at++;
    if (!complement.test(reader.word(at))) return undefined;
  }
  const source =
    (isJoined ? findSpeakerBefore(reader, verb, startToken, known) : undefined) ??
    findAgentPhrase(reader, verb, startToken);
  if (source.length === 0) return undefined;
  const first = verb + 1;
  let end = complement === undefined ? endToken : reader.findClauseEnd(first, endToken);
  while (end > first + 1 && tags[end - 1] === "PUNCT" && reader.quotationAt[end - 1] < 0) end--;
  return reader.toAttribution(verb, source, [verb], range(first, end), SCORE);
}

/** "The ministry reported ten cases of the kind that worried it, but said …": who spoke last in the sentence goes on. */
function findSpeakerBefore(
  reader: ClauseReader,
  verb: number,
  startToken: number,
  known: readonly Attribution[],
): readonly number[] | undefined {
  return known.findLast(
    ({ cueToken, sourceTokens }) =>
      cueToken < verb &&
      cueToken >= startToken &&
      sourceTokens.length > 0 &&
      sourceTokens[0] < cueToken &&
      reader.quotationAt[cueToken] < 0,
  )?.sourceTokens;
}

function findAgentPhrase(reader: ClauseReader, verb: number, startToken: number): readonly number[] {
  const agent = reader.findAgent(verb, startToken);
  return agent < 0 ? [] : reader.findPhrase(agent, verb);
}
