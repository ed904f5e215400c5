/** Who asks a court for something: the subject of a legal verb by its words, or whose request a noun is. */
import type { ClauseNavigator } from "./clause-navigator.ts";
import { findOfRelative } from "./find-charged.ts";
import { OUTCOMES } from "./legal-words.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

const MAX_GAP = 8;

/** "In a complaint filed in court, the agency said": who says it has filed it; else the subject that a tree has lost. */
export function findFiler(navigator: ClauseNavigator, verb: number, noun: number, sentenceEnd: number): number {
  const { sentences, entityOf } = navigator.document;
  const { startToken } = sentences[navigator.sentenceOf(verb)];
  if (noun >= 0 && noun < verb && navigator.word(startToken) === "in" && noun - startToken < MAX_GAP) {
    let comma = verb;
    while (comma < sentenceEnd && navigator.word(comma) !== ",") comma += 1;
    const [filer] = navigator.mentionsIn(comma, Math.min(sentenceEnd, comma + MAX_GAP));
    if (filer !== undefined && filer.phraseStart <= comma + 2) return entityOf[filer.index];
  }
  return findBareSubject(navigator, verb, noun);
}

/** "Brintex Inc filed suit", read by the tree as "filed" of the suit: who stands right before. */
function findBareSubject(navigator: ClauseNavigator, verb: number, noun: number): number {
  if (noun <= verb || navigator.word(verb - 1) === "," || navigator.childWith(verb, /^aux/) >= 0) return -1;
  // "Brintex Corp <BTX> filed suit"
  let end = verb;
  if (navigator.word(verb - 1) === ">") while (end > verb - 8 && navigator.word(end) !== "<") end -= 1;
  const mention = navigator.mentionAt(end - 1);
  return mention?.endToken === end ? navigator.document.entityOf[mention.index] : -1;
}

/** "the ministry's request", "a request by the ministry": who asked; -1 for none named. */
export function findAsker(navigator: ClauseNavigator, respondents: RespondentFinder, noun: number): number {
  if (noun < 0 || OUTCOMES.has(navigator.lemma(noun))) return -1;
  const [owner] = respondents.resolveOwner(noun);
  if (owner !== undefined) return owner;
  if (!/^(by|from)$/.test(navigator.word(noun + 1))) return -1;
  const able = respondents.resolveList(noun + 2).entities.find((entity) => respondents.mayRespond(entity));
  if (able !== undefined) return able;
  // "a challenge by the Oro people": a group that the words tell of.
  const [group] = navigator.mentionsIn(noun + 2, noun + MAX_GAP);
  const isTold = group?.by === "description" && group.phraseStart === noun + 2 && group.determiner === "definite";
  return isTold && /^(group|organisation)$/.test(group.kind ?? "") ? navigator.document.entityOf[group.index] : -1;
}

/** "Four groups led by X": X; -1 where nobody is named. */
function findLeader(navigator: ClauseNavigator, token: number): number {
  const mention = navigator.mentionAt(token);
  const behind = mention?.endToken ?? token + 1;
  if (!/^(led|headed|represented)$/.test(navigator.word(behind)) || navigator.word(behind + 1) !== "by") return -1;
  const { entityOf, resolvedEntities } = navigator.document;
  const named = navigator.mentionsIn(behind + 2, behind + 2 + MAX_GAP).filter(({ by, index, endToken }) => {
    const found = resolvedEntities[entityOf[index]];
    // "the Arden-based group X"
    return by === "name" && found?.isNamed && !/^(place|state)$/.test(found.kind) && navigator.word(endToken) !== "-";
  });
  return named.length === 0 ? -1 : entityOf[named[0].index];
}

/** Who does it; of "X and 25 others", X. */
export function findNamedSubject(navigator: ClauseNavigator, token: number, verb = -1): number {
  const { resolvedEntities, tags } = navigator.document;
  const entity = navigator.subjectEntity(token);
  // "Jon Berg of the Unity movement, who brought the case": a person, not what he is of.
  if (verb >= 0 && resolvedEntities[entity]?.kind !== "person") {
    const person = findOfRelative(navigator, verb);
    if (person >= 0) return person;
  }
  const leader = entity >= 0 && resolvedEntities[entity].isNamed ? -1 : findLeader(navigator, token);
  if (leader >= 0) return leader;
  const mention = navigator.mentionAt(token);
  if (mention === undefined || (entity >= 0 && resolvedEntities[entity].isNamed)) return entity;
  let before = mention.phraseStart - 1;
  while (before > mention.phraseStart - 4 && /^(NUM|ADJ|DET)$/.test(tags[before])) before -= 1;
  if (navigator.word(before) !== "and") return entity;
  const joined = navigator.entityAt(before - 1);
  return joined >= 0 && resolvedEntities[joined].isNamed && resolvedEntities[joined].kind !== "court" ? joined : entity;
}
