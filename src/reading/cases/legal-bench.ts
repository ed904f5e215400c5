/** Courts, benches and prosecutors by their words: who may decide, who brings a case, and before whom it is brought. */
import type { Mention } from "../mention.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import { DECIDERS, PROSECUTORS } from "./legal-words.ts";

const MAX_TO_THOUGHT = 12;
/** Names of courts and of bodies that settle disputes as courts do. */
const COURT_NAME =
  /\b(?:court|tribunal|arbitration|ombudsman)\b|\bworld trade organi[sz]ation\b|\bcommission (?:on|of|for) human\b|\bhuman rights (?:commission|committee)\b/i;

export function isCourt(navigator: ClauseNavigator, token: number): boolean {
  if (token < 0) return false;
  if (DECIDERS.has(navigator.lemma(token))) return true;
  const entity = navigator.entityAt(token);
  const found = navigator.document.resolvedEntities[entity];
  return (
    isJudge(navigator, entity) ||
    isCourtEntity(navigator, entity) ||
    (found?.kind === "organisation" && /\b(commission|tribunal|court|panel)\b/i.test(found.name))
  );
}

/** Also those of a prosecutor: "the special counsel's team". */
export function isProsecutorAt(navigator: ClauseNavigator, token: number): boolean {
  if (PROSECUTORS.has(navigator.lemma(token))) return true;
  const possessor = navigator.mentionAt(token)?.possessor ?? -1;
  const owner = possessor < 0 ? -1 : navigator.document.entityOf[possessor];
  return [navigator.entityAt(token), owner].some((entity) => entity >= 0 && isProsecutor(navigator, entity));
}

export function isCourtSentence(navigator: ClauseNavigator, token: number): boolean {
  const { startToken, endToken } = navigator.document.sentences[navigator.sentenceOf(token)];
  for (let at = startToken; at < endToken; at++)
    if (DECIDERS.has(navigator.lemma(at)) || PROSECUTORS.has(navigator.lemma(at))) return true;
  return false;
}

/** The court whose bench acts: itself, its owner, or the one that the phrase names. */
export function courtOf(navigator: ClauseNavigator, token: number): number {
  const { resolvedEntities, entityOf, relations } = navigator.document;
  const entity = navigator.entityAt(token);
  if (entity >= 0 && resolvedEntities[entity].isNamed && resolvedEntities[entity].kind !== "person") return entity;
  const mention = navigator.mentionAt(token);
  for (const other of [mention?.possessor ?? -1, ...(mention?.modifiers ?? [])]) {
    const owner = other < 0 ? -1 : entityOf[other];
    if (owner >= 0 && resolvedEntities[owner].kind === "court") return owner;
  }
  for (const child of navigator.children(token)) {
    const owner = navigator.entityAt(child);
    if (owner >= 0 && resolvedEntities[owner].kind === "court") return owner;
  }
  // "a trade body panel", "the federation's committee": the body whose bench it is.
  for (const other of [mention?.possessor ?? -1, ...(mention?.modifiers ?? [])]) {
    const owner = other < 0 ? -1 : entityOf[other];
    if (owner >= 0 && resolvedEntities[owner].kind === "organisation" && resolvedEntities[owner].isNamed) return owner;
  }
  if (isCourtEntity(navigator, entity)) return entity;
  for (const child of navigator.children(token)) {
    const owner = /^nmod/.test(relations[child]) ? navigator.entityAt(child) : -1;
    const isOf = navigator.word(navigator.childWith(child, /^case/)) === "of";
    if (isOf && owner >= 0 && resolvedEntities[owner].kind === "organisation" && resolvedEntities[owner].isNamed)
      return owner;
  }
  return -1;
}

const REGULATOR =
  /^(regulator|watchdog|authority|commission|agency|board|ombudsman|committee|panel|inspectorate|federation|union|association|league|bank|ministry)$/;

/** Whether an entity is a body that decides by itself and that the words only describe: "the financial regulator". */
export function isRegulator(navigator: ClauseNavigator, entity: number): boolean {
  const found = navigator.document.resolvedEntities[entity];
  return found !== undefined && !found.isNamed && REGULATOR.test(navigator.nounOf(entity));
}

