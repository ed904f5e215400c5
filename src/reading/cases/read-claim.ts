/** What an applicant, or who speaks for one, says that others did wrong: "It says Merland broke its duty and failed to warn". */

import type { ChargeDraft } from "./case-draft.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import { isCourtEntity } from "./legal-bench.ts";
import type { LegalMove, MoveDraft } from "./legal-move.ts";
import { readDeeds } from "./read-deeds.ts";
import type { RespondentFinder } from "./respondent-finder.ts";
import { isWrongAt } from "./wrongs.ts";

const CLAIMING = /^(say|argue|claim|allege|contend|maintain|assert|accuse|insist|tell)$/;
/** Papers that speak for whoever filed them. */
const PAPERS = /^(lawsuit|suit|complaint|petition|filing|application|writ|indictment|claim|challenge)$/;
/** Those by whom a case is brought, by what they are in it, and who speaks for them. */
const PLAINTIFFS = /^(plaintiff|applicant|claimant|petitioner|complainant|litigant)$/;
const LAWYERS = /^(lawyer|attorney|counsel|solicitor|barrister|advocate)$/;
/** From a pronoun to the move that tells whom it means, in sentences; and from words that say it by themselves. */
const MAX_SENTENCES = 3;
const MAX_SENTENCES_OF_NAMED = 8;

/** @param moves Those found so far. */
export function readClaim(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  moves: readonly LegalMove[],
  verb: number,
  sentenceEnd: number,
): MoveDraft | undefined {
  if (!CLAIMING.test(navigator.lemma(verb))) return undefined;
  const asked = findAsked(navigator, moves, verb);
  if (asked === undefined) return undefined;
  const { move, isPaper } = asked;
  const { tags } = navigator.document;
  const charges: ChargeDraft[] = [];
  let parties: number[] | undefined;
  let first = -1;
  // What a suit alleges is a wrong, whatever the verb.
  const isAlleged = isPaper || navigator.lemma(verb) === "allege";
  for (let token = verb + 1; token < sentenceEnd; token++) {
    if (/^[;:.]$/.test(navigator.word(token))) break;
    if (!/^(VERB|ADJ)$/.test(tags[token])) continue;
    const of = findSubjectOfDeed(navigator, token, verb, first >= 0);
    if (of < 0) continue;
    const answering = findAnswering(navigator, respondents, move, of, isWrongAt(navigator, token));
    if (answering === undefined) continue;
    const isKnown = answering.length > 0 && answering.every((entity) => respondents.known.includes(entity));
    const isDeed = tags[token] === "VERB" && isAlleged && isKnown && !navigator.isPassive(token);
    if (!isDeed && !isWrongAt(navigator, token)) continue;
    if (navigator.isNegated(token) && !/^(not|fail)$/.test(navigator.lemma(token)) && !isDeed) continue;
    if (charges.some(({ evidence }) => evidence.end > navigator.document.tokens[token].start)) continue;
    parties ??= answering;
    if (first < 0) first = token;
    charges.push(...readDeeds(navigator, token, sentenceEnd));
  }
  if (charges.length === 0 || parties === undefined) return undefined;
  return {
    token: verb,
    stage: null,
    kind: null,
    court: -1,
    applicant: move.applicant,
    parties,
    charges,
    evidence: navigator.toSpan(first, first + 1),
  };
}

/** Of whom a claim tells a deed, by the tree or, right behind "says that", by the order of the words; -1 for nobody. */
function findSubjectOfDeed(navigator: ClauseNavigator, token: number, claim: number, isFurther: boolean): number {
  const subject = navigator.childWith(token, /^nsubj/);
  if (subject > claim && navigator.document.heads[subject] === token) return subject;
  if (isFurther) return findJoinedSubject(navigator, token, claim);
  const [mention] = navigator.mentionsIn(claim + 1, token);
  if (mention?.endToken !== token || /^(by|of|in|for)$/.test(navigator.word(token + 1))) return -1;
  const before = mention.phraseStart - 1;
  return before === claim || (navigator.word(before) === "that" && before === claim + 1) ? mention.headToken : -1;
}

