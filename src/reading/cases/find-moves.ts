/**
 * Finds the legal moves and charges of a report, in text order: who asks a court for what against whom, what a court decides.
 *
 * Words inside quotation marks make no move: what somebody says of a case is not its course.
 */
import { findDatesBeside } from "../find-dates.ts";
import type { ChargeDraft, Stage } from "./case-draft.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import type { LegalMove } from "./legal-move.ts";
import {
  CHARGE_FRAMES,
  type ChargeFrame,
  DECIDERS,
  INSTRUMENTS,
  KIND_OF_NOUN,
  OUTCOMES,
  PROCEEDINGS,
  PROSECUTORS,
  STAGE_OF_VERB,
  STAGE_OF_VERB_WITH_OBJECT,
  VERBS_WITH_FOR,
} from "./legal-words.ts";
import { readCharges } from "./read-charges.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

const MAX_GAP = 8;
/** In characters. */
const MAX_SHORT_QUOTATION = 40;

/** Nouns that are legal only beside one of these words. */
const NEEDS_BESIDE: ReadonlyMap<string, RegExp> = new Map([
  ["measure", /^(interim|provisional|precautionary)$/],
  ["opinion", /^(advisory|legal)$/],
  ["review", /^judicial$/],
  ["action", /^(legal|court|class|disciplinary)$/],
  ["request", /^(those|extradition|warrant|arrest|asylum)$/],
  ["permission", /^appeal$/],
  ["judicial", /^review$/],
  ["stay", /^(a|the|emergency)$/],
  ["ban", /^(year|month|lifetime|life|doping|suspended)$/],
  ["case", /^(legal|court|criminal|civil|his|her|its|their|the|a|this|that)$/],
]);

export function isLegalNoun(navigator: ClauseNavigator, token: number): boolean {
  const { tags } = navigator.document;
  if (tags[token] !== "NOUN" && tags[token] !== "PROPN") return false;
  const lemma = navigator.lemma(token);
  if (!INSTRUMENTS.has(lemma) && !PROCEEDINGS.has(lemma) && !OUTCOMES.has(lemma)) return false;
  const beside = NEEDS_BESIDE.get(lemma);
  if (beside === undefined) return true;
  for (let near = token - 3; near <= token + 2; near++)
    if (near !== token && beside.test(navigator.word(near))) return true;
  return false;
}

export class MoveFinder {
  readonly #navigator: ClauseNavigator;
  readonly #respondents: RespondentFinder;
  readonly moves: LegalMove[] = [];

  constructor(navigator: ClauseNavigator, respondents: RespondentFinder) {
    this.#navigator = navigator;
    this.#respondents = respondents;
  }

