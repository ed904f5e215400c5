/** Where the words behind a trigger list charges, and whom they name between: "accused X and Y of A", "the charges against X include". */
import { isCrimeAt } from "./charge-item.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import { type ChargeFrame, PENALTIES } from "./legal-words.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

/** Units in which a ban or sentence is measured. */
const TERMS = /^(day|week|month|year|hour|game|match|race|season|meeting|term|rest)$/;
/** From "accused" over "on three counts" to the colon. */
const MAX_TO_COUNTS = 7;
/** From the accused to "of" or "for": where, when, for how long. */
const MAX_TO_LIST = 10;

/** From how long somebody is banned or jailed to what for. */
const MAX_TO_REASON = 14;

/** Nouns between which and their charges a place or a date may stand. */
const FAR = /^(trial|guilty|liable|conviction|acquittal|term|sentence|ban|fine|warning|suspension|reprimand)$/;
/** Adjectives before "charges" that name no act. */
const OF_CHARGES =
  /^(new|other|further|fresh|several|multiple|various|many|criminal|federal|civil|serious|similar|additional|separate|formal|possible|potential|such|same|initial|original|current|pending|outstanding|remaining|related|relevant|grave|minor)$/;

export interface ChargeListPlace {
  readonly startToken: number;
  /** Token behind the last that the list may have, where that is known. */
  readonly endToken?: number;
  /** Those named between trigger and list. */
  readonly parties: readonly number[];
}

export class ChargeListFinder {
  readonly #navigator: ClauseNavigator;
  readonly #respondents: RespondentFinder;

  constructor(navigator: ClauseNavigator, respondents: RespondentFinder) {
    this.#navigator = navigator;
    this.#respondents = respondents;
  }

