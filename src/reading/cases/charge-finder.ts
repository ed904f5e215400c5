/** Finds charges with whom they are of: "accused X, Y and Z of A and B", "the charges against X include A". */
import type { Mention } from "../mention.ts";
import type { Stage } from "./case-draft.ts";
import { ChargeListFinder } from "./charge-list.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import { findUnnamed } from "./find-unnamed.ts";
import { courtOf, isCourt, isCourtSentence, isJudge, isProsecutorAt } from "./legal-bench.ts";
import type { MoveDraft } from "./legal-move.ts";
import { type ChargeFrame, KIND_OF_MOVE, PENALTIES } from "./legal-words.ts";
import { readCharges } from "./read-charges.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

/** From "those charged" to their names. */
const MAX_TO_NAMES = 6;
export class ChargeFinder {
  readonly #navigator: ClauseNavigator;
  readonly #respondents: RespondentFinder;
  readonly #lists: ChargeListFinder;
  /** Moves found so far, in text order; another finder adds to them. */
  readonly #moves: readonly MoveDraft[];

  /** Charges of people whom the report has not named yet. */
  #unnamed: (Pick<MoveDraft, "charges" | "applicant"> & { trigger: number; stage: Stage }) | undefined;

  readonly #applicants = { all: new Set<number>(), ofStages: new Set<number>() };
  /** Moves whose applicants are listed. */
  #listed = 0;

  constructor(navigator: ClauseNavigator, respondents: RespondentFinder, moves: readonly MoveDraft[]) {
    this.#navigator = navigator;
    this.#respondents = respondents;
    this.#lists = new ChargeListFinder(navigator, respondents);
    this.#moves = moves;
  }

