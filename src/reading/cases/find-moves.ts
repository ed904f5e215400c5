/**
 * Finds the legal moves and charges of a report, in text order: who asks a court for what against whom, what a court decides.
 *
 * Words inside quotation marks make no move: what somebody says of a case is not its course.
 */
import { findDatesBeside } from "../find-dates.ts";
import type { Stage } from "./case-draft.ts";
import { ChargeFinder } from "./charge-finder.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import { findPartiesBehind } from "./find-parties.ts";
import { findUnnamed } from "./find-unnamed.ts";
import { courtOf, findBenchOf, findForum, isCourt, isCourtSentence, isProsecutorAt } from "./legal-bench.ts";
import type { LegalMove, MoveDraft } from "./legal-move.ts";
import { findLegalObject, isLegalNoun, kindOf } from "./legal-noun.ts";
import {
  FINDINGS,
  findChargeFrame,
  KIND_OF_MOVE,
  OUTCOMES,
  OVERRULING,
  PROCEEDINGS,
  STAGE_OF_VERB,
  STAGE_OF_VERB_WITH_OBJECT,
  VERBS_WITH_FOR,
  WRONGS,
} from "./legal-words.ts";
import { readCharges } from "./read-charges.ts";
import { readTreatyCharges } from "./read-treaty-charges.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

const MAX_GAP = 8;
/** Moves of one sentence may be told out of the order of their words; in tokens. */
const MAX_SENTENCE = 400;
const BEGINNING = /^(bring|launch|initiate|open|institute|pursue|start|press|take)$/;
/** What a party gains or loses, and where the case then stands. */
const GAINS: ReadonlyMap<string, readonly [nouns: RegExp, stage: Stage][]> = new Map(
  ["gain", "obtain", "secure", "win", "get", "lose"].map((verb) => [
    verb,
    verb === "lose"
      ? [[/^(appeal|case|challenge|lawsuit|suit|petition)$/, "refused"]]
      : [
          [/^(injunction|warrant|subpoena)$/, "issued"],
          ...(verb === "win" ? ([[/^(appeal|case|lawsuit|suit)$/, "ended"]] as [RegExp, Stage][]) : []),
        ],
  ]),
);
/** "Those charged are", "the accused include". */
const NAMED_LATER = new Set([
  "accuse",
  "accused",
  "charge",
  "charged",
  "defendant",
  "suspect",
  "indict",
  "convict",
  "face",
]);
/** "found, by nine votes to four, that" */
const MAX_TO_THAT = 10;
/** In characters. */
const MAX_SHORT_QUOTATION = 40;

export class MoveFinder {
  readonly #navigator: ClauseNavigator;
  readonly #respondents: RespondentFinder;
  readonly #charges: ChargeFinder;
  readonly moves: LegalMove[] = [];

  constructor(navigator: ClauseNavigator, respondents: RespondentFinder) {
    this.#navigator = navigator;
    this.#respondents = respondents;
    this.#charges = new ChargeFinder(navigator, respondents, this.moves);
  }