/** The court whose bench acts, or the body that decides by itself, be it only described. */
export function benchOf(navigator: ClauseNavigator, token: number): number {
  const entity = navigator.entityAt(token);
  // "Norland's media regulator" is a body of its own, whose name is not Norland's.
  const isOwn = /^(regulator|watchdog|ombudsman)$/.test(navigator.lemma(token)) && isRegulator(navigator, entity);
  const court = isOwn ? entity : courtOf(navigator, token);
  return court < 0 && isRegulator(navigator, entity) ? entity : court;
}

/**
 * The court or body before which something is brought: "at the court", "with the organisation", "asked the court for".
 *
 * @param isBody Whether a body that is no court may be meant.
 */
export function findForum(navigator: ClauseNavigator, verb: number, sentenceEnd: number, isBody = true): number {
  const { resolvedEntities, entityOf, sentences } = navigator.document;
  const { startToken } = sentences[navigator.sentenceOf(verb)];
  let court = -1;
  for (const mention of navigator.mentionsIn(startToken, sentenceEnd)) {
    const entity = entityOf[mention.index];
    const found = resolvedEntities[entity];
    if (found === undefined) continue;
    // "where appeals are heard by the court above"
    if (navigator.word(mention.phraseStart - 1) === "by" || isOnlyThoughtOf(navigator, mention)) continue;
    // "while it appeals to a higher court": which, nobody knows yet.
    if (!found.isNamed && mention.plural) continue;
    if (!found.isNamed && /^(higher|lower|other|another)$/.test(navigator.word(mention.headToken - 1))) continue;
    if (isCourtEntity(navigator, entity) && (court < 0 || !resolvedEntities[court].isNamed)) court = entity;
  }
  if (court >= 0 || !isBody) return court;
  for (const mention of navigator.mentionsIn(verb, sentenceEnd)) {
    const found = resolvedEntities[entityOf[mention.index]];
    if (found?.kind !== "organisation" || !found.isNamed) continue;
    if (
      /^(at|with|before|to)$/.test(navigator.word(mention.phraseStart - 1)) ||
      /^(at|with|before|to)$/.test(navigator.word(mention.phraseStart - 2))
    )
      return found.index;
  }
  return -1;
}

/** Whether an entity is a court, also one that is only described: "the country's constitutional chamber". */
export function isCourtEntity(navigator: ClauseNavigator, entity: number): boolean {
  const { resolvedEntities, mentions, tags } = navigator.document;
  const found = resolvedEntities[entity];
  if (found === undefined) return false;
  if (found.kind === "court") return true;
  if (found.isNamed) return found.kind !== "person" && COURT_NAME.test(found.name);
  if (!/^(chamber|bench|tribunal)$/.test(navigator.nounOf(entity))) return false;
  return /^(ADJ|NOUN|PROPN)$/.test(tags[mentions[found.mentions[0]].headToken - 1]);
}

export function isProsecutor({ prosecutors }: ClauseNavigator, entity: number): boolean {
  return prosecutors.has(entity);
}

/** "the panel's decision lifts the ban", "the court's decision to reject the claim": whose decision it is, else the agent. */
export function findBenchOf(navigator: ClauseNavigator, agent: number, verb: number): number {
  const { heads, relations } = navigator.document;
  const noun = agent >= 0 ? agent : /^acl/.test(relations[verb]) ? heads[verb] : -1;
  if (noun < 0 || !/^(decision|ruling|judgment|judgement|verdict|order)$/.test(navigator.lemma(noun))) return agent;
  for (const child of navigator.children(noun))
    if (/^(nmod|compound)/.test(relations[child]) && isCourt(navigator, child)) return child;
  return agent;
}

export function isJudge({ judges }: ClauseNavigator, entity: number): boolean {
  return judges.has(entity);
}

/** Whether a court itself acts, not a committee or commission, which may also ask a court for something. */
export function isCourtProper(navigator: ClauseNavigator, token: number): boolean {
  if (token < 0) return false;
  if (/^(court|judge|justice|tribunal|jury|magistrate|bench|chamber)$/.test(navigator.lemma(token))) return true;
  const entity = navigator.entityAt(token);
  return isJudge(navigator, entity) || navigator.document.resolvedEntities[entity]?.kind === "court";
}

