/** Finds charges with whom they are of: "accused X, Y and Z of A and B", "the charges against X include A". */
import type { Stage } from "./case-draft.ts";
import { ChargeHolderFinder } from "./charge-holder.ts";
import { ChargeListFinder, type ChargeListPlace } from "./charge-list.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import { findRespondents, findWanted, isBringing, isHeld } from "./find-accused.ts";
import { findGroup, findOfRelative, isOfVerdict } from "./find-charged.ts";
import { findUnnamed } from "./find-unnamed.ts";
import {
  benchOf,
  findAnnouncer,
  findForum,
  isAccusing,
  isCourt,
  isCourtSentence,
  isProsecutorAt,
  isSomeBench,
} from "./legal-bench.ts";
import type { LegalMove, MoveDraft } from "./legal-move.ts";
import { BENCH_ACTS, type ChargeFrame, KIND_OF_MOVE, PENALTIES } from "./legal-words.ts";
import { type ChargeList, readCharges } from "./read-charges.ts";
import { findAsked } from "./read-claim.ts";
import { type Guilt, readGuilt } from "./read-guilt.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

/** From "those charged" to their names. */
const MAX_TO_NAMES = 6;
/** From "suspended" to how long. */
const MAX_TO_TERM = 10;
/** Participles that, right before their preposition, are said of somebody: "X, charged with". */
const SAID_OF = /^(accused|charged|convicted|indicted|acquitted|suspected|cleared)$/;

/** What a body that is no court may do to somebody. */
const BENCH_VERBS = /^(fine|ban|suspend|disqualify|reprimand)$/;

/** What a trigger introduces, before it is known of whom. */
interface Trigger {
  readonly token: number;
  readonly lemma: string;
  readonly frame: ChargeFrame;
  readonly isNoun: boolean;
  readonly sentenceEnd: number;
  readonly list: ChargeListPlace;
  readonly read: ChargeList | undefined;
  readonly guilt: Guilt;
  readonly isPassive: boolean;
}

/** Charges of people whom the report has not named yet. */
interface Unnamed extends Pick<MoveDraft, "charges" | "applicant" | "court" | "bench"> {
  readonly trigger: number;
  readonly stage: Stage;
  /** The description of several people, where there is one; else -1. */
  readonly group: number;
}

export class ChargeFinder {
  readonly #navigator: ClauseNavigator;
  readonly #respondents: RespondentFinder;
  readonly #lists: ChargeListFinder;
  readonly #holders: ChargeHolderFinder;

  /** Charges of people whom the report has not named yet. */
  #unnamed: Unnamed | undefined;

  /** Whether those were named later. */
  #isNamed = false;

  readonly #moves: readonly LegalMove[];

  /** @param moves Those found so far, in text order; another finder adds to them. */
  constructor(navigator: ClauseNavigator, respondents: RespondentFinder, moves: readonly LegalMove[]) {
    this.#moves = moves;
    this.#navigator = navigator;
    this.#respondents = respondents;
    this.#lists = new ChargeListFinder(navigator, respondents);
    this.#holders = new ChargeHolderFinder(navigator, respondents, moves);
  }

