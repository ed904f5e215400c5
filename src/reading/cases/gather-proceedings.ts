/**
 * Puts the moves of a report into proceedings: the same court, or none, and respondents in common.
 *
 * Of several proceedings that a move fits, the one told of first takes it. What is looked up per move is kept by party, court
 * and kind, so that a report with many proceedings costs no more a move than one with few.
 */
import { insertSorted } from "../link-names.ts";
import type { ResolvedEntity } from "../resolve-mentions.ts";
import type { LegalMove } from "./legal-move.ts";

/** So near stands what a report tells of another proceeding of the same kind. */
export const MAX_SENTENCES_TO_NEXT = 2;

/** So near stands what a report tells of others who stood in the same trial. */
const MAX_SENTENCES_IN_TRIAL = 8;

/** Kinds of proceedings in which nobody is accused of a crime. */
const CIVIL_KINDS: ReadonlySet<string | null> = new Set([
  "lawsuit",
  "complaint",
  "petition",
  "challenge",
  "injunction",
]);

interface Proceeding {
  court: number;
  readonly parties: Set<number>;
  readonly moves: LegalMove[];
}

/**
 * @param moves In text order.
 * @returns The moves of each proceeding that a move of it tells a stage of, in the order in which they are first told of.
 */
export function gatherProceedings(entities: readonly ResolvedEntity[], moves: readonly LegalMove[]): LegalMove[][] {
  const gatherer = new ProceedingGatherer(entities);
  for (const move of moves) gatherer.add(move);
  const told = gatherer.proceedings.filter(({ moves: own }) => own.some(({ stage }) => stage !== null));
  return joinPartyless(entities, told).map(({ moves: own }) => own.sort((a, b) => a.token - b.token));
}

/** Courts that hear what others have decided. */
const ABOVE = /\b(supreme|appeals?|appellate|cassation|circuit|constitutional)\b/i;

/**
 * What is told without parties belongs to the one proceeding of its court; and where a report tells of two, before a court
 * above and one below, to the other.
 */
function joinPartyless(entities: readonly ResolvedEntity[], proceedings: readonly Proceeding[]): Proceeding[] {
  const isAbove = ({ court }: Proceeding): boolean => court >= 0 && ABOVE.test(entities[court].name);
  const kept: Proceeding[] = [];
  for (const proceeding of proceedings) {
    const { court, parties, moves } = proceeding;
    const others = proceedings.filter((other) => other !== proceeding && court >= 0 && other.court === court);
    const [other] = others.length > 0 ? others : proceedings.filter((each) => each !== proceeding);
    const isSameCourt = others.length === 1 && other.parties.size > 0;
    // Who was convicted goes to the court above.
    const applicants = new Set(moves.map(({ applicant }) => applicant).filter((applicant) => applicant >= 0));
    const own = proceedings.filter((each) => each !== proceeding && [...applicants].some((a) => each.parties.has(a)));
    if (parties.size === 0 && applicants.size === 1 && own.length === 1 && court >= 0) {
      own[0].moves.push(...moves);
      continue;
    }
    const isBelow =
      proceedings.length === 2 && court >= 0 && other.court !== court && (isAbove(other) || isAbove(proceeding));
    // "The opposition has asked the court above to annul the vote": an affair of its own.
    const isApart = moves.some(
      ({ stage, applicant }) => stage === "requested" && applicant >= 0 && !other?.parties.has(applicant),
    );
    const isTwofold =
      other !== undefined &&
      other.parties.size === 0 &&
      other.moves.some(({ stage, applicant }) => stage === "requested" && applicant >= 0) &&
      ![...moves, ...other.moves].some(({ stage }) => stage === "appealed");
    if (parties.size === 0 && (isSameCourt || (isBelow && !isApart && !isTwofold))) other.moves.push(...moves);
    else kept.push(proceeding);
  }
  return kept;
}

class ProceedingGatherer {
  readonly proceedings: Proceeding[] = [];
  readonly #entities: readonly ResolvedEntity[];
  /** Proceedings, by number, ascending: by party, and by party and court (-1 for none). */
  readonly #byParty = new Map<number, number[]>();
  readonly #byPartyAndCourt = new Map<string, number[]>();
  readonly #firstByCourt = new Map<number, number>();
  /** Ascending; those that have got parties since are dropped when they come first. */
  readonly #withoutParties: number[] = [];
  readonly #applicants = new Set<number>();
  /** Moves of the last sentences by their kind. */
  readonly #recentByKind = new Map<string, { sentence: number; proceeding: number }[]>();

  constructor(entities: readonly ResolvedEntity[]) {
    this.#entities = entities;
  }

