/**
 * Finds the legal moves and charges of a report, in text order: who asks a court for what against whom, what a court decides.
 *
 * Words inside quotation marks make no move: what somebody says of a case is not its course.
 */
import { findDatesBeside } from "../find-dates.ts";
import { ChargeFinder } from "./charge-finder.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import type { LegalMove, MoveDraft } from "./legal-move.ts";
import { isLegalNoun } from "./legal-noun.ts";
import { FINDINGS, findChargeFrame } from "./legal-words.ts";
import { readClaim } from "./read-claim.ts";
import { readFinding } from "./read-finding.ts";
import { readFrame } from "./read-frame.ts";
import { readImpeachment, tellsOfImpeachment } from "./read-impeachment.ts";
import { readLegalNoun } from "./read-legal-noun.ts";
import { readLegalVerb } from "./read-legal-verb.ts";
import { readOpinion } from "./read-opinion.ts";
import { readPrisonTerm } from "./read-prison-term.ts";
import { readRuling } from "./read-ruling.ts";
import { readSettlement } from "./read-settlement.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

/** "Those charged are", "the accused include". */
const NAMED_LATER = new Set(
  "accuse accused charge charged respondent defendant suspect indict convict face".split(" "),
);
/** From a move to the year that it is told of, in tokens. */
const MAX_TO_YEAR = 24;
/** From a claim to the sentence that tells who brings the case. */
const MAX_SENTENCES_AHEAD = 3;
/** In characters. */
const MAX_SHORT_QUOTATION = 40;

export class MoveFinder {
  readonly #navigator: ClauseNavigator;
  readonly #respondents: RespondentFinder;
  readonly #charges: ChargeFinder;
  readonly #hasImpeachment: boolean;
  readonly moves: LegalMove[] = [];

  constructor(navigator: ClauseNavigator, respondents: RespondentFinder) {
    this.#navigator = navigator;
    this.#respondents = respondents;
    this.#hasImpeachment = tellsOfImpeachment(navigator);
    this.#charges = new ChargeFinder(navigator, respondents, this.moves);
  }