  /** Reads one sentence; those before it must have been read. */
  read(startToken: number, endToken: number): void {
    const { quotationAt, tags } = this.#navigator.document;
    for (let token = startToken; token < endToken; token++) {
      const tag = tags[token];
      if (tag !== "VERB" && tag !== "NOUN" && tag !== "ADJ") continue;
      // A word alone in quotation marks is the report's own with a pinch of salt.
      const isQuoted = quotationAt[token] >= 0;
      const lemma = this.#navigator.lemma(token);
      const frame =
        CHARGE_FRAMES.get(lemma) ?? (lemma === "charge" && tag === "NOUN" ? CHARGE_FRAMES.get("charges") : undefined);
      const isShortQuotation = isQuoted && this.#isShort(quotationAt[token]);
      if (frame !== undefined && (!isQuoted || isShortQuotation) && this.#readCharges(token, frame, endToken)) continue;
      if (isQuoted) continue;
      if (tag === "VERB") this.#readVerb(token, lemma, endToken);
      else if (tag === "NOUN" && isLegalNoun(this.#navigator, token)) this.#readNoun(token, endToken);
    }
  }

  /** A few quoted words inside the report's own clause: "bore 'criminal responsibility' for". */
  #isShort(quotation: number): boolean {
    const { start, end } = this.#navigator.document.quotations[quotation];
    return end - start < MAX_SHORT_QUOTATION;
  }

  #readVerb(verb: number, lemma: string, sentenceEnd: number): void {
    const navigator = this.#navigator;
    const alone = STAGE_OF_VERB.get(lemma);
    const withObject = STAGE_OF_VERB_WITH_OBJECT.get(lemma);
    let stage: Stage | undefined;
    let noun = -1;
    let parties: number[] = [];
    let isOrder = false;
    const agent = navigator.findAgent(verb);
    if (lemma === "order" && this.#isCourt(agent)) {
      const object = navigator.findObject(verb);
      if (!isLegalNoun(navigator, object)) {
        parties = this.#respondents.resolveAt(object);
        isOrder = parties.length > 0;
        stage = isOrder ? "issued" : undefined;
      }
    }
    if (stage === undefined && (withObject !== undefined || VERBS_WITH_FOR.has(lemma))) {
      noun = this.#findLegalObject(verb, VERBS_WITH_FOR.has(lemma));
      if (noun >= 0) stage = withObject ?? "requested";
      // "lodged an appeal" is an appeal.
      if (stage === "requested" && navigator.lemma(noun) === "appeal") stage = "appealed";
      if (stage === "issued" && agent >= 0 && !this.#isCourt(agent) && OUTCOMES.has(navigator.lemma(noun)))
        stage = undefined;
    }
    if (stage === undefined && alone !== undefined) {
      stage = alone;
      const object = navigator.findObject(verb);
      if (object >= 0 && alone !== "appealed") parties = this.#respondents.resolveAt(object);
      if (alone === "appealed" && !this.#isLegalAppeal(verb, sentenceEnd)) return;
      if (alone !== "appealed" && parties.length === 0) return;
    }
    // "the minister rejected the warrants": only a court grants, refuses or ends; where nobody is named, one is meant.
    const isForBench = noun >= 0 && (stage === "refused" || stage === "issued" || stage === "ended");
    if (isForBench && agent >= 0 && !this.#isCourt(agent)) return;
    if (isForBench && agent < 0 && !navigator.isPassive(verb) && !this.#isCourtSentence(verb)) return;
    if (stage === undefined || navigator.isNegated(verb) || navigator.isUnreal(verb)) return;
    if (noun >= 0 && parties.length === 0) parties = this.#findPartiesBehind(noun, sentenceEnd, verb);
    if (noun >= 0 && parties.length === 0 && /^(those|these|them|it)$/.test(navigator.word(noun - 1)))
      parties = [...this.#respondents.lastGroup];
    const forum = this.#findForum(verb, sentenceEnd);
    const isBench = this.#isCourt(agent);
    const subject = agent < 0 ? -1 : navigator.entityAt(agent);
    this.#add({
      token: verb,
      stage,
      kind: isOrder ? "order" : noun >= 0 ? this.kindOf(noun) : null,
      court: isBench ? this.#courtOf(agent) : forum,
      applicant: !isBench && (stage === "requested" || stage === "appealed") && subject !== forum ? subject : -1,
      parties,
      charges: [],
      evidence: this.#evidenceOf(Math.min(verb, noun < 0 ? verb : noun), Math.max(verb, noun) + 1),
    });
  }

  /** "appealed against the ban", "will appeal": not "appealed for calm". */
  #isLegalAppeal(verb: number, sentenceEnd: number): boolean {
    const navigator = this.#navigator;
    for (let token = verb + 1; token < Math.min(sentenceEnd, verb + 6); token++) {
      const word = navigator.word(token);
      if (word === "for" || word === "on") return false;
      if (/^(against|to)$/.test(word) || isLegalNoun(navigator, token)) return true;
    }
    return false;
  }

  #findLegalObject(verb: number, isWithFor: boolean): number {
    const navigator = this.#navigator;
    const { tags } = navigator.document;
    if (isWithFor) {
      for (const child of navigator.children(verb)) {
        const mark = navigator.childWith(child, /^case/);
        if (mark >= 0 && navigator.word(mark) === "for" && isLegalNoun(navigator, child)) return child;
      }
    } else {
      const object = navigator.findObject(verb);
      if (object >= 0) {
        if (isLegalNoun(navigator, object)) return object;
        if (navigator.lemma(object) !== "request" && navigator.lemma(object) !== "decision") return -1;
      }
    }
    let isOpen = !isWithFor;
    for (let token = verb + 1; token < verb + MAX_GAP; token++) {
      const word = navigator.word(token);
      if (tags[token] === "VERB" || /^[,.;:]$/.test(word)) return -1;
      if (word === "for") isOpen = true;
      if (isOpen && isLegalNoun(navigator, token)) return token;
    }
    return -1;
  }

  /** A proceeding named without a move: "the case against X". */
  #readNoun(noun: number, sentenceEnd: number): void {
    const parties = this.#findPartiesBehind(noun, sentenceEnd, -1);
    if (parties.length === 0) return;
    if (
      this.moves.some(
        ({ token, parties: known }) =>
          noun - token < MAX_GAP && token <= noun && known.length > 0 && parties.every((p) => known.includes(p)),
      )
    )
      return;
    const navigator = this.#navigator;
    const mention = navigator.mentionAt(noun);
    const possessor =
      mention !== undefined && mention.possessor >= 0 ? navigator.document.entityOf[mention.possessor] : -1;
    const isCourt = possessor >= 0 && navigator.document.resolvedEntities[possessor].kind === "court";
    this.#add({
      token: noun,
      stage: null,
      kind: this.kindOf(noun),
      court: isCourt ? possessor : -1,
      applicant: isCourt ? -1 : possessor,
      parties,
      charges: [],
      evidence: this.#evidenceOf(noun, noun + 1),
    });
  }

  /** "warrants for X and Y", "the arrest of X", "case against X", "a warrant names X", "warrants sought for X". */
  #findPartiesBehind(noun: number, sentenceEnd: number, verb: number): number[] {
    const navigator = this.#navigator;
    const { tags } = navigator.document;
    const isArrest =
      navigator.lemma(noun) === "arrest" ||
      navigator.lemma(noun) === "extradition" ||
      navigator.lemma(noun) === "prosecution";
    const possessor = navigator.mentionAt(noun)?.possessor ?? -1;
    if (isArrest && possessor >= 0) {
      const entity = navigator.document.entityOf[possessor];
      if (this.#respondents.mayRespond(entity)) return [entity];
    }
    for (let token = noun + 1; token < Math.min(sentenceEnd, noun + 24); token++) {
      const word = navigator.word(token);
      const isParty =
        word === "against" ||
        word === "for" ||
        word === "naming" ||
        word === "names" ||
        word === "named" ||
        word === "targeting" ||
        (word === "of" && (isArrest || navigator.lemma(token - 1) === "arrest"));
      if (isParty) {
        let from = token + 1;
        if (navigator.lemma(from) === "the" && navigator.lemma(from + 1) === "arrest") continue;
        if (navigator.lemma(from) === "arrest") continue;
        while (/^(the|both|all)$/.test(navigator.word(from))) from += 1;
        const { entities } = this.#respondents.resolveList(
          /^(both|all)$/.test(navigator.word(from - 1)) ? from - 1 : from,
        );
        const able = entities.filter((entity) => this.#respondents.mayRespond(entity) && !this.#isPlaceOfCourt(entity));
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
    return [];
  }

  #isPlaceOfCourt(entity: number): boolean {
    return this.#navigator.document.resolvedEntities[entity].kind === "court";
  }

  #readCharges(trigger: number, frame: ChargeFrame, sentenceEnd: number): boolean {
    const navigator = this.#navigator;
    const list = this.#findChargeList(trigger, frame, sentenceEnd);
    if (list === undefined) return false;
    const charges = list.startToken < sentenceEnd ? readCharges(navigator, list.startToken).charges : [];
    const lemma = navigator.lemma(trigger);
    let accuser = -1;
    let targets: number[] = [];
    if (frame.of === "object") {
      const object = navigator.findObject(trigger);
      targets = this.#respondents.resolveAt(object);
      // Trees lose the ends of long lists; the order of the words does not.
      if (!navigator.isPassive(trigger) && list.parties.length > targets.length) targets = [...list.parties];
      if (targets.length === 0 && list.parties.length > 0) targets = [...list.parties];
      if (!navigator.isPassive(trigger) && object < 0) targets = [...list.parties];
      accuser = navigator.findAgent(trigger);
    } else {
      targets = list.parties.length > 0 ? [...list.parties] : this.#findHolder(trigger);
    }
    targets = targets.filter((entity) => this.#respondents.mayRespond(entity));
    if (charges.length === 0 && targets.length === 0) return false;
    if (navigator.isNegated(trigger) || (frame.isLegal && navigator.isUnreal(trigger) && lemma !== "want"))
      return false;
    const isBench = accuser >= 0 && this.#isCourt(accuser);
    const applicant = accuser >= 0 && !isBench ? navigator.entityAt(accuser) : -1;
    const isOfficial = isBench || (accuser >= 0 && this.#isProsecutor(accuser));
    const isKnown = targets.some((entity) => this.#respondents.known.includes(entity));
    const isByApplicant =
      applicant >= 0 && this.moves.some((move) => move.applicant === applicant && move.stage !== null);
    // "accused of" is everybody's word: it belongs to a case where prosecutor, court or applicant says so, or of a respondent.
    if (!frame.isLegal && !isOfficial && !isByApplicant && !(isKnown && accuser < 0)) {
      if (!(accuser < 0 && targets.length > 0 && this.#isCourtSentence(trigger))) return false;
    }
    if (frame.isLegal && lemma === "ban" && !this.#isCourtSentence(trigger)) return false;
    if (targets.length === 0 && (lemma === "allegation" || lemma === "accusation"))
      targets = [...this.#respondents.lastGroup];
    if (targets.length === 0) return false;
    this.#add({
      token: trigger,
      stage: frame.stage,
      kind: null,
      court: isBench ? this.#courtOf(accuser) : -1,
      applicant: isOfficial && !isBench ? applicant : -1,
      parties: targets,
      charges,
      evidence: this.#evidenceOf(trigger, trigger + 1),
    });
    return true;
  }

  /** Where the list of charges begins, and the parties between trigger and list. */
  #findChargeList(
    trigger: number,
    frame: ChargeFrame,
    sentenceEnd: number,
  ): { startToken: number; parties: readonly number[] } | undefined {
    const navigator = this.#navigator;
    const direct = navigator.word(trigger + 1);
    // "the accusations include A and B", with whom they are for before or behind.
    if (
      /^(accusation|allegation|charge)$/.test(navigator.lemma(trigger)) &&
      navigator.document.tags[trigger] === "NOUN"
    ) {
      for (let token = trigger + 1; token < Math.min(sentenceEnd, trigger + 12); token++) {
        if (/^includ(e|ed|es|ing)$/.test(navigator.word(token)))
          return { startToken: token + 1, parties: this.#partiesAround(trigger, token) };
      }
    }
    if (frame.prepositions.has(direct)) return { startToken: trigger + 2, parties: [] };
    if (frame.of !== "object") {
      for (let token = trigger + 1; token < Math.min(sentenceEnd, trigger + 3); token++)
        if (frame.prepositions.has(navigator.word(token))) return { startToken: token + 1, parties: [] };
      return undefined;
    }
    if (trigger + 1 >= sentenceEnd) return undefined;
    // Between verb and list stand the accused, with titles that may hold "of" themselves.
    const { entities, endToken } = this.#respondents.resolveList(trigger + 1);
    for (let token = endToken; token < Math.min(sentenceEnd, endToken + 8); token++) {
      const word = navigator.word(token);
      if (frame.prepositions.has(word)) return { startToken: token + 1, parties: entities };
      if (/^[;:.]$/.test(word)) break;
    }
    // "accused X, Y and Z": without a list, in the sentence.
    return entities.length > 0 ? { startToken: sentenceEnd, parties: entities } : undefined;
  }

  /** "For the leaders of X, the accusations include", "the charges against X include". */
  #partiesAround(trigger: number, verb: number): readonly number[] {
    const navigator = this.#navigator;
    for (let token = trigger + 1; token < verb; token++) {
      if (/^(against|for|facing)$/.test(navigator.word(token)))
        return this.#respondents.resolveList(token + 1).entities;
    }
    const start = navigator.document.sentences[navigator.sentenceOf(trigger)].startToken;
    for (let token = start; token < trigger; token++) {
      if (/^(for|against)$/.test(navigator.word(token))) return this.#respondents.resolveList(token + 1).entities;
    }
    return [];
  }

  /** Whose the charges are by the clause around: its subject, or the passive's; else those named in the sentence as respondents. */
  #findHolder(trigger: number): number[] {
    const navigator = this.#navigator;
    const { heads, tags, sentences } = navigator.document;
    let at = trigger;
    for (let steps = 0; steps < 6 && at >= 0; steps++) {
      const subject = navigator.childWith(at, /^nsubj/);
      if (subject >= 0 && subject !== trigger) {
        const real = /^(who|which|that)$/.test(navigator.word(subject)) ? heads[at] : subject;
        const found = this.#respondents.resolveAt(real).filter((entity) => this.#respondents.mayRespond(entity));
        if (found.length > 0 && !this.#isApplicant(found)) return found;
      }
      if (tags[at] === "VERB") {
        const object = navigator.findObject(at);
        if (object >= 0 && object !== trigger) {
          const found = this.#respondents.resolveAt(object).filter((entity) => this.#respondents.mayRespond(entity));
          if (found.length > 0) return found;
        }
      }
      at = heads[at];
    }
    const { startToken } = sentences[navigator.sentenceOf(trigger)];
    const latest = this.moves.findLast(
      ({ token, parties }) => token >= startToken && token < trigger && parties.length > 0,
    );
    return latest === undefined ? [] : [...latest.parties];
  }

  #isApplicant(entities: readonly number[]): boolean {
    return this.moves.some(({ applicant }) => entities.length === 1 && applicant === entities[0]);
  }

  kindOf(noun: number): string | null {
    const navigator = this.#navigator;
    const lemma = navigator.lemma(noun);
    const before = navigator.word(noun - 1);
    if (lemma === "measure") return `${before} measures`;
    if (lemma === "opinion") return `${before} opinion`;
    if (lemma === "review" || lemma === "judicial") return "judicial review";
    return KIND_OF_NOUN.get(lemma) ?? null;
  }

  #isCourt(token: number): boolean {
    if (token < 0) return false;
    const navigator = this.#navigator;
    if (DECIDERS.has(navigator.lemma(token))) return true;
    const entity = navigator.entityAt(token);
    const found = navigator.document.resolvedEntities[entity];
    return (
      found?.kind === "court" ||
      (found?.kind === "organisation" && /\b(commission|tribunal|court|panel)\b/i.test(found.name))
    );
  }

  #isProsecutor(token: number): boolean {
    const navigator = this.#navigator;
    if (PROSECUTORS.has(navigator.lemma(token))) return true;
    const entity = navigator.entityAt(token);
    return entity >= 0 && isProsecutor(navigator, entity);
  }

  #isCourtSentence(token: number): boolean {
    const navigator = this.#navigator;
    const { startToken, endToken } = navigator.document.sentences[navigator.sentenceOf(token)];
    for (let at = startToken; at < endToken; at++)
      if (DECIDERS.has(navigator.lemma(at)) || PROSECUTORS.has(navigator.lemma(at))) return true;
    return false;
  }

  /** The court whose bench acts: itself, its owner, or the one that the phrase names. */
  #courtOf(token: number): number {
    const navigator = this.#navigator;
    const { resolvedEntities, entityOf } = navigator.document;
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
    return entity >= 0 && resolvedEntities[entity].kind === "court" ? entity : -1;
  }

  /** The court or body before which something is brought: "at the court", "with the organisation", "asked the court for". */
  #findForum(verb: number, sentenceEnd: number): number {
    const navigator = this.#navigator;
    const { resolvedEntities, entityOf, sentences } = navigator.document;
    const { startToken } = sentences[navigator.sentenceOf(verb)];
    let court = -1;
    for (const mention of navigator.mentionsIn(startToken, sentenceEnd)) {
      const entity = entityOf[mention.index];
      const found = resolvedEntities[entity];
      if (found === undefined) continue;
      if (found.kind === "court" && (court < 0 || !resolvedEntities[court].isNamed)) court = entity;
    }
    if (court >= 0) return court;
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

  #evidenceOf(startToken: number, endToken: number) {
    return this.#navigator.toSpan(startToken, endToken);
  }

  #add(move: Omit<LegalMove, "sentence" | "when" | "isEarlier"> & { charges: readonly ChargeDraft[] }): void {
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

export function isProsecutor({ document }: ClauseNavigator, entity: number): boolean {
  return document.roleDrafts.some(
    ({ holder, title }) => document.entityOf[holder] === entity && /\bprosecutor\b|\battorney\b/.test(title),
  );
}