  /** What a word that introduces charges says, where it does; the sentences before must have been read. */
  find(token: number, frame: ChargeFrame, sentenceEnd: number): MoveDraft | undefined {
    const navigator = this.#navigator;
    const trigger = this.#readTrigger(token, frame, sentenceEnd);
    if (trigger === undefined) return undefined;
    const { lemma, guilt, isPassive, isNoun } = trigger;
    const charges = trigger.read?.charges ?? [];
    const by = guilt.verb >= 0 ? guilt.verb : token;
    // "X, accused of": where the tree has it that he does it, nobody is told to.
    const isDoneTo = isPassive && !navigator.isPassive(token);
    // "the banned party": what it is, not what is done to it.
    if (
      BENCH_ACTS.has(lemma) &&
      /^amod/.test(navigator.document.relations[token]) &&
      navigator.findAgent(token) < 0 &&
      charges.length === 0
    )
      return undefined;
    const wanted = findWanted(navigator, this.#respondents, token);
    const agent = (frame.of === "object" || guilt.verb >= 0) && !isDoneTo ? navigator.findAgent(by) : -1;
    // "All accuse the company of": nobody accuses from behind an active verb, whatever the tree says.
    const isBehind = agent > by && !isNoun && !navigator.isPassive(by);
    const accuser = wanted?.subject ?? (isBehind ? -1 : agent);
    // Whoever fines sits in judgement, by whatever name; whoever sues or accuses does not.
    const isBench =
      accuser >= 0 &&
      !isAccusing(navigator, accuser, lemma) &&
      (isCourt(navigator, accuser) || BENCH_VERBS.test(lemma));
    const applicant = accuser >= 0 && !isBench ? navigator.subjectEntity(accuser) : -1;
    let targets: number[] | undefined = wanted?.parties ?? this.#findTargets(trigger, applicant);
    // "had accused the company of": nobody accuses himself.
    if (applicant >= 0 && frame.of === "object" && targets?.includes(applicant)) {
      targets = targets.filter((entity) => entity !== applicant);
      if (targets.length === 0) targets = this.#respondents.lastGroup.filter((entity) => entity !== applicant);
    }
    // "X has been fined 3m crowns, the authority said": who says it has done it.
    const announcer = accuser < 0 && isPassive && BENCH_VERBS.test(lemma) ? findAnnouncer(navigator, token) : -1;
    // "ordered X to stop and fined it": nobody fines itself.
    const judging = isBench ? navigator.entityAt(accuser) : -1;
    if (judging >= 0 && targets?.includes(judging)) targets = this.#findOther(accuser, token, judging);
    if (targets === undefined || (charges.length === 0 && targets.length === 0)) return undefined;
    if (lemma === "count" && isOfVerdict(navigator, token)) return undefined;
    if (navigator.isNegated(token) && !(guilt.isDenied && guilt.isTold)) return undefined;
    // "could end up accused of lying"
    const isUnreal = (frame.isLegal || lemma === "accuse") && navigator.isUnreal(token) && lemma !== "want";
    const isRespondent = targets.length > 0 && targets.every((entity) => this.#respondents.known.includes(entity));
    // "can be extradited to face charges of fraud": he is charged all the same.
    const isSet = this.#isToStandTrial(trigger);
    const isToFace = (isUnreal && isNoun && isRespondent && charges.length > 0) || isSet;
    if (isUnreal && !isToFace && wanted === undefined) return undefined;
    const isOfficial =
      isBench || (accuser >= 0 && (isProsecutorAt(navigator, accuser) || isAccusing(navigator, accuser, lemma)));
    // "pushed back against the charge of negligence": in politics.
    if (isNoun && navigator.word(token) === "charge" && !isCourtSentence(navigator, token)) {
      const { startToken } = navigator.document.sentences[navigator.sentenceOf(token)];
      let isFaced = false;
      for (let at = Math.max(startToken, token - 6); at < token; at++)
        isFaced ||= /^(face|deny|admit|plead|arrest|on)$/.test(navigator.lemma(at));
      if (!isFaced) return undefined;
    }
    const isOfLaw = isPassive ? isCourtSentence(navigator, token) : isOfficial;
    const isInCustody = isPassive && lemma === "accuse" && isHeld(navigator, token, targets);
    // "accused X of poisoning the lake and asked the court to stop it"
    const isTakenToCourt = lemma === "accuse" && accuser >= 0 && isBringing(navigator, token);
    // "a programme charged with reviewing": a task, not a crime, unless it is a person or the sentence is of the law.
    const isTask = lemma === "charge" && /ing$/.test(navigator.word(trigger.list.startToken));
    if (isTask && !targets.every((entity) => this.#holders.isPerson(entity)) && !isOfLaw) return undefined;
    const isKnown = targets.some((entity) => this.#respondents.known.includes(entity));
    // "Three more followed. All accuse the company of": whoever brings the case.
    const isByAsker =
      lemma === "accuse" &&
      (accuser >= 0 || /^(all|both|each)$/.test(navigator.word(token - 1))) &&
      isKnown &&
      findAsked(navigator, this.#moves, token) !== undefined;
    const isByApplicant = applicant >= 0 && this.#holders.listApplicants().ofStages.has(applicant);
    // "accused of" is everybody's word: it belongs to a case where prosecutor, court or applicant says so, or of a respondent.
    const isPartOfCase =
      isOfficial || isByApplicant || isByAsker || isInCustody || isTakenToCourt || (isKnown && accuser < 0);
    if (!frame.isLegal && !guilt.isTold && !isPartOfCase) {
      if (!(accuser < 0 && targets.length > 0 && isCourtSentence(navigator, token))) return undefined;
    }
    // "the bill cleared the House".
    if (lemma === "clear" && !isPassive && !isBench) return undefined;
    if (frame.isLegal && BENCH_ACTS.has(lemma) && !isNoun && !this.#isSanction(trigger)) return undefined;
    if (targets.length === 0 && (lemma === "allegation" || lemma === "accusation"))
      targets = [...this.#respondents.lastGroup];
    const stage =
      wanted !== undefined || isSet ? "requested" : isToFace ? null : this.#stageOf(trigger, isOfficial && !isBench);
    const isBrought = (isOfficial || isTakenToCourt || lemma === "sue") && !isBench;
    if (targets.length === 0) {
      // "nine suppliers were charged with fraud": names may follow.
      if (frame.isLegal && stage !== null && charges.length > 0)
        this.#keepUnnamed({
          trigger: token,
          stage,
          charges,
          applicant: isOfficial && isBrought ? applicant : -1,
          court: isBench ? benchOf(navigator, accuser) : announcer,
          bench: isBench ? (isSomeBench(navigator, accuser) ? "some" : "known") : announcer >= 0 ? "known" : undefined,
          group: findGroup(navigator, token),
        });
      return undefined;
    }
    return {
      token,
      stage,
      kind: KIND_OF_MOVE.get(lemma) ?? null,
      court: isBench ? benchOf(navigator, accuser) : announcer >= 0 ? announcer : this.#forumOf(trigger),
      bench: isBench ? (isSomeBench(navigator, accuser) ? "some" : "known") : announcer >= 0 ? "known" : undefined,
      applicant: isBrought ? applicant : -1,
      parties: targets,
      charges,
      evidence: navigator.toSpan(token, token + 1),
    };
  }

  #readTrigger(token: number, frame: ChargeFrame, sentenceEnd: number): Trigger | undefined {
    const navigator = this.#navigator;
    const { tags } = navigator.document;
    const lemma = navigator.lemma(token);
    const isNoun = tags[token] === "NOUN";
    const list = this.#lists.find(token, frame, sentenceEnd);
    if (list === undefined) return undefined;
    const { startToken, endToken } = list;
    // "a charge of 20 million dollars", "successful trials": money and experiments.
    if (lemma === "charge" && /^(NUM|SYM)$/.test(tags[startToken])) {
      // "charged with 52 breaches of the rules"
      const isCounted = tags[startToken + 1] === "NOUN" && navigator.word(startToken + 2) === "of";
      if (!isCounted && !/^(counts?|of)$/.test(navigator.word(startToken + 1))) return undefined;
    }
    if (navigator.word(token) === "trials") return undefined;
    // "those responsible for the fire": whoever they are.
    const isAnybody = /^(those|people|anyone|everyone|persons|parties|all)$/.test(navigator.word(token - 1));
    // "All accuse the company": whoever sues.
    if (isAnybody && navigator.word(token) !== "accuse") return undefined;
    if (isNoun && PENALTIES.has(lemma)) {
      const verb = this.#findPenaltyVerb(token);
      if (!this.#isImposed(token) || navigator.isUnreal(verb) || navigator.isNegated(verb)) return undefined;
      // "impose penalties on those caught"
      // "was promptly handed a ban" is done to its subject, whatever the tree says.
      const isDone = [1, 2].some((step) => /^(was|were|been|be|is|are|being)$/.test(navigator.word(verb - step)));
      const isByImposer = /^(impose|levy|issue|hand|deliver|pass)$/.test(navigator.lemma(verb)) && !isDone;
      if (isByImposer && list.parties.length === 0) return undefined;
    }
    if (lemma === "admit" && !isCourtSentence(navigator, token)) return undefined;
    if (lemma === "want" && !this.#isWantedByLaw(token, startToken)) return undefined;
    const read = startToken < sentenceEnd ? readCharges(navigator, startToken, endToken) : undefined;
    const guilt = readGuilt(navigator, this.#respondents, token);
    const isSaidOf = SAID_OF.test(navigator.word(token)) && frame.prepositions.has(navigator.word(token + 1));
    const isPassive = frame.of === "object" && (isSaidOf || navigator.isPassive(token));
    return { token, lemma, frame, isNoun, sentenceEnd, list, read, guilt, isPassive };
  }

  /** Of whom the charges are; `undefined` where that is told elsewhere. */
  #findTargets(
    { token, lemma, frame, list, read, guilt, isPassive, sentenceEnd }: Trigger,
    accuser: number,
  ): number[] | undefined {
    const holders = this.#holders;
    if (frame.of === "object") {
      const found = holders.findOfVerb(token, frame, list.parties, isPassive, accuser);
      return found === undefined
        ? undefined
        : holders.keepAble(found, isPassive || this.#navigator.findObject(token) >= 0);
    }
    if (guilt.parties.length > 0) return [...guilt.parties];
    if (/^(conviction|acquittal)$/.test(lemma)) {
      const found = holders.findConvicted(token);
      if (found.length > 0) return found;
    }
    const relative = guilt.isTold ? findOfRelative(this.#navigator, token) : -1;
    if (relative >= 0) return holders.keepAble([relative], false);
    const before = guilt.isTold ? this.#respondents.resolveBefore(token) : [];
    // "charges of A and B were laid against X"
    const behind =
      read === undefined || frame.stage === null
        ? []
        : this.#lists.partiesBehindAgainst(read.endToken - 1, sentenceEnd);
    const found = [list.parties, behind, before].find(({ length }) => length > 0) ?? holders.findHolder(token);
    const targets = holders.keepAble(found, false);
    if (guilt.isTold && targets.length === 0) return findUnnamed(this.#navigator, holders.subjectOf(token));
    return targets;
  }

  #stageOf({ token, lemma, frame, guilt, isNoun }: Trigger, isByAccuser: boolean): Stage | null {
    if (guilt.isTold) return guilt.isDenied && guilt.isPlea ? "requested" : "ended";
    // Prosecutors who accuse somebody bring a case.
    if (lemma === "accuse" && isByAccuser) return "requested";
    // "is facing a prison term"
    return isNoun && PENALTIES.has(lemma) && this.#penaltyVerb(token) === "face" ? "requested" : frame.stage;
  }

  /** "Among those charged are A and B", "the three accused were named as A, B and C": the names of people charged before. */
  findNames(trigger: number, sentenceEnd: number): MoveDraft | undefined {
    const navigator = this.#navigator;
    const { startToken } = navigator.document.sentences[navigator.sentenceOf(trigger)];
    const listed = findRespondents(navigator, trigger, sentenceEnd);
    if (listed !== undefined) return listed;
    if (this.#unnamed === undefined || trigger - startToken > MAX_TO_NAMES) return undefined;
    const isAmong = navigator.word(startToken) === "among";
    for (let token = trigger + 1; token < Math.min(sentenceEnd - 1, trigger + MAX_TO_NAMES); token++) {
      const isNaming = /^(named|identified|include|includes|included)$/.test(navigator.word(token));
      if (!isNaming && !(isAmong && /^(are|were|is|was)$/.test(navigator.word(token)))) continue;
      const from = navigator.word(token + 1) === "as" ? token + 2 : token + 1;
      const { entities } = this.#respondents.resolveList(from, true);
      const parties = entities.filter((entity) => this.#respondents.mayRespond(entity));
      if (parties.length === 0) return undefined;
      const { charges, applicant, stage, trigger: first } = this.#unnamed;
      this.#unnamed = { ...this.#unnamed, group: -1 };
      this.#isNamed = true;
      const evidence = navigator.toSpan(first, first + 1);
      return { token: trigger, stage, kind: null, court: -1, applicant, parties, charges, evidence };
    }
    return undefined;
  }

  /** The first are kept, unless only later words tell of how many people. */
  #keepUnnamed(unnamed: Unnamed): void {
    if (this.#unnamed === undefined || (this.#unnamed.group < 0 && unnamed.group >= 0 && !this.#isNamed))
      this.#unnamed = unnamed;
  }

  /** "Two former managers were charged with fraud": people who are named nowhere, once the whole report has been read. */
  findNameless(): MoveDraft | undefined {
    if (this.#unnamed === undefined || this.#unnamed.group < 0) return undefined;
    const { charges, applicant, court, bench, stage, trigger: token, group } = this.#unnamed;
    const evidence = this.#navigator.toSpan(token, token + 1);
    return { token, stage, kind: null, court, bench, applicant, parties: [group], charges, evidence };
  }

  /** "was suspended by the committee", "has been banned for four years": not the book, and not from the room. */
  #isSanction({ token, lemma, sentenceEnd, isPassive }: Trigger): boolean {
    const navigator = this.#navigator;
    // "The party, which expelled X in 2020": who is no court sits not in judgement.
    const agent = isPassive ? -1 : navigator.findAgent(token);
    if (agent >= 0 && lemma === "reprimand") return benchOf(navigator, agent) >= 0;
    if (agent >= 0 && !isCourt(navigator, agent) && !/^(ban|suspend)$/.test(lemma)) return false;
    if (isCourtSentence(navigator, token)) return true;
    if (!/^(ban|suspend)$/.test(lemma)) return false;
    // "has suspended the striker for ten months for betting"
    for (let at = token + 1; at < Math.min(sentenceEnd, token + MAX_TO_TERM); at++) {
      if (navigator.word(at) !== "for") continue;
      return navigator.document.tags[at + 1] === "NUM" || /^(life|a)$/.test(navigator.word(at + 1));
    }
    return false;
  }

  /** "received an eight-year ban", "was given a life sentence", "is serving a prison term". */
  #isImposed(noun: number): boolean {
    const verb = this.#penaltyVerb(noun);
    // Games have penalties too.
    if (this.#navigator.lemma(noun) === "penalty") return /^(impose|levy|issue)$/.test(verb);
    return /^(give|hand|receive|get|serve|impose|begin|draw|face|levy|deliver|pass|issue)$/.test(verb);
  }

  /** Where it is brought, "sued X in the court of Arden", "on trial before a court in Arden", or who imposed it; -1 for none told. */
  #forumOf(trigger: Trigger): number {
    const { token, lemma, isNoun, sentenceEnd } = trigger;
    if (lemma === "sue" || (lemma === "trial" && isNoun)) return findForum(this.#navigator, token, sentenceEnd, false);
    return isNoun ? this.#imposedBy(trigger) : -1;
  }

  /** Whom the words between a bench and its verb name: "ordered X to stop and fined it". */
  #findOther(accuser: number, verb: number, judging: number): number[] {
    const before = this.#holders.findNamedBefore(verb).filter((entity) => entity !== judging);
    if (before.length > 0) return before;
    const { entityOf } = this.#navigator.document;
    const between = this.#navigator
      .mentionsIn(accuser + 1, verb)
      .filter(({ by }) => by === "name")
      .map(({ index }) => entityOf[index])
      .filter((entity) => entity !== judging && this.#respondents.mayRespond(entity));
    return between.slice(0, 1);
  }

  /** "will stand trial before a special court for": a trial that is set is one of somebody who is charged. */
  #isToStandTrial({ token, lemma, read }: Trigger): boolean {
    const navigator = this.#navigator;
    if (lemma !== "trial" || (read?.charges.length ?? 0) === 0) return false;
    const verb = navigator.word(token - 1) === "on" ? token - 2 : token - 1;
    if (!/^(stand|go|face)$/.test(navigator.lemma(verb))) return false;
    return (
      /^(will|to|due|set)$/.test(navigator.word(verb - 1)) &&
      !/^(have|had|refuse|refused|unfit|able|fit|likely|want|wants|wanted|ready)$/.test(navigator.word(verb - 2))
    );
  }

  /** "The authority imposed a fine", "a warning from the commission for": the body before the verb, or between penalty and charges; -1 for none. */
  #imposedBy({ token, lemma, list }: Trigger): number {
    const { resolvedEntities, entityOf } = this.#navigator.document;
    if (!PENALTIES.has(lemma)) return -1;
    const verb = this.#findPenaltyVerb(token);
    if (/^(impose|hand|issue|levy|give|slap|deliver|pass)$/.test(this.#navigator.lemma(verb))) {
      const agent = this.#navigator.findAgent(verb);
      if (agent >= 0) return benchOf(this.#navigator, agent);
    }
    for (const { phraseStart, index } of this.#navigator.mentionsIn(token + 1, list.startToken)) {
      const body = resolvedEntities[entityOf[index]];
      if (this.#hasVerb(token + 1, phraseStart)) return -1;
      if (!/^(by|from)$/.test(this.#navigator.word(phraseStart - 1)) || body === undefined) continue;
      if (body.isNamed && /^(court|organisation)$/.test(body.kind)) return body.index;
    }
    return -1;
  }

  #hasVerb(startToken: number, endToken: number): boolean {
    return this.#navigator.document.tags.slice(startToken, endToken).includes("VERB");
  }

  /** The lemma of the verb that a penalty is the object of; empty for none. */
  #penaltyVerb(noun: number): string {
    const verb = this.#findPenaltyVerb(noun);
    return verb < 0 ? "" : this.#navigator.lemma(verb);
  }

  /** By the order of the words; -1 for none. */
  #findPenaltyVerb(noun: number): number {
    const navigator = this.#navigator;
    const { tags } = navigator.document;
    let verb = noun - 1;
    while (
      verb > noun - 9 &&
      navigator.word(verb) !== "," &&
      (/^(DET|NUM|ADJ|NOUN|PUNCT|ADP)$/.test(tags[verb]) || /^(down|out)$/.test(navigator.word(verb)))
    )
      verb -= 1;
    return tags[verb] === "VERB" ? verb : -1;
  }

  /** "wanted on charges of", "wanted by police over": not wanted for a film. */
  #isWantedByLaw(trigger: number, listStart: number): boolean {
    const navigator = this.#navigator;
    if (!navigator.isPassive(trigger)) return false;
    const isCharged = /^(charge|count|suspicion|allegation|crime|offence|offense|alleged|connection)$/;
    for (let token = trigger; token < listStart + 3; token++) if (isCharged.test(navigator.lemma(token))) return true;
    const { startToken, endToken } = navigator.document.sentences[navigator.sentenceOf(trigger)];
    for (let token = startToken; token < endToken; token++)
      if (/^(extradite|extradition|warrant|fugitive)$/.test(navigator.lemma(token))) return true;
    return isCourtSentence(navigator, trigger);
  }
}