  /** Reads one sentence; those before it must have been read. */
  read(startToken: number, endToken: number): void {
    const navigator = this.#navigator;
    const { quotationAt, tags } = navigator.document;
    for (let token = startToken; token < endToken; token++) {
      const tag = isChargesNoun(navigator, token) ? "NOUN" : tags[token];
      if (tag !== "VERB" && tag !== "NOUN" && tag !== "ADJ") continue;
      // A word alone in quotation marks is the report's own with a pinch of salt.
      const isQuoted = quotationAt[token] >= 0;
      const lemma = navigator.lemma(token);
      const names = NAMED_LATER.has(lemma) ? this.#charges.findNames(token, endToken) : undefined;
      if (names !== undefined) {
        this.#add(names, endToken);
        break;
      }
      if (tag === "VERB" && this.#hasImpeachment && !isQuoted) {
        const impeached = readImpeachment(navigator, this.#respondents, token, endToken);
        if (impeached !== undefined) {
          this.#add(impeached, endToken);
          continue;
        }
      }
      const frame = findChargeFrame(lemma, tag);
      if (frame !== undefined && (!isQuoted || this.#isShort(quotationAt[token]))) {
        const charged = this.#charges.find(token, frame, endToken);
        if (charged !== undefined) {
          this.#add(charged, endToken);
          continue;
        }
      }
      if (isQuoted) continue;
      const special =
        tag === "VERB"
          ? (readOpinion(navigator, token, endToken) ??
            readSettlement(navigator, this.#respondents, this.moves, token, endToken))
          : undefined;
      if (special !== undefined) this.#add(special, endToken);
      else if (tag === "VERB") {
        const finding = FINDINGS.has(lemma)
          ? readFinding(navigator, this.#respondents, this.moves, token, endToken)
          : undefined;
        const ruling = finding ?? readRuling(navigator, this.#respondents, this.moves, token, endToken);
        this.#add(ruling, endToken);
        if (ruling === undefined || ruling === finding) this.#add(this.#readVerb(token, endToken), endToken);
        this.#add(readClaim(navigator, this.#respondents, this.moves, token, endToken), endToken);
        this.#add(readPrisonTerm(navigator, this.#respondents, this.moves, token, endToken), endToken);
      } else if (tag === "NOUN" && isLegalNoun(navigator, token))
        this.#add(readLegalNoun(navigator, this.#respondents, this.moves, token, endToken), endToken);
    }
  }

  /** "Lawyers for Norland told the court that": claims told before the report says whose case it is. */
  #readEarlyClaims(): void {
    const { document } = this.#navigator;
    const first = this.moves.find(({ applicant, stage }) => applicant >= 0 && stage === "requested");
    if (first === undefined) return;
    const told = [...this.moves];
    const asked = told.filter(({ applicant, stage }) => applicant >= 0 && stage === "requested");
    for (let sentence = Math.max(0, first.sentence - MAX_SENTENCES_AHEAD); sentence <= first.sentence; sentence++) {
      const { start, startToken, endToken } = document.sentences[sentence];
      if (start < document.header.bodyStart) continue;
      for (let token = startToken; token < Math.min(endToken, first.token); token++) {
        if (document.tags[token] !== "VERB" || document.quotationAt[token] >= 0) continue;
        if (told.some((move) => move.token === token)) continue;
        this.#add(readClaim(this.#navigator, this.#respondents, asked, token, endToken), endToken);
      }
    }
    this.moves.sort((a, b) => a.token - b.token);
  }

  /** What a verb alone tells of; frames tell more where they name somebody and it names nobody. */
  #readVerb(verb: number, sentenceEnd: number): MoveDraft | undefined {
    const move = readLegalVerb(this.#navigator, this.#respondents, verb, sentenceEnd);
    if (move !== undefined && move.parties.length > 0) return move;
    const framed = readFrame(this.#navigator, this.#respondents, verb, sentenceEnd);
    if (move === undefined || framed === undefined) return move ?? framed;
    return { ...move, parties: framed.parties, charges: move.charges.length > 0 ? move.charges : framed.charges };
  }

  /** Adds what only the whole report tells; every sentence must have been read. */
  finish(): void {
    this.#readEarlyClaims();
    const nameless = this.#charges.findNameless();
    if (nameless === undefined) return;
    const { sentences } = this.#navigator.document;
    this.#add(nameless, sentences[this.#navigator.sentenceOf(nameless.token)].endToken);
    this.moves.sort((a, b) => a.token - b.token);
  }

  /** A few quoted words inside the report's own clause: "bore 'criminal responsibility' for". */
  #isShort(quotation: number): boolean {
    const { start, end } = this.#navigator.document.quotations[quotation];
    return end - start < MAX_SHORT_QUOTATION;
  }

  #add(move: MoveDraft | undefined, sentenceEnd: number): void {
    if (move === undefined) return;
    const navigator = this.#navigator;
    const { document } = navigator;
    const date = findDatesBeside(document, move.token).find(({ startToken, endToken }) => {
      for (let token = startToken; token < endToken; token++) if (document.heads[token] === move.token) return true;
      return false;
    });
    const isEarlier = navigator.children(move.token).some(
      (child) =>
        /^(had|previously|earlier|originally|once)$/.test(navigator.word(child)) &&
        // "said he had appealed": only what saying makes of "has".
        !(navigator.word(child) === "had" && isReported(navigator, move.token)),
    );
    const isLongAgo = isToldOfYears(navigator, move.token, sentenceEnd);
    // "ruled that …, overturning the decision": one act with what it rests on.
    const head = document.heads[move.token];
    const isAside =
      /^advcl/.test(document.relations[move.token]) &&
      /ing$/.test(navigator.word(move.token)) &&
      this.moves.some(({ token, stage }) => stage !== null && (token === head || document.heads[token] === head));
    this.#respondents.remember(move.parties);
    const stage = isAside && move.parties.length === 0 ? null : move.stage;
    this.moves.push({
      ...move,
      court: toFullCourt(navigator, move.court),
      stage,
      sentence: navigator.sentenceOf(move.token),
      when: date?.date ?? null,
      isEarlier,
      isLongAgo,
    });
  }
}

/** Courts that news calls by another name, by their full names. */
const COURT_ALIASES: ReadonlyMap<string, string> = new Map([
  ["world court", "international court of justice"],
  ["strasbourg court", "european court of human rights"],
  ["un court", "international court of justice"],
]);

/** The court under its full name, where the report has both. */
function toFullCourt({ document: { resolvedEntities } }: ClauseNavigator, court: number): number {
  const full = COURT_ALIASES.get(resolvedEntities[court]?.name.toLowerCase() ?? "");
  if (full === undefined) return court;
  return resolvedEntities.find(({ isNamed, name }) => isNamed && name.toLowerCase() === full)?.index ?? court;
}

/** "ruled last year", "in a case of 1974": of another time than the report. */
function isToldOfYears(navigator: ClauseNavigator, token: number, sentenceEnd: number): boolean {
  for (let at = token + 1; at < Math.min(sentenceEnd, token + MAX_TO_YEAR); at++) {
    const word = navigator.word(at);
    if (/^(1[89]|20)\d\d$/.test(word)) return true;
    if (
      /^(years?|decades?)$/.test(word) &&
      /^(last|ago)$/.test(navigator.word(at - 1) === "last" ? "last" : navigator.word(at + 1))
    )
      return true;
    if (/^[,;:]$/.test(word)) return false;
  }
  return false;
}

/** "X said he had appealed": a clause that a verb in the past reports. */
function isReported(navigator: ClauseNavigator, token: number): boolean {
  const { heads, relations, features } = navigator.document;
  const head = heads[token];
  if (head < 0 || !/^(ccomp|parataxis)/.test(relations[token])) return false;
  return /Tense=Past/.test(features[head]) && /^(say|tell|announce|confirm|add)$/.test(navigator.lemma(head));
}

/** "the fraud charges against X" is often misread as a verb. */
function isChargesNoun(navigator: ClauseNavigator, token: number): boolean {
  if (navigator.word(token) !== "charges") return false;
  const { tags } = navigator.document;
  return /^(NOUN|ADJ|DET)$/.test(tags[token - 1]) && navigator.word(token + 1) === "against";
}
