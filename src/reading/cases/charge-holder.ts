/** Whose charges they are: the object or the passive's subject of a verb, the subject of the clause around a noun, a pronoun's party. */
import type { Mention } from "../mention.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import { findUnnamed } from "./find-unnamed.ts";
import { isJudge } from "./legal-bench.ts";
import type { MoveDraft } from "./legal-move.ts";
import type { ChargeFrame } from "./legal-words.ts";
import type { RespondentFinder } from "./respondent-finder.ts";

const SAYING = /^(say|tell|add|announce|argue|claim|call|write|insist|complain|maintain|warn)$/;

/** From "which" over the subject to "accuse". */
const MAX_TO_RELATIVE = 6;

export class ChargeHolderFinder {
  readonly #navigator: ClauseNavigator;
  readonly #respondents: RespondentFinder;
  /** Moves found so far, in text order. */
  readonly #moves: readonly MoveDraft[];
  readonly #applicants = { all: new Set<number>(), ofStages: new Set<number>() };
  /** Moves whose applicants are listed. */
  #listed = 0;

  constructor(navigator: ClauseNavigator, respondents: RespondentFinder, moves: readonly MoveDraft[]) {
    this.#navigator = navigator;
    this.#respondents = respondents;
    this.#moves = moves;
  }

  /**
   * Who is accused by a verb.
   *
   * @param listed Those named between the verb and its charges.
   * @param isPassive Whether it is done to its subject.
   * @returns `undefined` where the words mean somebody who is not told here.
   */
  findOfVerb(
    trigger: number,
    frame: ChargeFrame,
    listed: readonly number[],
    isPassive: boolean,
    accuser: number,
  ): number[] | undefined {
    const navigator = this.#navigator;
    const object = navigator.findObject(trigger);
    let targets = this.#respondents.resolveAt(object);
    // "accusing it of": who accuses is not meant.
    if (accuser >= 0 && /^(it|them|him|her)$/.test(navigator.word(object))) {
      targets = targets.filter((entity) => entity !== accuser);
      if (targets.length === 0) return this.findNamedBefore(trigger);
    }
    // "accusing its neighbour of": whom the applicant has just brought to court.
    const asking = accuser < 0 ? -1 : navigator.entityAt(accuser);
    if (targets.length === 0 && /ing$/.test(navigator.word(trigger)) && this.listApplicants().ofStages.has(asking))
      return this.findNamedBefore(trigger);
    // "Norland accuses its neighbour of": against whom it has brought the case.
    const isDescribed = navigator.mentionAt(object)?.by === "description";
    if (targets.length === 0 && isDescribed && !isPassive && this.listApplicants().ofStages.has(asking)) {
      const brought = this.#moves.findLast(({ applicant, parties }) => applicant === asking && parties.length > 0);
      if (brought !== undefined) return [...brought.parties];
    }
    if (!isPassive) {
      // Trees lose the ends of long lists; the order of the words does not.
      if (listed.length > targets.length || object < 0) targets = [...listed];
      if (targets.length === 0 && object < 0) targets = this.#findRelative(trigger);
    } else {
      if (targets.length === 0 && listed.length > 0) targets = [...listed];
      if (targets.length === 0 && object < 0) targets = this.#respondents.resolveBefore(trigger);
      if (object >= 0 && object < trigger) {
        const before = this.#respondents.resolveBefore(trigger);
        if (before.length > targets.length) targets = before;
        if (targets.length === 0 && frame.isLegal) targets = findUnnamed(navigator, navigator.mentionAt(object));
        // "the scheme that involved X were sentenced": the subject lies further off.
        if (targets.length === 1 && navigator.isPlural(trigger) && this.isPerson(targets[0])) return undefined;
      }
      if (targets.length === 0) targets = this.#findApposed(trigger);
      // "X went on trial on Monday accused of"
      if (targets.length === 0 && object < 0) targets = this.#findSubject(trigger);
    }
    // "a complaint against X at the body, which it accused of": the pronoun alone does not say whom.
    if (targets.length === 0 && /^(which|who|whom)$/.test(navigator.word(object))) return this.findNamedBefore(trigger);
    return targets;
  }