  add(move: LegalMove): void {
    const lost = this.#findLost(move);
    if (lost !== undefined) {
      lost.moves.push({ ...move, parties: [] });
      return;
    }
    const court = move.court >= 0 && this.#entities[move.court].isNamed ? move.court : -1;
    let number = this.#findByParty(move, court);
    if (number < 0) number = this.#findFurther(move);
    if (number < 0) number = this.#findByCourt(move, court);
    if (number < 0) number = this.#findByKind(move, court);
    if (number < 0) {
      number = this.proceedings.length;
      this.proceedings.push({ court: -1, parties: new Set(), moves: [] });
      if (move.parties.length === 0) this.#withoutParties.push(number);
    }
    const proceeding = this.proceedings[number];
    if (proceeding.court < 0 && court >= 0) this.#setCourt(number, court);
    for (const party of move.parties) this.#addParty(number, party);
    proceeding.moves.push(move);
    if (move.applicant >= 0) this.#applicants.add(move.applicant);
    if (move.kind !== null) {
      const recent = this.#recentByKind.get(move.kind);
      const entry = { sentence: move.sentence, proceeding: number };
      if (recent === undefined) this.#recentByKind.set(move.kind, [entry]);
      else recent.push(entry);
    }
  }

  /** "ruled against X": where X has sued, no proceeding against him. */
  #findLost({ parties, stage, charges }: LegalMove): Proceeding | undefined {
    if (stage !== "ended" || parties.length !== 1 || charges.length > 0 || this.#byParty.has(parties[0]))
      return undefined;
    return this.proceedings.find(({ moves }) => moves.some(({ applicant }) => applicant === parties[0]));
  }