  /** Reads one sentence; those before it must have been read. */
  read(startToken: number, endToken: number): void {
    const { quotationAt, tags } = this.#navigator.document;
    for (let token = startToken; token < endToken; token++) {
      const tag = isChargesNoun(this.#navigator, token) ? "NOUN" : tags[token];
      if (tag !== "VERB" && tag !== "NOUN" && tag !== "ADJ") continue;
      // A word alone in quotation marks is the report's own with a pinch of salt.
      const isQuoted = quotationAt[token] >= 0;
      const lemma = this.#navigator.lemma(token);
      const names = NAMED_LATER.has(lemma) ? this.#charges.findNames(token, endToken) : undefined;
      if (names !== undefined) {
        this.#add(names);
        break;
      }
      const frame = findChargeFrame(lemma, tag);
      const isShortQuotation = isQuoted && this.#isShort(quotationAt[token]);
      if (frame !== undefined && (!isQuoted || isShortQuotation)) {
        const charged = this.#charges.find(token, frame, endToken);
        if (charged !== undefined) {
          this.#add(charged);
          continue;
        }
      }
      if (isQuoted) continue;
      if (tag === "VERB" && FINDINGS.has(lemma)) this.#readFinding(token, endToken);
      if (tag === "VERB") this.#readVerb(token, lemma, endToken);
      else if (tag === "NOUN" && isLegalNoun(this.#navigator, token)) this.#readNoun(token, endToken);
    }
  }

  /** A few quoted words inside the report's own clause: "bore 'criminal responsibility' for". */
  #isShort(quotation: number): boolean {
    const { start, end } = this.#navigator.document.quotations[quotation];
    return end - start < MAX_SHORT_QUOTATION;
  }

  /** "The court ruled that X had breached the treaty": a finding, and what it is of. */
  #readFinding(verb: number, sentenceEnd: number): void {
    const navigator = this.#navigator;
    const { tags } = navigator.document;
    const agent = navigator.findAgent(verb);
    if (agent < 0 || !isCourt(navigator, agent) || navigator.isNegated(verb) || navigator.isUnreal(verb)) return;
    let that = verb + 1;
    while (that < Math.min(sentenceEnd, verb + MAX_TO_THAT) && navigator.word(that) !== "that") that += 1;
    if (navigator.word(that) !== "that" || that + 1 >= sentenceEnd) return;
    const { entities, endToken } = this.#respondents.resolveList(that + 1, true);
    const parties = entities.filter((entity) => this.#respondents.mayRespond(entity));
    if (parties.length === 0) return;
    for (let token = endToken; token < Math.min(sentenceEnd, endToken + MAX_GAP); token++) {
      if (tags[token] === "VERB" && WRONGS.has(navigator.lemma(token))) {
        const { charges } = readCharges(navigator, token);
        const evidence = navigator.toSpan(verb, token + 1);
        const court = courtOf(navigator, agent);
        this.#add({ token: verb, stage: "issued", kind: null, court, applicant: -1, parties, charges, evidence });
        return;
      }
      // "had knowingly and repeatedly": adverbs, also in quotation marks; "was" and "could" say something else.
      const isBetween = navigator.word(token) === "had" || /^(has|have|and|“|”|"|,)$/.test(navigator.word(token));
      if (!isBetween && tags[token] !== "ADV") return;
    }
  }

  #readVerb(verb: number, lemma: string, sentenceEnd: number): void {
    const navigator = this.#navigator;
    const alone = STAGE_OF_VERB.get(lemma);
    const withObject = STAGE_OF_VERB_WITH_OBJECT.get(lemma);
    let stage: Stage | undefined;
    let noun = -1;
    let parties: number[] = [];
    let isOrder = false;
    const agent = findBenchOf(navigator, navigator.findAgent(verb), verb);
    if (lemma === "order" && isCourt(navigator, agent)) {
      const object = navigator.findObject(verb);
      if (!isLegalNoun(navigator, object)) {
        parties = this.#respondents.resolveAt(object);
        isOrder = parties.length > 0;
        stage = isOrder ? "issued" : undefined;
      }
    }
    if (stage === undefined && (withObject !== undefined || VERBS_WITH_FOR.has(lemma))) {
      noun = findLegalObject(navigator, verb, VERBS_WITH_FOR.has(lemma), isCourt(navigator, agent));
      // "submitted a drug application to the agency": no court is near.
      if (noun >= 0 && navigator.lemma(noun) === "application" && !isCourtSentence(navigator, verb)) {
        let isOfLaw = false;
        for (let token = noun + 1; token < Math.min(sentenceEnd, noun + MAX_GAP); token++)
          isOfLaw ||= isLegalNoun(navigator, token);
        if (!isOfLaw) noun = -1;
      }
      // A suit is brought; relief, an order or a ban are not begun.
      if (noun >= 0 && lemma === "withdraw" && navigator.word(verb + 1) === "from") noun = -1;
      if (noun >= 0 && BEGINNING.test(lemma) && !PROCEEDINGS.has(navigator.lemma(noun))) noun = -1;
      if (noun >= 0 && lemma === "take" && !/^(action|proceeding|case)$/.test(navigator.lemma(noun))) noun = -1;
      if (noun >= 0) stage = withObject ?? "requested";
      // "issued a lawsuit": who is no court brings one.
      if (
        stage === "issued" &&
        agent >= 0 &&
        !isCourt(navigator, agent) &&
        /^(lawsuit|suit|writ|complaint|proceeding)$/.test(navigator.lemma(noun))
      )
        stage = "requested";
      // "lodged an appeal" is an appeal.
      if (stage === "requested" && navigator.lemma(noun) === "appeal") stage = "appealed";
      if (stage === "issued" && agent >= 0 && !isCourt(navigator, agent) && OUTCOMES.has(navigator.lemma(noun)))
        stage = undefined;
    }
    // "gained an injunction", "lost an appeal": who asked, and what came of it.
    const gained = stage === undefined && agent >= 0 && !isCourt(navigator, agent) ? GAINS.get(lemma) : undefined;
    if (gained !== undefined) {
      noun = findLegalObject(navigator, verb, false, true);
      stage = noun < 0 ? undefined : gained.find(([nouns]) => nouns.test(navigator.lemma(noun)))?.[1];
      if (stage === undefined) noun = -1;
    }
    if (stage === undefined && OVERRULING.has(lemma) && isCourt(navigator, agent)) {
      const object = navigator.findObject(verb);
      parties = object < 0 || object < verb ? [] : this.#respondents.resolveOwner(object);
      if (parties.length > 0) stage = OVERRULING.get(lemma);
    }
    if (
      stage === undefined &&
      lemma === "rule" &&
      /^(against|for)$/.test(navigator.word(verb + 1)) &&
      isCourt(navigator, agent)
    ) {
      parties = this.#respondents
        .resolveList(verb + 2)
        .entities.filter((entity) => this.#respondents.mayRespond(entity));
      if (parties.length > 0) stage = "ended";
    }
    // "asked the court to overturn the ban"
    if (stage === undefined && /^(ask|urge|petition)$/.test(lemma) && isCourt(navigator, navigator.findObject(verb))) {
      const object = navigator.findObject(verb);
      let to = object + 1;
      while (to < Math.min(sentenceEnd - 1, object + 4) && navigator.word(to) !== "to") to += 1;
      const asked = navigator.lemma(to + 1);
      if (navigator.word(to) === "to" && agent >= 0)
        stage = /^(overturn|reverse|review|reconsider|quash)$/.test(asked) ? "appealed" : "requested";
    }
    if (stage === undefined && alone !== undefined) {
      // "in one sentence", misread as a verb.
      if (lemma === "sentence" && !/^sentenc(ed|es|ing)$/.test(navigator.word(verb))) return;
      stage = alone;
      const object = navigator.findObject(verb);
      if (object >= 0 && alone !== "appealed") parties = this.#respondents.resolveAt(object);
      if (alone === "appealed" && !this.#isLegalAppeal(verb, sentenceEnd)) return;
      if (lemma === "clear" && !isCourt(navigator, agent)) return;
      // "charged the committee with a task": only a court or a prosecutor charges.
      if (lemma === "charge" && agent >= 0 && !isCourt(navigator, agent) && !isProsecutorAt(navigator, agent)) return;
      if (alone !== "appealed" && parties.length === 0 && navigator.isPassive(verb))
        parties =
          object < 0 ? this.#respondents.resolveBefore(verb) : findUnnamed(navigator, navigator.mentionAt(object));
      if (alone !== "appealed" && parties.length === 0 && !this.#isSuitAlone(verb, lemma)) return;
    }
    // "the minister rejected the warrants": only a court grants, refuses or ends; where nobody is named, one is meant.
    const isForBench =
      noun >= 0 && gained === undefined && (stage === "refused" || stage === "issued" || stage === "ended");
    if (isForBench && agent >= 0 && !isCourt(navigator, agent)) return;
    if (/^(decline|deny)$/.test(lemma) && noun >= 0 && agent < 0 && navigator.childWith(verb, /^aux/) < 0) return;
    // "claims that are denied", "has denied the charges": by those they are made against.
    if (
      lemma === "deny" &&
      noun >= 0 &&
      !isCourt(navigator, agent) &&
      /^(claim|charge|complaint|case)$/.test(navigator.lemma(noun))
    )
      return;
    if (isForBench && agent < 0 && !navigator.isPassive(verb)) {
      // "declined comment on the charges": everybody declines and denies.
      if (/^(decline|deny)$/.test(lemma) || !isCourtSentence(navigator, verb)) return;
    }
    if (stage === undefined || navigator.isNegated(verb) || navigator.isUnreal(verb)) return;
    if (noun >= 0 && parties.length === 0)
      parties = findPartiesBehind(navigator, this.#respondents, noun, sentenceEnd, verb);
    if (noun >= 0 && parties.length === 0 && /^(those|these|them|it)$/.test(navigator.word(noun - 1)))
      parties = [...this.#respondents.lastGroup];
    const forum = findForum(navigator, verb, sentenceEnd);
    const isBench = isCourt(navigator, agent);
    const subject = agent < 0 ? this.#findFiler(verb, noun, sentenceEnd) : this.#namedSubject(agent);
    this.#add({
      token: verb,
      stage,
      kind: isOrder ? "order" : noun >= 0 ? kindOf(navigator, noun) : (KIND_OF_MOVE.get(lemma) ?? null),
      court: isBench ? courtOf(navigator, agent) : forum,
      applicant:
        !isBench && (stage === "requested" || stage === "appealed") && subject !== forum
          ? subject
          : gained !== undefined
            ? subject
            : stage === "refused" || stage === "issued"
              ? this.#askerOf(noun)
              : -1,
      parties,
      charges: stage === "requested" ? readTreatyCharges(navigator, verb, sentenceEnd) : [],
      evidence: navigator.toSpan(Math.min(verb, noun < 0 ? verb : noun), Math.max(verb, noun) + 1),
    });
  }

  /** "In a complaint filed in court, the agency said": who says it has filed it; else the subject that a tree has lost. */
  #findFiler(verb: number, noun: number, sentenceEnd: number): number {
    const navigator = this.#navigator;
    const { sentences, entityOf } = navigator.document;
    const { startToken } = sentences[navigator.sentenceOf(verb)];
    if (noun >= 0 && noun < verb && navigator.word(startToken) === "in" && noun - startToken < MAX_GAP) {
      let comma = verb;
      while (comma < sentenceEnd && navigator.word(comma) !== ",") comma += 1;
      const [filer] = navigator.mentionsIn(comma, Math.min(sentenceEnd, comma + MAX_GAP));
      if (filer !== undefined && filer.phraseStart <= comma + 2) return entityOf[filer.index];
    }
    return this.#bareSubject(verb, noun);
  }

  /** "Brintex Inc filed suit", read by the tree as "filed" of the suit: who stands right before. */
  #bareSubject(verb: number, noun: number): number {
    const navigator = this.#navigator;
    if (noun <= verb || navigator.word(verb - 1) === "," || navigator.childWith(verb, /^aux/) >= 0) return -1;
    // "Brintex Corp <BTX> filed suit"
    let end = verb;
    if (navigator.word(verb - 1) === ">") while (end > verb - 8 && navigator.word(end) !== "<") end -= 1;
    const mention = navigator.mentionAt(end - 1);
    return mention?.endToken === end ? navigator.document.entityOf[mention.index] : -1;
  }

  /** "the ministry's request", "a request by the ministry": who asked; -1 for none named. */
  #askerOf(noun: number): number {
    if (noun < 0 || OUTCOMES.has(this.#navigator.lemma(noun))) return -1;
    const [owner] = this.#respondents.resolveOwner(noun);
    if (owner !== undefined) return owner;
    if (!/^(by|from)$/.test(this.#navigator.word(noun + 1))) return -1;
    return (
      this.#respondents.resolveList(noun + 2).entities.find((entity) => this.#respondents.mayRespond(entity)) ?? -1
    );
  }

  /** "The committee sued over its records": against whom the report tells elsewhere. */
  #isSuitAlone(verb: number, lemma: string): boolean {
    const navigator = this.#navigator;
    return lemma === "sue" && !navigator.isPassive(verb) && /^(over|to|for|in|,|\.|on)$/.test(navigator.word(verb + 1));
  }

  /** Who does it; of "X and 25 others", X. */
  #namedSubject(token: number): number {
    const navigator = this.#navigator;
    const { resolvedEntities } = navigator.document;
    const entity = navigator.subjectEntity(token);
    const mention = navigator.mentionAt(token);
    if (mention === undefined || (entity >= 0 && resolvedEntities[entity].isNamed)) return entity;
    let before = mention.phraseStart - 1;
    while (before > mention.phraseStart - 4 && /^(NUM|ADJ|DET)$/.test(navigator.document.tags[before])) before -= 1;
    if (navigator.word(before) !== "and") return entity;
    const joined = navigator.entityAt(before - 1);
    return joined >= 0 && resolvedEntities[joined].isNamed && resolvedEntities[joined].kind !== "court"
      ? joined
      : entity;
  }

  /** "appealed against the ban", "will appeal": not "appealed for calm". */
  #isLegalAppeal(verb: number, sentenceEnd: number): boolean {
    const navigator = this.#navigator;
    for (let token = verb + 1; token < Math.min(sentenceEnd, verb + 6); token++) {
      const word = navigator.word(token);
      if (word === "for" || word === "on") return false;
      if (
        word === "to" &&
        !isCourt(navigator, token + 1) &&
        !isCourt(navigator, token + 2) &&
        !isCourt(navigator, token + 3)
      )
        return false;
      if (/^(against|to)$/.test(word) || isLegalNoun(navigator, token)) return true;
    }
    return false;
  }

  /** A proceeding named without a move: "the case against X". */
  #readNoun(noun: number, sentenceEnd: number): void {
    const navigator = this.#navigator;
    const parties = findPartiesBehind(navigator, this.#respondents, noun, sentenceEnd, -1);
    if (parties.length === 0 && !this.#isOwnedSuit(noun)) return;
    if (this.#isJustTold(noun, parties)) return;
    const mention = navigator.mentionAt(noun);
    const possessor =
      mention !== undefined && mention.possessor >= 0 ? navigator.document.entityOf[mention.possessor] : -1;
    const isPronoun = possessor >= 0 && navigator.document.mentions[mention!.possessor].by === "pronoun";
    const isCourt = possessor >= 0 && navigator.document.resolvedEntities[possessor].kind === "court";
    this.#add({
      token: noun,
      // A suit against somebody has been brought.
      stage: /^(lawsuit|suit|indictment|trial)$/.test(navigator.lemma(noun)) ? "requested" : null,
      kind: kindOf(navigator, noun),
      court: isCourt ? possessor : -1,
      // "its case against X": too often somebody else.
      applicant: isCourt || isPronoun ? -1 : possessor,
      parties,
      charges: [],
      evidence: navigator.toSpan(noun, noun + 1),
    });
  }

  /** "Brintex's lawsuit": who sues, by name. */
  #isOwnedSuit(noun: number): boolean {
    const { mentions } = this.#navigator.document;
    const owner = mentions[this.#navigator.mentionAt(noun)?.possessor ?? -1];
    return owner?.by === "name" && owner.kind !== "court" && /^(lawsuit|suit)$/.test(this.#navigator.lemma(noun));
  }

  /** Whether the words right before have told the same of all these parties; of nobody that is always so. */
  #isJustTold(noun: number, parties: readonly number[]): boolean {
    // Moves come in the order of their sentences.
    for (let last = this.moves.length - 1; last >= 0 && this.moves[last].token > noun - MAX_SENTENCE; last--) {
      const { token, parties: known } = this.moves[last];
      if (noun - token >= MAX_GAP || token > noun || known.length === 0) continue;
      if (parties.every((party) => known.includes(party))) return true;
    }
    return false;
  }

  #add(move: MoveDraft): void {
    const navigator = this.#navigator;
    const { document } = navigator;
    const date = findDatesBeside(document, move.token).find(({ startToken, endToken }) => {
      for (let token = startToken; token < endToken; token++) if (document.heads[token] === move.token) return true;
      return false;
    });
    const isEarlier = navigator.children(move.token).some((child) => navigator.word(child) === "had");
    this.#respondents.remember(move.parties);
    this.moves.push({ ...move, sentence: navigator.sentenceOf(move.token), when: date?.date ?? null, isEarlier });
  }
}

/** "the fraud charges against X" is often misread as a verb. */
function isChargesNoun(navigator: ClauseNavigator, token: number): boolean {
  if (navigator.word(token) !== "charges") return false;
  const { tags } = navigator.document;
  return /^(NOUN|ADJ|DET)$/.test(tags[token - 1]) && navigator.word(token + 1) === "against";
}
