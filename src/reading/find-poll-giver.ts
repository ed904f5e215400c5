/** Whose poll or study gives a share: "a poll by X found that 54%", "In an X survey, 54% …. Only 12% said". */
import { findFirst } from "./find-first.ts";
import type { ResolvedDocument } from "./resolve-mentions.ts";

const POLL = /^(?:poll|survey|study|questionnaire|census|audit|opinion)$/;
/** From the noun to the word that leads to who made it: "a poll of 1,200 adults by". */
const MAX_TO_MAKER = 8;
/** So many sentences on, answers are still told of a poll. */
const MAX_SENTENCES = 2;
const PREPOSITION = /^(?:by|from|for)$/i;
/** What the answers to a poll are told with. */
const ANSWER =
  /^(?:say|think|believe|want|back|support|oppose|favour|favor|trust|approve|disapprove|agree|disagree|prefer|plan|be)$/;

/**
 * The one that made the poll which is the entity itself.
 *
 * @param entity What was found to give a figure.
 * @returns The entity as it came where it is no poll, or nobody is told to have made it.
 */
export function findPollMaker(document: ResolvedDocument, entity: number, before: number): number {
  const { lemmas, mentions, resolvedEntities } = document;
  const found = resolvedEntities[entity];
  if (found === undefined || found.isNamed) return entity;
  for (const index of found.mentions) {
    const { headToken } = mentions[index];
    if (headToken >= before || !POLL.test(lemmas[headToken].toLowerCase())) continue;
    const maker = findMaker(document, headToken);
    if (maker >= 0) return maker;
  }
  return entity;
}

/**
 * Who made the poll that a share without a giver is of: named before it in its sentence, or in the sentences before it in the paragraph
 * where the share is of those who answered.
 *
 * @returns A resolved entity, or -1.
 */
export function findPollGiver(document: ResolvedDocument, startToken: number, endToken: number): number {
  const { lemmas, paragraphOf, sentences } = document;
  const sentence = findFirst(sentences, startToken + 1, (each) => each.endToken);
  const isAnswer = ANSWER.test(lemmas[endToken]?.toLowerCase() ?? "");
  for (
    let at = sentence;
    at >= 0 && at >= sentence - MAX_SENTENCES && paragraphOf[at] === paragraphOf[sentence];
    at--
  ) {
    if (at < sentence && !isAnswer) return -1;
    const last = at === sentence ? startToken : sentences[at].endToken;
    for (let token = last - 1; token >= sentences[at].startToken; token--) {
      if (!POLL.test(lemmas[token].toLowerCase()) || document.tags[token] !== "NOUN") continue;
      const maker = findMaker(document, token);
      return maker >= 0 ? maker : entityOfMention(document, token);
    }
  }
  return -1;
}

function findMaker(document: ResolvedDocument, noun: number): number {
  const { mentions, resolvedEntities, entityOf, tokens } = document;
  for (let token = noun + 1; token < Math.min(tokens.length, noun + MAX_TO_MAKER); token++) {
    if (/^[.;]$/.test(tokens[token].text)) return -1;
    if (!PREPOSITION.test(tokens[token].text)) continue;
    const from = findFirst(mentions, token + 1, ({ headToken }) => headToken);
    const maker = mentions.slice(from, from + 2).find(({ phraseStart }) => phraseStart === token + 1);
    const entity = maker === undefined ? -1 : entityOf[maker.index];
    if (entity >= 0 && /^(?:organisation|person|other)$/.test(resolvedEntities[entity].kind)) return entity;
  }
  return -1;
}

function entityOfMention({ mentionAt, entityOf }: ResolvedDocument, token: number): number {
  const mention = mentionAt[token];
  return mention < 0 ? -1 : entityOf[mention];
}