/** The move whose applicant speaks here, and whether by a paper; `undefined` where whoever speaks is known to bring no case. */
export function findAsked(
  navigator: ClauseNavigator,
  moves: readonly LegalMove[],
  verb: number,
): { readonly move: LegalMove; readonly isPaper: boolean } | undefined {
  const sentence = navigator.sentenceOf(verb);
  // Whoever brings a case may be told of right behind, "Lawyers told the court that … Norland filed the case in May".
  const near = (reach: number, isMeant: (move: LegalMove) => boolean): LegalMove | undefined =>
    moves.findLast((move) => move.applicant >= 0 && Math.abs(sentence - move.sentence) <= reach && isMeant(move));
  const subject = navigator.childWith(verb, /^nsubj/);
  // "All accuse the company of": the suits, or whoever brought them.
  if ((subject < 0 || subject > verb) && /^(all|both|each)$/.test(navigator.word(verb - 1))) {
    const move = near(MAX_SENTENCES, ({ stage }) => stage === "requested");
    return move && { move, isPaper: false };
  }
  if (subject < 0 || subject > verb) {
    // "sued X, claiming that it ignored": in the sentence of the suit.
    const move = /ing$/.test(navigator.word(verb)) ? near(0, ({ token }) => token < verb) : undefined;
    return move && { move, isPaper: false };
  }
  const noun = navigator.lemma(subject);
  const isOpen = ({ stage }: LegalMove): boolean => stage === "requested";
  if (PAPERS.test(noun)) {
    const move = near(MAX_SENTENCES, isOpen);
    return move && { move, isPaper: true };
  }
  if (/^(it|they|he|she|all|both|each)$/.test(navigator.word(subject))) {
    const entity = navigator.entityAt(subject);
    const move = near(
      MAX_SENTENCES,
      (each) => isOpen(each) && (entity < 0 || entity === each.applicant || !isNamed(navigator, entity)),
    );
    return move && { move, isPaper: false };
  }
  if (PLAINTIFFS.test(noun)) {
    const move = near(MAX_SENTENCES_OF_NAMED, () => true);
    return move && { move, isPaper: false };
  }
  // "X's lawyers claim": in the name of X.
  const possessor = LAWYERS.test(noun) ? (navigator.mentionAt(subject)?.possessor ?? -1) : -1;
  // "lawyers for Norland"
  const client =
    LAWYERS.test(noun) && possessor < 0 && /^(for|of)$/.test(navigator.word(subject + 1))
      ? navigator.mentionsIn(subject + 2, verb)[0]
      : undefined;
  const speaking =
    client !== undefined
      ? navigator.document.entityOf[client.index]
      : possessor < 0
        ? navigator.entityAt(subject)
        : navigator.document.entityOf[possessor];
  const move = near(
    MAX_SENTENCES_OF_NAMED,
    ({ applicant }) => applicant === speaking || isCalled(navigator, subject, applicant),
  );
  return move && { move, isPaper: false };
}

/** "the commission", of "the Commission of the Northern League": whether a description is a word of somebody's name. */
function isCalled(navigator: ClauseNavigator, subject: number, entity: number): boolean {
  const { resolvedEntities } = navigator.document;
  const mention = navigator.mentionAt(subject);
  if (mention?.by !== "description" || mention.determiner !== "definite") return false;
  const { kind, name, isNamed: isOwn } = resolvedEntities[entity];
  return isOwn && kind !== "person" && name.toLowerCase().split(" ").includes(navigator.word(subject));
}

function isNamed({ document }: ClauseNavigator, entity: number): boolean {
  return document.resolvedEntities[entity]?.isNamed === true;
}

/** Of a verb joined to another, "broke its duty and that it failed", whose subject it shares; -1 for none. */
function findJoinedSubject(navigator: ClauseNavigator, token: number, claim: number): number {
  const { heads, relations } = navigator.document;
  for (let at = token, steps = 0; at > claim && steps < 4 && /^(conj|ccomp)/.test(relations[at]); steps++) {
    at = heads[at];
    const subject = navigator.childWith(at, /^nsubj/);
    if (subject > claim) return subject;
  }
  return -1;
}

/** Who must answer for what the subject of a claim does: somebody, or nobody else than the case tells where a law or plan does it. */
function findAnswering(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  move: LegalMove,
  subject: number,
  isWrong: boolean,
): number[] | undefined {
  const isPronoun = /^(it|they|he|she|which|that|who)$/.test(navigator.word(subject));
  const meant = respondents.resolveAt(subject);
  // Nobody accuses himself: "the company" was taken for the wrong one.
  if (meant.length > 0 && meant.every((entity) => entity === move.applicant) && !isPronoun)
    return isWrong && move.parties.length > 0 ? [...move.parties] : undefined;
  const found = meant.filter((entity) => entity !== move.applicant);
  const able = found.filter((entity) => respondents.mayRespond(entity) && !isCourtEntity(navigator, entity));
  if (able.length > 0) return able;
  if (isPronoun && (meant.length > 0 || !isWrong)) return undefined;
  if (isPronoun) return [...move.parties];
  const mention = navigator.mentionAt(subject);
  if (!isWrong || mention?.by !== "description" || /^(person|group|organisation|court)$/.test(mention.kind ?? ""))
    return undefined;
  const owner = respondents.resolveOwner(subject).filter((entity) => entity !== move.applicant);
  // "argued that the cap breached the principle": its makers answer for it.
  return owner.length > 0 ? owner : [...move.parties];
}
