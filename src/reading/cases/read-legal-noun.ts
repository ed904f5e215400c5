/** A proceeding named by a noun, without a verb that moves it: "the case against X", "Brintex's lawsuit". */
import type { ClauseNavigator } from "./clause-navigator.ts";
import { findPartiesBehind } from "./find-parties.ts";
import { findForum } from "./legal-bench.ts";
import type { LegalMove, MoveDraft } from "./legal-move.ts";
import { kindOf } from "./legal-noun.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

const MAX_GAP = 8;
/** From what a court is asked to whose request it is. */
const MAX_SENTENCES_TO_OWNER = 8;
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
  // "the right to a fair trial of X"
  if (navigator.word(noun) === "trial" && /^(fair|speedy|mock|show)$/.test(navigator.word(noun - 1))) return undefined;
  const parties = findPartiesBehind(navigator, respondents, noun, sentenceEnd, -1);
  const appeal = readOwnedAppeal(navigator, noun, sentenceEnd);
  if (appeal !== undefined) return appeal;
  const pending = readPendingAppeal(navigator, moves, noun);
  if (pending !== undefined) return pending;
  const further = parties.length === 0 ? readConcerned(navigator, respondents, noun) : undefined;
  if (further !== undefined) return further;
  const petition = parties.length === 0 ? readOwnedPetition(navigator, moves, noun) : undefined;
  if (petition !== undefined) return petition;
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

/** Before "notice of appeal" or "the appeal" these tell that there is none yet. */
const NOT_YET =
  /^(would|will|may|might|could|can|if|plan|plans|planned|intend|intends|right|days?|weeks?|unless|whether|no|any|pending)$/;
const MAX_BEFORE_NOTICE = 8;

/** "with a notice of appeal", "the appeal rests on 17 grounds": that what a court decided is appealed against. */
function readPendingAppeal(
  navigator: ClauseNavigator,
  moves: readonly LegalMove[],
  noun: number,
): MoveDraft | undefined {
  const { tags, relations, heads } = navigator.document;
  if (
    navigator.word(noun) !== "appeal" ||
    !moves.some(({ stage }) => stage !== null && /^(ended|issued|refused)$/.test(stage))
  )
    return undefined;
  let first = noun - 1;
  while (tags[first] === "DET" || tags[first] === "ADJ") first -= 1;
  const isNotice = navigator.word(first) === "of" && navigator.word(first - 1) === "notice";
  const verb = heads[noun];
  const isDefinite = /^(the|that|this|his|her|its|their)$/.test(navigator.word(noun - 1));
  const isSubject =
    isDefinite && /^nsubj/.test(relations[noun]) && tags[verb] === "VERB" && verb > noun && !navigator.isUnreal(verb);
  const isHeard = isSubject && !/^(fail|come|call|go|fall|raise|lie)$/.test(navigator.lemma(verb));
  if (!isNotice && !isHeard) return undefined;
  for (let token = noun - 1; token > noun - MAX_BEFORE_NOTICE && token >= 0; token--)
    if (NOT_YET.test(navigator.word(token)) || /^[.;]$/.test(navigator.word(token)))
      if (!/^[.;]$/.test(navigator.word(token))) return undefined;
      else break;
  const evidence = navigator.toSpan(noun, noun + 1);
  return {
    token: noun,
    stage: "appealed",
    kind: "appeal",
    court: -1,
    applicant: -1,
    parties: [],
    charges: [],
    evidence,
  };
}

const FURTHER = /^(second|third|fourth|fifth|another|other|further|separate|additional|last|final)$/;

/** "A third application concerns X", "another warrant names X": more of what was told right before. */
function readConcerned(navigator: ClauseNavigator, respondents: RespondentFinder, noun: number): MoveDraft | undefined {
  const verb = noun + 1;
  if (
    !/^(application|request|warrant|indictment|summons|case|charge|suit|lawsuit|petition|complaint)$/.test(
      navigator.lemma(noun),
    )
  )
    return undefined;
  if (
    !/^(concerns?|concerned|covers?|covered|targets?|targeted|names?|named|involves?|involved|is|was)$/.test(
      navigator.word(verb),
    )
  )
    return undefined;
  if (![1, 2].some((step) => FURTHER.test(navigator.word(noun - step)))) return undefined;
  const from = /^(for|against)$/.test(navigator.word(verb + 1)) ? verb + 2 : verb + 1;
  const parties = respondents.resolveList(from).entities.filter((entity) => respondents.mayRespond(entity));
  if (parties.length === 0) return undefined;
  const evidence = navigator.toSpan(noun, noun + 1);
  const kind = kindOf(navigator, noun);
  return { token: noun, stage: null, kind, court: -1, applicant: -1, parties, charges: [], evidence, isFurther: true };
}

/** "Her petition lists 40 places", after somebody was told to have asked a court: whose it is. */
function readOwnedPetition(
  navigator: ClauseNavigator,
  moves: readonly LegalMove[],
  noun: number,
): MoveDraft | undefined {
  const { entityOf, resolvedEntities } = navigator.document;
  if (!/^(petition|suit|lawsuit|complaint|application|challenge|claim|appeal)$/.test(navigator.lemma(noun)))
    return undefined;
  const possessor = navigator.mentionAt(noun)?.possessor ?? -1;
  const owner = possessor < 0 ? undefined : resolvedEntities[entityOf[possessor]];
  if (owner === undefined || !owner.isNamed || owner.kind === "court") return undefined;
  const before = moves.at(-1);
  if (before === undefined || before.stage !== "requested" || before.parties.includes(owner.index)) return undefined;
  if (navigator.sentenceOf(noun) - before.sentence > MAX_SENTENCES_TO_OWNER) return undefined;
  const evidence = navigator.toSpan(noun, noun + 1);
  return {
    token: noun,
    stage: null,
    kind: kindOf(navigator, noun),
    court: before.court,
    applicant: owner.index,
    parties: [],
    charges: [],
    evidence,
  };
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
