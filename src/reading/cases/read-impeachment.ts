/**
 * Impeachments: one chamber accuses, another tries or a court decides. "The lower house voted to impeach X, sending him to a trial in
 * the Senate", "The Senate acquitted X".
 */
import type { ClauseNavigator } from "./clause-navigator.ts";
import type { MoveDraft } from "./legal-move.ts";
import { readCharges } from "./read-charges.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

const IMPEACH = /^impeach(es|ed|ing)?$/;
const VERDICT = /^(convict|acquit|clear|remove|exonerate|dismiss)$/;
/** Who tries or decides: names and descriptions of upper chambers and of courts that watch over the constitution. */
const TRIER = /\b(?:senate|upper (?:house|chamber)|constitutional court|federal council|house of lords)\b/i;
const CHAMBER = /\b(?:senate|house|assembly|congress|parliament|chamber|council|senators|lawmakers|legislature)\b/i;
/** What a sentence says of a trial. */
const TRIAL = /^(trial|try|convict|conviction|acquit|acquittal|preside|judge|uphold|rule|decide)$/;
/** From whom is impeached to what for. */
const MAX_TO_CHARGES = 8;

/** Letters of "impeach". */
const SHORTEST = 7;

/** Whether a report tells of an impeachment at all. */
export function tellsOfImpeachment({ document: { lemmas } }: ClauseNavigator): boolean {
  return lemmas.some((lemma) => lemma.length >= SHORTEST && /^impeach(?:ment|es|ed|ing)?$/i.test(lemma));
}

/**
 * The move that a verb tells of an impeachment.
 *
 * @returns `undefined` where it tells none, or only wants, plans or denies one.
 */
export function readImpeachment(
  navigator: ClauseNavigator,
  respondents: RespondentFinder,
  verb: number,
  sentenceEnd: number,
): MoveDraft | undefined {
  const isAccusing = IMPEACH.test(navigator.word(verb));
  if ((!isAccusing && !VERDICT.test(navigator.lemma(verb))) || !isDone(navigator, verb)) return undefined;
  const agent = navigator.findAgent(verb);
  const chamber = agent < 0 ? -1 : navigator.entityAt(agent);
  if (!isAccusing && !CHAMBER.test(nameOf(navigator, chamber))) return undefined;
  const isPassive = navigator.isPassive(verb);
  const listed = isPassive ? undefined : respondents.resolveList(verb + 1);
  const parties = (listed?.entities ?? respondents.resolveAt(navigator.findObject(verb))).filter((entity) =>
    respondents.mayRespond(entity),
  );
  if (parties.length === 0) return undefined;
  const trier = findTrier(navigator, chamber);
  return {
    token: verb,
    stage: isAccusing ? "requested" : "ended",
    kind: "impeachment",
    court: isAccusing ? trier : chamber,
    applicant: isAccusing ? chamber : -1,
    parties,
    charges: readReasons(navigator, listed?.endToken ?? verb + 1, sentenceEnd),
    evidence: navigator.toSpan(verb, verb + 1),
  };
}

/** "impeached", "voted to impeach": not "wants to impeach", "voted against impeaching". */
function isDone(navigator: ClauseNavigator, verb: number): boolean {
  if (navigator.isNegated(verb)) return false;
  let before = verb - 1;
  while (navigator.document.tags[before] === "ADV") before -= 1;
  const word = navigator.word(before);
  if (word !== "to") return !/^(against|on|not|of|for|without)$/.test(word) && !navigator.isUnreal(verb);
  const governor = navigator.document.heads[verb];
  return (
    governor >= 0 && /^(vote|decide|agree|proceed)$/.test(navigator.lemma(governor)) && !navigator.isNegated(governor)
  );
}

/** The body that tries, by a sentence that tells of a trial there; -1 for none. */
function findTrier(navigator: ClauseNavigator, accuser: number): number {
  const { mentions, entityOf, sentences } = navigator.document;
  for (const { index, sentence, by } of mentions) {
    const entity = entityOf[index];
    if (by === "pronoun" || entity < 0 || entity === accuser || !TRIER.test(nameOf(navigator, entity))) continue;
    const { startToken, endToken } = sentences[sentence];
    for (let token = startToken; token < endToken; token++) if (TRIAL.test(navigator.lemma(token))) return entity;
  }
  return -1;
}

/** The name of an entity, or the words of its first mention. */
function nameOf({ document: { resolvedEntities, mentions, text, tokens } }: ClauseNavigator, entity: number): string {
  const found = resolvedEntities[entity];
  if (found === undefined) return "";
  if (found.isNamed) return found.name;
  const { startToken, endToken } = mentions[found.mentions[0]];
  return text.slice(tokens[startToken].start, tokens[endToken - 1].end);
}

/** "for abuse of power and obstruction", "on charges of bribery". */
function readReasons(navigator: ClauseNavigator, from: number, sentenceEnd: number): MoveDraft["charges"] {
  for (let token = from; token < Math.min(sentenceEnd - 1, from + MAX_TO_CHARGES); token++) {
    if (/^[,;:.]$/.test(navigator.word(token)) || navigator.document.tags[token] === "VERB") return [];
    if (!/^(for|over|on)$/.test(navigator.word(token)) || navigator.word(token + 2) === "time") continue;
    // "impeached on Tuesday for"
    if (
      navigator.word(token) === "on" &&
      !/^(charges?|counts?|allegations?|suspicion|grounds)$/.test(navigator.word(token + 1))
    )
      continue;
    return readCharges(navigator, token + 1, sentenceEnd).charges;
  }
  return [];
}