/** Whether a phrase means some bench that it does not name: "a federal judge", "a court in Merland". */
export function isSomeBench(navigator: ClauseNavigator, token: number): boolean {
  const mention = navigator.mentionAt(token);
  return mention?.by === "description" && mention.determiner === "indefinite";
}

/** Names of bodies that watch over a trade or a sport and punish in it. */
const BODY_NAME =
  /\b(?:authority|agency|regulator|board|commission|watchdog|inspectorate|committee|council|office|federation|association|administration)\b/i;

/**
 * "X must pay, the Court of Appeal in Arden ruled": the phrase between the last comma and a verb, where a tree has lost it.
 *
 * @returns The head of the phrase, -1 for none.
 */
export function findBehindComma(navigator: ClauseNavigator, verb: number): number {
  const { sentences, tags } = navigator.document;
  const { startToken } = sentences[navigator.sentenceOf(verb)];
  let comma = verb - 1;
  while (comma > startToken && navigator.word(comma) !== "," && tags[comma] !== "VERB") comma -= 1;
  if (navigator.word(comma) !== ",") return -1;
  const [first] = navigator.mentionsIn(comma + 1, verb);
  return first === undefined || first.phraseStart > comma + 1 ? -1 : first.headToken;
}

/** The comma before "the authority announced" behind a verb; -1 for none. */
export function findAnnouncement(navigator: ClauseNavigator, verb: number): number {
  const { sentences, tags } = navigator.document;
  const { endToken } = sentences[navigator.sentenceOf(verb)];
  for (let token = verb + 2; token < endToken; token++) {
    if (tags[token] !== "VERB" || !/^(say|announce|confirm)$/.test(navigator.lemma(token))) continue;
    const subject = findBehindComma(navigator, token);
    if (subject < 0) continue;
    const phraseStart = navigator.mentionAt(subject)?.phraseStart ?? subject;
    return phraseStart > verb ? phraseStart - 1 : -1;
  }
  return -1;
}

/** "X has been fined, the authority said": the body that announces what was done; -1 for none. */
export function findAnnouncer(navigator: ClauseNavigator, verb: number): number {
  const { heads, relations, resolvedEntities, tags } = navigator.document;
  const saying = [heads[verb], ...navigator.children(verb)].find(
    (token) =>
      token >= 0 &&
      tags[token] === "VERB" &&
      /^(say|announce|confirm)$/.test(navigator.lemma(token)) &&
      [relations[verb], relations[token]].some((relation) => /^(ccomp|parataxis)/.test(relation)),
  );
  const comma = saying === undefined ? findAnnouncement(navigator, verb) : -1;
  const subject =
    saying !== undefined
      ? navigator.childWith(saying, /^nsubj/)
      : comma < 0
        ? -1
        : (navigator.mentionsIn(comma + 1, navigator.document.heads.length)[0]?.headToken ?? -1);
  const body = subject < 0 ? undefined : resolvedEntities[navigator.entityAt(subject)];
  if (body === undefined || body.kind === "person") return -1;
  return isCourt(navigator, subject) || (body.isNamed && BODY_NAME.test(body.name)) ? body.index : -1;
}

/** Whether a body that may also judge brings a case here: a commission that sues, a regulator that charges. */
export function isAccusing(navigator: ClauseNavigator, token: number, lemma: string): boolean {
  if (!/^(accuse|charge|sue|indict|prosecute)$/.test(lemma)) return false;
  const body = /\b(commission|regulator|committee|agency|authority|watchdog)\b/i;
  if (body.test(navigator.lemma(token))) return true;
  const entity = navigator.document.resolvedEntities[navigator.entityAt(token)];
  return entity?.kind === "organisation" && body.test(entity.name);
}

/** "the case could end before the court": a court that may never have it. */
export function isOnlyThoughtOf(navigator: ClauseNavigator, { sentence, startToken }: Mention): boolean {
  const first = navigator.document.sentences[sentence].startToken;
  for (let token = startToken - 1; token >= Math.max(first, startToken - MAX_TO_THOUGHT); token--)
    if (
      /^(could|might|may|would|can|['’]ll|if|unless|eventual|eventually|potentially|likely|days|weeks|vowed|vows|intends?|plans|planning|considering|threatened|leave)$/.test(
        navigator.word(token),
      )
    )
      return true;
  return false;
}
