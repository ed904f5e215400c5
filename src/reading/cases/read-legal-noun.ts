/** A proceeding named by a noun, without a verb that moves it: "the case against X", "Brintex's lawsuit". */
import type { ClauseNavigator } from "./clause-navigator.ts";
import { findPartiesBehind } from "./find-parties.ts";
import { findForum } from "./legal-bench.ts";
import type { LegalMove, MoveDraft } from "./legal-move.ts";
import { kindOf } from "./legal-noun.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

const MAX_GAP = 8;
/** Moves of one sentence may be told out of the order of their words; in tokens. */
const MAX_SENTENCE = 400;

/** @param moves Those found so far. */
export function readLegalNoun(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  moves: readonly LegalMove[],
  noun: number,
  sentenceEnd: number,
): MoveDraft | undefined {
  const { entityOf, mentions, resolvedEntities } = navigator.document;
  const parties = findPartiesBehind(navigator, respondents, noun, sentenceEnd, -1);
  const appeal = readOwnedAppeal(navigator, noun, sentenceEnd);
  if (appeal !== undefined) return appeal;
  if (parties.length === 0 && !isOwnedSuit(navigator, noun)) return undefined;
  if (isJustTold(moves, noun, parties)) return undefined;
  const mention = navigator.mentionAt(noun);
  const possessor = mention !== undefined && mention.possessor >= 0 ? entityOf[mention.possessor] : -1;
  const isPronoun = possessor >= 0 && mentions[mention!.possessor].by === "pronoun";
  const isCourt = possessor >= 0 && resolvedEntities[possessor].kind === "court";
  return {
    token: noun,
    // A suit against somebody has been brought.
    stage: /^(lawsuit|suit|indictment|trial)$/.test(navigator.lemma(noun)) ? "requested" : null,
    kind: kindOf(navigator, noun),
    court: isCourt ? possessor : -1,
    // "its case against X": too often somebody else.
    applicant: isCourt || isPronoun || parties.includes(possessor) ? -1 : possessor,
    parties,
    charges: [],
    evidence: navigator.toSpan(noun, noun + 1),
  };
}

/** "Brintex's appeal against the ruling", "Brintex's appeal to the court of Arden". */
function readOwnedAppeal(navigator: ClauseNavigator, noun: number, sentenceEnd: number): MoveDraft | undefined {
  const { mentions, entityOf } = navigator.document;
  const owner = mentions[navigator.mentionAt(noun)?.possessor ?? -1];
  if (navigator.lemma(noun) !== "appeal" || owner?.by !== "name" || owner.kind === "court") return undefined;
  if (!/^(of|against|to)$/.test(navigator.word(noun + 1))) return undefined;
  const court = findForum(navigator, noun, sentenceEnd, false);
  const evidence = navigator.toSpan(noun, noun + 1);
  const applicant = entityOf[owner.index];
  return { token: noun, stage: "appealed", kind: "appeal", court, applicant, parties: [], charges: [], evidence };
}

/** "Brintex's lawsuit": who sues, by name. */
function isOwnedSuit(navigator: ClauseNavigator, noun: number): boolean {
  const owner = navigator.document.mentions[navigator.mentionAt(noun)?.possessor ?? -1];
  return owner?.by === "name" && owner.kind !== "court" && /^(lawsuit|suit)$/.test(navigator.lemma(noun));
}

/** Whether the words right before have told the same of all these parties; of nobody that is always so. */
function isJustTold(moves: readonly LegalMove[], noun: number, parties: readonly number[]): boolean {
  // Moves come in the order of their sentences.
  for (let last = moves.length - 1; last >= 0 && moves[last].token > noun - MAX_SENTENCE; last--) {
    const { token, parties: known } = moves[last];
    if (noun - token >= MAX_GAP || token > noun || known.length === 0) continue;
    if (parties.every((party) => known.includes(party))) return true;
  }
  return false;
}
