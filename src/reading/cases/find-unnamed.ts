/**
 * Who a description without a name means: "A former accountant was charged with fraud. Jon Berg, 31, …", "The immigrant was
 * charged", said of the only person told of before.
 */
import type { Mention } from "../mention.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";

/** How far before, and how far behind, the name may stand, in sentences. */
const MAX_SENTENCES = 2;

/** The person, as a list of one; empty where none is sure. */
export function findUnnamed(navigator: ClauseNavigator, mention: Mention | undefined): number[] {
  if (mention?.by !== "description" || mention.plural || mention.possessor >= 0) return [];
  if (mention.kind !== "person" && mention.kind !== "other") return [];
  const person =
    mention.determiner === "indefinite" || mention.sentence === 0
      ? findIntroducedBehind(navigator, mention)
      : mention.kind === "person" || /old$/.test(navigator.word(mention.headToken))
        ? findOnlyBefore(navigator, mention)
        : -1;
  return person < 0 ? [] : [person];
}

/** Who is first named as the subject of one of the next sentences: leads describe, what follows names. */
function findIntroducedBehind(navigator: ClauseNavigator, { sentence, headToken }: Mention): number {
  const { sentences, resolvedEntities, entityOf, mentions, relations, heads, quotationAt } = navigator.document;
  const last = sentences[Math.min(sentence + MAX_SENTENCES, sentences.length - 1)];
  for (const other of navigator.mentionsIn(headToken + 1, last.endToken)) {
    const entity = resolvedEntities[entityOf[other.index]];
    if (other.by !== "name" || entity === undefined || quotationAt[other.headToken] >= 0) continue;
    if (mentions[entity.mentions[0]].sentence !== other.sentence || other.sentence === sentence) continue;
    const surnamed = entity.kind === "person" ? -1 : findBySurname(navigator, entity.index);
    if (entity.kind !== "person" && surnamed < 0) continue;
    if (surnamed >= 0) return surnamed;
    if (isOfAge(navigator, other)) return entity.index;
    // Who speaks is more often a judge or a lawyer.
    const verb = heads[other.attachment];
    const isSubject = /^nsubj/.test(relations[other.attachment]) && !isSaying(navigator, verb);
    if (isSubject && other.titleEnd === other.titleStart && other.endToken - other.startToken > 1) return entity.index;
  }
  return -1;
}

/** "Jon Berg", taken for a place, where "Berg" is a person: who is meant; -1 where no person is. */
function findBySurname({ document: { resolvedEntities } }: ClauseNavigator, index: number): number {
  const words = resolvedEntities[index].name.split(" ");
  if (words.length < 2) return -1;
  return (
    resolvedEntities.find(({ kind, isNamed, name }) => kind === "person" && isNamed && name === words.at(-1))?.index ??
    -1
  );
}

/** The only person named in the sentences before. */
function findOnlyBefore(navigator: ClauseNavigator, { sentence, startToken }: Mention): number {
  const { sentences, resolvedEntities, entityOf } = navigator.document;
  let only = -1;
  for (const other of navigator.mentionsIn(sentences[Math.max(0, sentence - MAX_SENTENCES)].startToken, startToken)) {
    const entity = entityOf[other.index];
    if (entity < 0 || resolvedEntities[entity].kind !== "person" || !resolvedEntities[entity].isNamed) continue;
    if (only >= 0 && only !== entity) return -1;
    only = entity;
  }
  return only;
}

/** "Jon Berg, 31," */
function isOfAge({ document: { tags, tokens } }: ClauseNavigator, { endToken }: Mention): boolean {
  return tokens[endToken]?.text === "," && tags[endToken + 1] === "NUM" && /^\d\d$/.test(tokens[endToken + 1].text);
}

function isSaying(navigator: ClauseNavigator, verb: number): boolean {
  return verb >= 0 && /^(say|tell|add|announce|write|argue|describe|call)$/.test(navigator.lemma(verb));
}
