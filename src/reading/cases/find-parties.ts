/** Whom a legal noun is about: "warrants for X and Y", "the arrest of X", "the case against X". */
import type { ClauseNavigator } from "./clause-navigator.ts";
import { isCourtEntity } from "./legal-bench.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

/** What a court does to whoever it is of: "the conviction of X", "her release". */
const SUFFERED =
  /^(trial|conviction|acquittal|sentence|ban|suspension|disqualification|expulsion|indictment|release|detention|removal|deportation|election|surrender|retrial)$/;
/** What is brought against what somebody has decided. */
const CONTESTING = /^(challenge|appeal|objection|complaint|petition|lawsuit|suit|case)$/;
/** From a challenge to what it is against. */
const MAX_TO_CONTESTED = 9;

/** "warrants for X and Y", "the arrest of X", "case against X", "a warrant names X", "warrants sought for X". */
export function findPartiesBehind(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  noun: number,
  sentenceEnd: number,
  verb: number,
): number[] {
  const { tags } = navigator.document;
  // A warrant is for somebody; a hearing or a request for somebody is not against him.
  const isForSomebody =
    verb >= 0 || /^(warrant|summons|subpoena|arrest|extradition|indictment|trial)$/.test(navigator.lemma(noun));
  // "the trial date for the case" is nobody's.
  const isDateBehind = /^(date|judge|lawyer|court|run)$/.test(navigator.lemma(noun + 1));
  const isArrest = /^(arrest|extradition|prosecution)$/.test(navigator.lemma(noun));
  const isSuffered = isArrest || SUFFERED.test(navigator.lemma(noun));
  const possessor = navigator.mentionAt(noun)?.possessor ?? -1;
  if (isSuffered && possessor >= 0) {
    const entity = navigator.document.entityOf[possessor];
    if (respondents.mayRespond(entity)) return [entity];
  }
  for (let token = noun + 1; token < Math.min(sentenceEnd, noun + 24); token++) {
    const word = navigator.word(token);
    const isParty =
      word === "against" ||
      (word === "for" && isForSomebody && !isDateBehind) ||
      word === "naming" ||
      word === "names" ||
      word === "named" ||
      word === "targeting" ||
      /^(stopping|barring|blocking|preventing|prohibiting|requiring|forcing|ordering)$/.test(word) ||
      (word === "with" && navigator.lemma(noun) === "battle") ||
      (word === "on" && /^(ban|fine|suspension|sanction|penalty)$/.test(navigator.lemma(noun)) && token < noun + 3) ||
      (/^(arrest|detain|apprehend|extradite|try|prosecute)$/.test(word) &&
        navigator.word(token - 1) === "to" &&
        isForSomebody) ||
      (word === "of" && isSuffered && token === noun + 1) ||
      (word === "of" && (isArrest || navigator.lemma(token - 1) === "arrest"));
    if (isParty) {
      let from = token + 1;
      if (navigator.lemma(from) === "the" && navigator.lemma(from + 1) === "arrest") continue;
      if (navigator.lemma(from) === "arrest") continue;
      while (/^(the|both|all)$/.test(navigator.word(from))) from += 1;
      const { entities } = respondents.resolveList(/^(both|all)$/.test(navigator.word(from - 1)) ? from - 1 : from);
      const able = entities.filter((entity) => respondents.mayRespond(entity) && !isCourtEntity(navigator, entity));
      if (able.length > 0) return able;
      if (word === "against") return [];
    }
    if (
      token > noun &&
      tags[token] === "VERB" &&
      token !== verb &&
      /VerbForm=Fin/.test(navigator.document.features[token]) &&
      !/^name/.test(word)
    )
      break;
    if (/^[;:.]$/.test(word)) break;
  }
  return CONTESTING.test(navigator.lemma(noun)) ? findContested(navigator, respondents, noun, sentenceEnd) : [];
}

/** "a challenge by the villagers to the ministry's approval of the mine": whose decision it is. */
function findContested(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  noun: number,
  sentenceEnd: number,
): number[] {
  for (let token = noun + 1; token < Math.min(sentenceEnd - 1, noun + MAX_TO_CONTESTED); token++) {
    if (navigator.document.tags[token] === "VERB" || /^[,;:.]$/.test(navigator.word(token))) return [];
    if (!/^(to|against|over)$/.test(navigator.word(token))) continue;
    const [first, second] = navigator.mentionsIn(token + 1, Math.min(sentenceEnd, token + MAX_TO_CONTESTED));
    if (first === undefined || first.phraseStart > token + 1) return [];
    const decided = second !== undefined && second.phraseStart === first.phraseStart ? second : first;
    if (/^(sentence|conviction|ban|detention|extradition)$/.test(navigator.lemma(decided.headToken))) return [];
    return respondents.resolveOwner(decided.headToken).filter((entity) => respondents.mayRespond(entity));
  }
  return [];
}