  /** What a word that introduces charges says, where it does; the sentences before must have been read. */
  find(trigger: number, frame: ChargeFrame, sentenceEnd: number): MoveDraft | undefined {
    const navigator = this.#navigator;
    const lemma = navigator.lemma(trigger);
    const isNoun = navigator.document.tags[trigger] === "NOUN";
    const list = this.#lists.find(trigger, frame, sentenceEnd);
    if (list === undefined) return undefined;
    // "a charge of 20 million dollars", "successful trials": money and experiments.
    if (lemma === "charge" && /^(NUM|SYM)$/.test(navigator.document.tags[list.startToken])) {
      if (!/^counts?$/.test(navigator.word(list.startToken + 1)) && navigator.word(list.startToken + 1) !== "of")
        return undefined;
    }
    if (navigator.word(trigger) === "trials") return undefined;
    if (isNoun && PENALTIES.has(lemma) && !this.#isImposed(trigger)) return undefined;
    const read = list.startToken < sentenceEnd ? readCharges(navigator, list.startToken, list.endToken) : undefined;
    const charges = read?.charges ?? [];
    // "a programme charged with reviewing": a task, not a crime, unless it is a person or the sentence is of the law.
    const isTask = lemma === "charge" && /ing$/.test(navigator.word(list.startToken));
    if (lemma === "want" && !this.#isWantedByLaw(trigger, list.startToken)) return undefined;

    const isDenied = lemma === "guilty" && navigator.word(trigger - 1) === "not";
    const plea = navigator.word(trigger - (isDenied ? 2 : 1));
    const isFoundGuilty = lemma === "guilty" && /^(found|ruled|pleaded|pleads|plead|pleading|pled)$/.test(plea);
    let accuser = -1;
    let targets: number[] = [];
    if (frame.of === "object") {
      const object = navigator.findObject(trigger);
      targets = this.#respondents.resolveAt(object);
      // Trees lose the ends of long lists; the order of the words does not.
      if (!navigator.isPassive(trigger) && list.parties.length > targets.length) targets = [...list.parties];
      if (targets.length === 0 && list.parties.length > 0) targets = [...list.parties];
      if (!navigator.isPassive(trigger) && object < 0) targets = [...list.parties];
      if (navigator.isPassive(trigger) && targets.length === 0 && object < 0)
        targets = this.#respondents.resolveBefore(trigger);
      if (navigator.isPassive(trigger) && object >= 0 && object < trigger) {
        const listed = this.#respondents.resolveBefore(trigger);
        if (listed.length > targets.length) targets = listed;
        if (targets.length === 0 && frame.isLegal) targets = findUnnamed(navigator, navigator.mentionAt(object));
        // "the scheme that involved X were sentenced": the subject lies further off.
        if (targets.length === 1 && navigator.isPlural(trigger) && this.#isPerson(targets[0])) return undefined;
      }
      accuser = navigator.findAgent(trigger);
      // "a complaint against X at the body, which it accused of": the pronoun alone does not say whom.
      if (targets.length === 0 && /^(which|who|whom)$/.test(navigator.word(object)))
        targets = this.#findNamedBefore(trigger);
    } else {
      const before = isFoundGuilty ? this.#respondents.resolveBefore(trigger) : [];
      // "charges of A and B were laid against X"
      const behind =
        read === undefined || frame.stage === null
          ? []
          : this.#lists.partiesBehindAgainst(read.endToken - 1, sentenceEnd);
      targets =
        list.parties.length > 0
          ? [...list.parties]
          : behind.length > 0
            ? [...behind]
            : before.length > 0
              ? before
              : this.#findHolder(trigger);
    }
    targets = targets.filter((entity) => this.#respondents.mayRespond(entity));
    // "Judge X found no count of": who judges is not accused, unless the words do it to him.
    if (frame.of === "subject" || !navigator.isPassive(trigger))
      targets = targets.filter((entity) => !isJudge(navigator, entity));
    if (isFoundGuilty && targets.length === 0) targets = findUnnamed(navigator, this.#subjectOf(trigger));
    if (charges.length === 0 && targets.length === 0) return undefined;
    if (
      (navigator.isNegated(trigger) && !(isDenied && isFoundGuilty)) ||
      (frame.isLegal && navigator.isUnreal(trigger) && lemma !== "want")
    )
      return undefined;
    // Whoever fines sits in judgement, by whatever name.
    const isBench = accuser >= 0 && (isCourt(navigator, accuser) || /^(fine|ban)$/.test(lemma));
    const applicant = accuser >= 0 && !isBench ? navigator.subjectEntity(accuser) : -1;
    const isOfficial = isBench || (accuser >= 0 && isProsecutorAt(navigator, accuser));
    const isOfLaw = navigator.isPassive(trigger) ? isCourtSentence(navigator, trigger) : isOfficial;
    if (isTask && !targets.every((entity) => this.#isPerson(entity)) && !isOfLaw) return undefined;
    const isKnown = targets.some((entity) => this.#respondents.known.includes(entity));
    const isByApplicant = applicant >= 0 && this.#listApplicants().ofStages.has(applicant);
    // "accused of" is everybody's word: it belongs to a case where prosecutor, court or applicant says so, or of a respondent.
    if (!frame.isLegal && !isOfficial && !isByApplicant && !(isKnown && accuser < 0)) {
      if (!(accuser < 0 && targets.length > 0 && isCourtSentence(navigator, trigger))) return undefined;
    }
    // "the bill cleared the House".
    if (lemma === "clear" && !navigator.isPassive(trigger) && !isBench) return undefined;
    if (frame.isLegal && lemma === "ban" && !isNoun && !isCourtSentence(navigator, trigger)) return undefined;
    if (targets.length === 0 && (lemma === "allegation" || lemma === "accusation"))
      targets = [...this.#respondents.lastGroup];
    if (targets.length === 0) {
      // "nine suppliers were charged with fraud": names may follow.
      if (frame.isLegal && frame.stage !== null && charges.length > 0)
        this.#unnamed ??= { trigger, stage: frame.stage, charges, applicant: isOfficial && !isBench ? applicant : -1 };
      return undefined;
    }
    return {
      token: trigger,
      stage: isFoundGuilty ? (isDenied && plea !== "found" ? "requested" : "ended") : frame.stage,
      kind: KIND_OF_MOVE.get(lemma) ?? null,
      court: isBench ? courtOf(navigator, accuser) : -1,
      applicant: (isOfficial || lemma === "sue") && !isBench ? applicant : -1,
      parties: targets,
      charges,
      evidence: navigator.toSpan(trigger, trigger + 1),
    };
  }

  /** "Among those charged are A and B", "the three accused were named as A, B and C": the names of people charged before. */
  findNames(trigger: number, sentenceEnd: number): MoveDraft | undefined {
    const navigator = this.#navigator;
    const { startToken } = navigator.document.sentences[navigator.sentenceOf(trigger)];
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
      const evidence = navigator.toSpan(first, first + 1);
      return { token: trigger, stage, kind: null, court: -1, applicant, parties, charges, evidence };
    }
    return undefined;
  }

  /** "received an eight-year ban", "was given a life sentence", "is serving a prison term". */
  #isImposed(noun: number): boolean {
    const navigator = this.#navigator;
    const { tags } = navigator.document;
    let verb = noun - 1;
    while (verb > noun - 9 && /^(DET|NUM|ADJ|NOUN|PUNCT|ADP)$/.test(tags[verb]) && navigator.word(verb) !== ",")
      verb -= 1;
    return tags[verb] === "VERB" && /^(give|hand|receive|get|serve|impose|begin|draw)$/.test(navigator.lemma(verb));
  }

  /** The phrase of whoever was found guilty or pleads. */
  #subjectOf(trigger: number): Mention | undefined {
    const navigator = this.#navigator;
    for (let at = trigger, steps = 0; at >= 0 && steps < 3; at = navigator.document.heads[at], steps++) {
      const subject = navigator.childWith(at, /^nsubj/);
      if (subject >= 0) return navigator.mentionAt(subject);
    }
    return undefined;
  }

  #isPerson(entity: number): boolean {
    return this.#navigator.document.resolvedEntities[entity].kind === "person";
  }

  /** "wanted on charges of", "wanted by police over": not wanted for a film. */
  #isWantedByLaw(trigger: number, listStart: number): boolean {
    const navigator = this.#navigator;
    if (!navigator.isPassive(trigger)) return false;
    const isCharged = /^(charge|count|suspicion|allegation|crime|offence|offense|alleged|connection)$/;
    for (let token = trigger; token < listStart + 3; token++) if (isCharged.test(navigator.lemma(token))) return true;
    return isCourtSentence(navigator, trigger);
  }

  /** Whose the charges are by the clause around: its subject, or the passive's; else those named in the sentence as respondents. */
  #findHolder(trigger: number): number[] {
    const navigator = this.#navigator;
    const { heads, tags } = navigator.document;
    for (let token = trigger - 1; token > trigger - 8 && token >= 0 && tags[token] !== "SCONJ"; token--) {
      const found = this.#respondents.resolveNumber(token);
      if (found.length > 0) return found;
    }
    let at = trigger;
    for (let steps = 0; steps < 6 && at >= 0; steps++) {
      const subject = navigator.childWith(at, /^nsubj/);
      if (subject >= 0 && subject !== trigger) {
        const real = /^(who|which|that)$/.test(navigator.word(subject)) ? heads[at] : subject;
        const found = this.#respondents.resolveAt(real).filter((entity) => this.#respondents.mayRespond(entity));
        if (found.length > 0 && !this.#isApplicant(found)) return found;
        // "his indictment includes charges of"
        if (/^(indictment|trial)$/.test(navigator.lemma(real))) {
          const owner = this.#respondents.resolveOwner(real);
          if (owner.length > 0) return owner;
        }
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
    return this.#findNamedBefore(trigger);
  }

  /** The parties of the last move that the sentence told before. */
  #findNamedBefore(trigger: number): number[] {
    const { sentences } = this.#navigator.document;
    const { startToken } = sentences[this.#navigator.sentenceOf(trigger)];
    for (let last = this.#moves.length - 1; last >= 0 && this.#moves[last].token >= startToken; last--) {
      const { token, parties } = this.#moves[last];
      if (token < trigger && parties.length > 0) return [...parties];
    }
    return [];
  }

  /** Of the moves found so far: all who bring a case, and those of them whose move has a stage. */
  #listApplicants(): { readonly all: Set<number>; readonly ofStages: Set<number> } {
    for (; this.#listed < this.#moves.length; this.#listed++) {
      const { applicant, stage } = this.#moves[this.#listed];
      if (applicant < 0) continue;
      this.#applicants.all.add(applicant);
      if (stage !== null) this.#applicants.ofStages.add(applicant);
    }
    return this.#applicants;
  }

  #isApplicant(entities: readonly number[]): boolean {
    return entities.length === 1 && this.#listApplicants().all.has(entities[0]);
  }
}