  /** Where the list of charges begins, and the parties between trigger and list. */
  find(trigger: number, frame: ChargeFrame, sentenceEnd: number): ChargeListPlace | undefined {
    const navigator = this.#navigator;
    const direct = navigator.word(trigger + 1);
    // "stood accused on three counts: A, B and C"
    for (let token = trigger + 1; token < Math.min(sentenceEnd - 1, trigger + MAX_TO_COUNTS); token++) {
      if (navigator.word(token) !== ":") continue;
      const isCounted = [1, 2].some((step) =>
        /^(count|charge|accusation|allegation)$/.test(navigator.lemma(token - step)),
      );
      return isCounted ? { startToken: token + 1, parties: [] } : undefined;
    }
    // "the accusations include A and B", with whom they are for before or behind.
    if (
      /^(accusation|allegation|charge|count)$/.test(navigator.lemma(trigger)) &&
      navigator.document.tags[trigger] === "NOUN"
    ) {
      for (let token = trigger + 1; token < Math.min(sentenceEnd, trigger + 12); token++) {
        if (/^includ(e|ed|es|ing)$/.test(navigator.word(token)))
          return { startToken: token + 1, parties: this.#partiesAround(trigger, token) };
      }
    }
    // "the conviction of X for fraud"
    if (/^(conviction|acquittal)$/.test(navigator.lemma(trigger)) && direct === "of") {
      const { entities, endToken } = this.#respondents.resolveList(trigger + 2);
      if (entities.length > 0) {
        for (let token = endToken; token < Math.min(sentenceEnd, endToken + 4); token++)
          if (frame.prepositions.has(navigator.word(token)) && !this.#isBeforeDate(token))
            return { startToken: token + 1, parties: entities };
        return { startToken: sentenceEnd, parties: entities };
      }
    }
    const behind = /^charges?$/.test(navigator.word(trigger)) ? this.#findTarget(trigger, sentenceEnd) : undefined;
    if (direct === "of" && behind !== undefined) return { startToken: trigger + 2, ...behind };
    if (frame.prepositions.has(direct) && !this.#isBeforeDate(trigger + 1))
      return { startToken: this.#skipTerm(trigger + 2, frame, sentenceEnd), parties: [] };
    // "admitted fraud and perjury": crimes by their names, or deeds.
    if (navigator.lemma(trigger) === "admit")
      return isCrimeAt(navigator, trigger + 1) ? { startToken: trigger + 1, parties: [] } : undefined;
    // "filed charges against X, the former head of the service, over the leak"
    const against = /^charges?$/.test(navigator.word(trigger)) ? this.#findAgainst(trigger) : -1;
    if (against >= 0 && navigator.document.tags[trigger - 1] !== "NOUN") {
      const { entities, endToken } = this.#respondents.resolveList(against + 1);
      for (let token = endToken; token < Math.min(sentenceEnd - 1, endToken + MAX_TO_REASON); token++) {
        if (/^[;:.]$/.test(navigator.word(token)) || navigator.document.tags[token] === "VERB") break;
        if (/^(over|for)$/.test(navigator.word(token)) && !this.#isBeforeDate(token))
          return { startToken: token + 1, parties: entities };
      }
    }
    const named = this.#findNamedCharge(trigger);
    if (named >= 0)
      return { startToken: named, endToken: trigger, parties: this.partiesBehindAgainst(trigger, sentenceEnd) };
    if (frame.of !== "object") {
      for (let token = trigger + 1; token < Math.min(sentenceEnd, trigger + this.#reachOf(trigger)); token++)
        if (frame.prepositions.has(navigator.word(token)) && !this.#isBeforeDate(token))
          return { startToken: token + 1, parties: this.#partiesPunished(trigger, token) };
      // "has been on trial since June", "received a life sentence": of what may be told elsewhere.
      const isOnTrial =
        (navigator.lemma(trigger) === "trial" && navigator.word(trigger - 1) === "on") ||
        PENALTIES.has(navigator.lemma(trigger));
      return isOnTrial ? { startToken: sentenceEnd, parties: [] } : undefined;
    }
    if (trigger + 1 >= sentenceEnd) return undefined;
    // Between verb and list stand the accused, with titles that may hold "of" themselves.
    const { entities, endToken } = this.#respondents.resolveList(trigger + 1);
    // "sentenced X, leader of the Y, to life in prison for"
    const reach = /^(sentence|jail|convict|imprison)$/.test(navigator.lemma(trigger)) ? 2 * MAX_TO_LIST : MAX_TO_LIST;
    for (let token = endToken; token < Math.min(sentenceEnd, endToken + reach); token++) {
      const word = navigator.word(token);
      if (frame.prepositions.has(word) && !this.#isBeforeDate(token) && !navigator.isInName(token)) {
        const startToken = this.#skipTerm(token + 1, frame, sentenceEnd);
        return { startToken, parties: entities };
      }
      if (/^[;:.]$/.test(word)) break;
      // "was acquitted and walked out into the arms of his daughters"
      if (/^(and|but)$/.test(word) && navigator.document.tags[token + 1] === "VERB") break;
    }
    // "accused X, Y and Z": without a list, in the sentence.
    return entities.length > 0 ? { startToken: sentenceEnd, parties: entities } : undefined;
  }

  /** "pleaded guilty on Monday to". */
  #isBeforeDate(preposition: number): boolean {
    return /^(((mon|tues|wednes|thurs|fri|satur|sun)day)|january|february|march|april|may|june|july|august|september|october|november|december|[12]\d{3})$/.test(
      this.#navigator.word(preposition + 1),
    );
  }

  /** "banned for two years for cheating": how long is no charge. */
  #skipTerm(startToken: number, frame: ChargeFrame, sentenceEnd: number): number {
    const navigator = this.#navigator;
    const { tags } = navigator.document;
    let unit = startToken;
    while (unit < startToken + 5 && /^(NUM|DET|ADJ|ADV|PUNCT)$/.test(tags[unit])) unit += 1;
    if (!TERMS.test(navigator.lemma(unit)) && navigator.word(startToken) !== "life") return startToken;
    // "for four years by a court in Arden on Tuesday for spying"
    for (let token = unit; token < Math.min(sentenceEnd, unit + MAX_TO_REASON); token++) {
      if (/^([;:.,]|and|but)$/.test(navigator.word(token)) && token > unit + 6) break;
      if (frame.prepositions.has(navigator.word(token)) && !this.#isBeforeDate(token)) return token + 1;
    }
    return sentenceEnd;
  }

  /** "faces corruption charges", "a fraud charge against X": the first noun before; -1 for none. */
  #findNamedCharge(trigger: number): number {
    const navigator = this.#navigator;
    const { tags, quotationAt } = navigator.document;
    if (!/^charges?$/.test(navigator.word(trigger)) || tags[trigger - 1] !== "NOUN") return -1;
    let first = trigger - 1;
    while (
      tags[first - 1] === "NOUN" ||
      (navigator.word(first - 1) === "and" && tags[first - 2] === "NOUN") ||
      (tags[first - 1] === "ADJ" && !OF_CHARGES.test(navigator.word(first - 1)))
    )
      first -= 1;
    if (quotationAt[first] >= 0) return -1;
    let before = first - 1;
    while (before > trigger - 8 && /^(DET|ADJ|NUM)$/.test(tags[before])) before -= 1;
    const isFaced = /^(face|deny|admit|fight|answer|on|contest|bring|file|settle|beat)$/.test(navigator.lemma(before));
    return isFaced || this.#findAgainst(trigger) >= 0 ? first : -1;
  }

  /** "charges of arson against the student X": whom they are against, and where the list of charges ends. */
  #findTarget(noun: number, sentenceEnd: number): { parties: readonly number[]; endToken: number } | undefined {
    for (let token = noun + 2; token < Math.min(sentenceEnd - 1, noun + MAX_TO_LIST); token++) {
      if (/^[;:.]$/.test(this.#navigator.word(token))) return undefined;
      if (this.#navigator.word(token) !== "against") continue;
      const { entities } = this.#respondents.resolveList(token + 1);
      const parties = entities.filter((entity) => this.#respondents.mayRespond(entity));
      return parties.length > 0 ? { parties, endToken: token } : undefined;
    }
    return undefined;
  }

  /** "charges against X", "charges brought against X": the preposition; -1 for none. */
  #findAgainst(noun: number): number {
    const { tags } = this.#navigator.document;
    for (let token = noun + 1; token < noun + 5; token++) {
      if (this.#navigator.word(token) === "against") return token;
      if (tags[token] === "NOUN" || tags[token] === "PUNCT") return -1;
    }
    return -1;
  }

  /** "charges of A and B were laid against X": those behind "against". */
  partiesBehindAgainst(noun: number, sentenceEnd: number): readonly number[] {
    const against = this.#findAgainst(noun);
    return against < 0 || against + 1 >= sentenceEnd ? [] : this.#respondents.resolveList(against + 1).entities;
  }

  #reachOf(trigger: number): number {
    const lemma = this.#navigator.lemma(trigger);
    return PENALTIES.has(lemma) ? MAX_TO_REASON : FAR.test(lemma) ? 9 : 3;
  }

  /** "a fine of 3m crowns on X for", "a sentence to X for": who is punished, between the penalty and its reason. */
  #partiesPunished(penalty: number, reason: number): readonly number[] {
    const navigator = this.#navigator;
    if (!PENALTIES.has(navigator.lemma(penalty))) return [];
    for (let token = penalty + 1; token < reason - 1; token++) {
      if (!/^(on|to|against)$/.test(navigator.word(token))) continue;
      const { entities, endToken } = this.#respondents.resolveList(token + 1);
      const able = entities.filter((entity) => this.#respondents.mayRespond(entity));
      if (able.length > 0 && endToken <= reason) return able;
    }
    return [];
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
}