  #findByParty({ parties, stage }: LegalMove, court: number): number {
    let best = -1;
    const offer = (number: number | undefined) => {
      if (number !== undefined && (best < 0 || number < best)) best = number;
    };
    for (const party of parties) {
      // An appeal goes from one court to another.
      if (court < 0 || stage === "appealed") offer(this.#byParty.get(party)?.[0]);
      else {
        offer(this.#byPartyAndCourt.get(`${party} -1`)?.[0]);
        offer(this.#byPartyAndCourt.get(`${party} ${court}`)?.[0]);
      }
    }
    return best;
  }

  #findByCourt(move: LegalMove, court: number): number {
    const { parties, applicant, charges, stage, kind, sentence, isLongAgo, isAgain } = move;
    if (court >= 0) {
      const known = this.#firstByCourt.get(court) ?? -1;
      if (known >= 0 && parties.length > 0 && isLongAgo && this.#isOfToday(known)) return -1;
      if (known >= 0 && this.#isFarNews(known, move)) return -1;
      if (known >= 0 || parties.length > 0) return known;
      // What stands close by without parties is the same affair before another court, or before one that is named only now.
      const last = this.proceedings.findLastIndex(
        ({ moves }) => sentence - moves.at(-1)!.sentence <= MAX_SENTENCES_TO_NEXT,
      );
      const near = this.proceedings.length === 1 ? this.proceedings[0] : this.proceedings[last];
      // "The suit, filed in the court of Arden", "the ruling was upheld": those told of right before.
      const isNext = near !== undefined && sentence - near.moves.at(-1)!.sentence <= MAX_SENTENCES_TO_NEXT;
      if (near !== undefined && isNext && isAgain && (near.court < 0 || stage !== "requested"))
        return this.proceedings.indexOf(near);
      // "X was arrested on a warrant issued by the court"
      if (near !== undefined && near.court < 0 && near.moves.at(-1)!.sentence === sentence)
        return this.proceedings.indexOf(near);
      // "A tribunal has quashed the order. The Tax Tribunal ruled that": the bench that was told of without a name.
      const isSameBench =
        move.bench === "known" && near?.court === -1 && near.moves.some(({ bench }) => bench === "some");
      if (near !== undefined && isNext && isSameBench && !isLongAgo) return this.proceedings.indexOf(near);
      if (near === undefined || near.parties.size > 0 || isLongAgo) return -1;
      // "asked the court above; the court below ruled last June": another case, unless one goes on from the other.
      if (near.court >= 0 && near.court !== court && stage !== "appealed" && !isAgain) {
        if (near.moves.some((move) => move.stage === "requested")) return -1;
      }
      const isSameApplicant =
        applicant < 0 || near.moves.some((move) => move.applicant < 0 || move.applicant === applicant);
      return isSameApplicant ? this.proceedings.indexOf(near) : -1;
    }
    if (this.proceedings.length === 0) return -1;
    // "the association filed a suit of its own"
    const isNewSuit = stage === "requested" && kind === "lawsuit" && parties.length === 0 && this.#isNamed(applicant);
    if (
      isNewSuit &&
      !isAgain &&
      !this.#applicants.has(applicant) &&
      [...this.#applicants].some((other) => this.#isNamed(other))
    )
      return -1;
    if (parties.length === 0 || this.#applicants.has(applicant)) return 0;
    while (this.#withoutParties.length > 0 && this.proceedings[this.#withoutParties[0]].parties.size > 0)
      this.#withoutParties.shift();
    const open = this.#withoutParties[0] ?? -1;
    // Charges are of another proceeding than what some party sued for.
    const isSuit =
      open >= 0 &&
      this.proceedings[open].moves.some(
        (move) => move.applicant >= 0 && (move.kind === null || CIVIL_KINDS.has(move.kind)),
      );
    return isSuit && charges.length > 0 && applicant < 0 ? -1 : open;
  }

  /**
   * What belongs to the proceeding told of last: "a third application concerns X"; "his deputy got six years" where the
   * sentences before told how the same trial ended for another.
   */
  #findFurther({ isFurther, kind, stage, applicant, court: own, parties, sentence }: LegalMove): number {
    if (isFurther === true && stage === null) return this.proceedings.length - 1;
    const isFine = stage === "issued" && kind === "fine";
    if ((stage !== "ended" && !isFine) || own >= 0 || applicant >= 0 || parties.length === 0) return -1;
    if (!isFine && !this.#arePeople(parties)) return -1;
    return this.proceedings.findLastIndex(({ moves }) => {
      const isNear = isFurther === true || sentence - moves.at(-1)!.sentence <= MAX_SENTENCES_IN_TRIAL;
      return (
        isNear &&
        moves.some((move) => move.stage === "ended" && move.bench !== undefined && this.#arePeople(move.parties))
      );
    });
  }

  #arePeople(parties: readonly number[]): boolean {
    return parties.length > 0 && parties.every((party) => this.#entities[party].kind === "person");
  }

  /** "In June the tribunal will hear a claim by X", long after what it decided for others: another case of the same court. */
  #isFarNews(number: number, { stage, applicant, sentence, isAgain, parties }: LegalMove): boolean {
    const { moves } = this.proceedings[number];
    if (stage !== "requested" || isAgain === true || parties.length > 0 || !this.#isNamed(applicant)) return false;
    const isDecided = moves.some((move) => /^(refused|ended|issued)$/.test(move.stage ?? ""));
    const isOwn = moves.some((move) => move.applicant === applicant || move.parties.includes(applicant));
    return isDecided && !isOwn && sentence - moves.at(-1)!.sentence > MAX_SENTENCES_IN_TRIAL;
  }

  /** Whether a proceeding is told of as one of the time of the report. */
  #isOfToday(number: number): boolean {
    return this.proceedings[number].moves.every(({ isLongAgo }) => !isLongAgo);
  }

  #isNamed(entity: number): boolean {
    return entity >= 0 && this.#entities[entity].isNamed;
  }

  /** "A second warrant names X": one more of what the words before told of. */
  #findByKind(move: LegalMove, court: number): number {
    return move.stage !== null || court >= 0 || move.kind === "case" ? -1 : this.#findRecent(move);
  }

  /** The first proceeding of the same kind that the last sentences told of. */
  #findRecent({ kind, sentence }: LegalMove): number {
    if (kind === null) return -1;
    const recent = this.#recentByKind.get(kind) ?? [];
    while (recent.length > 0 && sentence - recent[0].sentence > MAX_SENTENCES_TO_NEXT) recent.shift();
    return recent.reduce((best, { proceeding }) => (best < 0 ? proceeding : Math.min(best, proceeding)), -1);
  }

  #setCourt(number: number, court: number): void {
    const proceeding = this.proceedings[number];
    proceeding.court = court;
    this.#firstByCourt.set(court, Math.min(number, this.#firstByCourt.get(court) ?? number));
    for (const party of proceeding.parties) {
      const open = this.#byPartyAndCourt.get(`${party} -1`);
      const at = open?.indexOf(number) ?? -1;
      if (at >= 0) open?.splice(at, 1);
      insertInto(this.#byPartyAndCourt, `${party} ${court}`, number);
    }
  }

  #addParty(number: number, party: number): void {
    const { parties, court } = this.proceedings[number];
    if (parties.has(party)) return;
    parties.add(party);
    insertInto(this.#byParty, party, number);
    insertInto(this.#byPartyAndCourt, `${party} ${court}`, number);
  }
}

function insertInto<Key>(index: Map<Key, number[]>, key: Key, value: number): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [value]);
  else insertSorted(list, value);
}
