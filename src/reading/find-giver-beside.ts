/** Who gives a figure in words put into its sentence or behind it, by the order of the words: "…, the agency replied", "The gap, the bank estimates, is". */
import type { FigureMention } from "./find-figures.ts";
import { findFirst } from "./find-first.ts";
import type { Mention } from "./mention.ts";
import type { ResolvedDocument } from "./resolve-mentions.ts";

const REPORTED =
  /^(?:said|says|held|ruled|found|replied|reported|added|noted|estimated|estimates|suggested|maintained|claimed|claims|confirmed|announced|warned|warns|reckons|argued|insisted|told)$/;
/** Forms that the tagger takes for nouns as often as for verbs. */
const AMBIGUOUS = /^(?:notes|says|estimates|reckons|reports|finds|shows|claims|adds|predicts|warns|forecasts)$/;
/** Most tokens of a phrase before its last noun. */
const MAX_IN_PHRASE = 7;
/** Most tokens from the mark before who says it to the verb. */
const MAX_INSERTED = 8;

/**
 * Who says it behind the number: "At most 40 can be sent, the agency replied", "…, its director, Lena Marsk, said".
 *
 * Trees of what is said before its speaker are weak.
 *
 * @returns A resolved entity, or -1 for nobody.
 */
export function findGiverBehind(document: ResolvedDocument, figure: FigureMention): number {
  const { sentences, tokens } = document;
  const { endToken } = sentences[findFirst(sentences, figure.startToken + 1, (each) => each.endToken)];
  for (let verb = figure.endToken + 1; verb < endToken; verb++) {
    if (/^(?:but|while|;|:|whereas)$/i.test(tokens[verb].text)) return -1;
    const entity = findSpeakerAt(document, verb, figure.endToken, endToken);
    if (entity >= 0) return entity;
  }
  return -1;
}

/**
 * Who says it in words put in before the number: "In the delta, the project estimates, that would leave 300 without work".
 *
 * @returns A resolved entity, or -1 for nobody.
 */
export function findGiverInserted(document: ResolvedDocument, figure: FigureMention): number {
  const { sentences, tokens } = document;
  const { startToken } = sentences[findFirst(sentences, figure.startToken + 1, (each) => each.endToken)];
  for (let verb = figure.startToken - 1; verb > startToken; verb--) {
    if (/^(?:but|while|;|:|whereas)$/i.test(tokens[verb].text)) return -1;
    if (tokens[verb + 1].text !== ",") continue;
    for (let mark = verb - 2; mark > startToken && mark > verb - MAX_INSERTED; mark--) {
      if (tokens[mark].text !== ",") continue;
      const entity = findSpeakerAt(document, verb, mark, verb + 2);
      if (entity >= 0) return entity;
      break;
    }
  }
  return -1;
}

/** Whom the mention that ends at a verb of reporting means, where a comma stands before it. */
function findSpeakerAt(document: ResolvedDocument, verb: number, start: number, sentenceEnd: number): number {
  const { entityOf, mentions, tokens } = document;
  const isAmbiguous = AMBIGUOUS.test(tokens[verb].text);
  if (!isAmbiguous && !REPORTED.test(tokens[verb].text)) return -1;
  // "the text notes that": what is said comes behind.
  if (isAmbiguous && verb + 1 < sentenceEnd && !/^[,.]$/.test(tokens[verb + 1].text)) return -1;
  const end = tokens[verb - 1].text === "," ? verb - 1 : verb;
  const from = findFirst(mentions, start, ({ headToken }) => headToken);
  const to = findFirst(mentions, verb + 1, ({ headToken }) => headToken);
  const speaker = mentions
    .slice(from, to)
    .find(
      (each) =>
        (each.endToken === end || (isAmbiguous && each.headToken === verb && end === verb)) &&
        each.kind !== "place" &&
        isBehindComma(document, each.phraseStart),
    );
  if (speaker === undefined) return -1;
  return speaker.headToken === verb ? findNamesake(document, verb - 1, speaker) : entityOf[speaker.index];
}

/** "the text notes", taken for one phrase: whom the noun before the verb meant when it was last said. */
function findNamesake({ entityOf, lemmas, mentions }: ResolvedDocument, noun: number, { index }: Mention): number {
  for (let before = index - 1; before >= 0; before--) {
    if (lemmas[mentions[before].headToken] === lemmas[noun] && entityOf[before] >= 0) return entityOf[before];
  }
  return -1;
}

/** "…, Norland's search and rescue agency said": whether only words of the same phrase stand between it and a comma. */
function isBehindComma({ tags, tokens }: ResolvedDocument, start: number): boolean {
  let token = start - 1;
  while (token > start - MAX_IN_PHRASE && /^(?:NOUN|ADJ|PROPN|PART|CCONJ|DET)$/.test(tags[token])) token -= 1;
  return tokens[token]?.text === ",";
}