  /** "the carmaker X, which they accuse of": whom the relative pronoun before the subject means. */
  #findRelative(trigger: number): number[] {
    const navigator = this.#navigator;
    for (let token = trigger - 1; token > trigger - MAX_TO_RELATIVE && token >= 0; token--) {
      if (/^[,.;:]$/.test(navigator.word(token))) return [];
      if (!/^(which|whom|who|that)$/.test(navigator.word(token)) || token === trigger - 1) continue;
      return this.#respondents.resolveAt(token).filter((entity) => this.#respondents.mayRespond(entity));
    }
    return [];
  }

  /** The subject of the clause that a participle adds to. */
  #findSubject(trigger: number): number[] {
    const navigator = this.#navigator;
    const { heads, relations } = navigator.document;
    let at = trigger;
    for (let steps = 0; steps < 3 && /^(advcl|xcomp|ccomp|acl|obl|nmod)/.test(relations[at]); steps++) {
      at = heads[at];
      const subject = navigator.childWith(at, /^nsubj/);
      if (subject >= 0 && subject < trigger) return this.#respondents.resolveAt(subject);
    }
    return [];
  }

  /** "The trial of X, accused of": whom the words right before the comma name. */
  #findApposed(trigger: number): number[] {
    const { mentions, entityOf } = this.#navigator.document;
    if (this.#navigator.word(trigger - 1) !== ",") return [];
    const mention = this.#navigator.mentionAt(trigger - 2);
    if (mention?.endToken !== trigger - 1 || mentions[mention.index].by !== "name") return [];
    return [entityOf[mention.index]];
  }

  /** The phrase of whoever was found guilty or pleads. */
  subjectOf(trigger: number): Mention | undefined {
    const navigator = this.#navigator;
    for (let at = trigger, steps = 0; at >= 0 && steps < 3; at = navigator.document.heads[at], steps++) {
      const subject = navigator.childWith(at, /^nsubj/);
      if (subject >= 0) return navigator.mentionAt(subject);
    }
    return undefined;
  }

  isPerson(entity: number): boolean {
    return this.#navigator.document.resolvedEntities[entity].kind === "person";
  }

  /**
   * Those who may answer for charges; "Judge X found no count of": who judges is not accused, unless the words do it to him or
   * accuse others with him.
   */
  keepAble(targets: readonly number[], isDoneTo: boolean): number[] {
    const able = targets.filter((entity) => this.#respondents.mayRespond(entity));
    const isAccused = isDoneTo || able.some((entity) => !isJudge(this.#navigator, entity));
    return isAccused ? able : [];
  }

  /** Whose the charges are by the clause around: its subject, or the passive's; else those named in the sentence as respondents. */
  findHolder(trigger: number): number[] {
    const navigator = this.#navigator;
    const { heads, tags } = navigator.document;
    for (let token = trigger - 1; token > trigger - 8 && token >= 0 && tags[token] !== "SCONJ"; token--) {
      const found = this.#respondents.resolveNumber(token);
      if (found.length > 0) return found;
    }
    // "his prosecution on charges of": whose it is.
    for (let noun = trigger - 1; noun > trigger - 4 && noun > 0; noun--)
      if (/^(prosecution|trial|arrest|detention|extradition|indictment)$/.test(navigator.word(noun))) {
        const owner = this.#respondents.resolveOwner(noun);
        if (owner.length > 0) return owner;
      }
    let at = trigger;
    for (let steps = 0; steps < 6 && at >= 0; steps++) {
      const subject = navigator.childWith(at, /^nsubj/);
      if (subject >= 0 && subject !== trigger) {
        const real = /^(who|which|that)$/.test(navigator.word(subject)) ? heads[at] : subject;
        let found = this.#respondents.resolveAt(real).filter((entity) => this.#respondents.mayRespond(entity));
        // "the firm and its owner X, who faces": a person is meant, the last.
        if (navigator.word(subject) === "who" && !(found.length > 0 && found.every((entity) => this.isPerson(entity))))
          found = this.#respondents.resolveAt(subject).filter((entity) => this.#respondents.mayRespond(entity));
        if (found.length > 0 && !this.#isApplicant(found)) return found;
        // "his indictment includes charges of"
        if (/^(indictment|trial)$/.test(navigator.lemma(real))) {
          const owner = this.#respondents.resolveOwner(real);
          if (owner.length > 0) return owner;
        }
      }
      // "X told the station that the trial had been": who says so is not meant.
      const isSaid = at !== trigger && /^(ccomp|parataxis)/.test(navigator.document.relations[at]);
      if (isSaid && heads[at] >= 0 && SAYING.test(navigator.lemma(heads[at]))) break;
      if (tags[at] === "VERB") {
        // "On Monday Brule faced": trees take him for part of the day.
        const before = subject < 0 ? this.#respondents.resolveAt(at - 1) : [];
        if (before.length > 0 && tags[at - 1] === "PROPN") return before;
        const object = navigator.findObject(at);
        if (object >= 0 && object !== trigger) {
          const found = this.#respondents.resolveAt(object).filter((entity) => this.#respondents.mayRespond(entity));
          if (found.length > 0) return found;
        }
      }
      at = heads[at];
    }
    return this.findNamedBefore(trigger);
  }

  /** "X's conviction for fraud", "the conviction of X for fraud". */
  findConvicted(trigger: number): number[] {
    const owner = this.#respondents.resolveOwner(trigger);
    if (owner.length > 0 || this.#navigator.word(trigger + 1) !== "of") return owner;
    return this.keepAble(this.#respondents.resolveList(trigger + 2).entities, true);
  }

  /** The parties of the last move that the sentence told before. */
  findNamedBefore(trigger: number): number[] {
    const { sentences } = this.#navigator.document;
    const { startToken } = sentences[this.#navigator.sentenceOf(trigger)];
    for (let last = this.#moves.length - 1; last >= 0 && this.#moves[last].token >= startToken; last--) {
      const { token, parties } = this.#moves[last];
      if (token < trigger && parties.length > 0) return [...parties];
    }
    return [];
  }

  /** "guilty on six of eight counts, including murder": whether a word before in the sentence has told the same charges. */
  isListTold(trigger: number, charges: MoveDraft["charges"]): boolean {
    const { startToken } = this.#navigator.document.sentences[this.#navigator.sentenceOf(trigger)];
    const starts = new Set(charges.map(({ evidence }) => evidence.start));
    return this.#moves.some(
      (move) =>
        move.token >= startToken &&
        move.token < trigger &&
        move.charges.some(({ evidence }) => starts.has(evidence.start)),
    );
  }

  /** Of the moves found so far: all who bring a case, and those of them whose move has a stage. */
  listApplicants(): { readonly all: ReadonlySet<number>; readonly ofStages: ReadonlySet<number> } {
    for (; this.#listed < this.#moves.length; this.#listed++) {
      const { applicant, stage } = this.#moves[this.#listed];
      if (applicant < 0) continue;
      this.#applicants.all.add(applicant);
      if (stage !== null) this.#applicants.ofStages.add(applicant);
    }
    return this.#applicants;
  }

  #isApplicant(entities: readonly number[]): boolean {
    return entities.length === 1 && this.listApplicants().all.has(entities[0]);
  }
}
