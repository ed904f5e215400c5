/**
 * What a report says once for all its cases: how much must be proved, who decides and enforces, which treaty, who is a member.
 *
 * Looks through the report once; each case then asks only for what stands beside its moves.
 */
import type { Mention } from "../mention.ts";
import type { ResolvedEntity } from "../resolve-mentions.ts";
import type { CaseDraft } from "./case-draft.ts";
import type { ClauseNavigator } from "./clause-navigator.ts";
import { findDecider, findEnforcer, findStandard } from "./find-course.ts";
import { MembershipFinder } from "./find-membership.ts";
import { MAX_SENTENCES_TO_NEXT } from "./gather-proceedings.ts";
import { isOnlyThoughtOf, isProsecutor } from "./legal-bench.ts";
import type { LegalMove } from "./legal-move.ts";

const MAX_SENTENCES_TO_ONLY_COURT = 5;

/** So many words before it tell which court is meant. */
const MIN_TELLING = 2;
/** Names of bodies that watch over an affair and may decide in it. */
const REGULATOR_NAME =
  /\b(?:authority|commission|commissioner|regulator|agency|board|office|bureau|council|watchdog|inspectorate|ombudsman|committee|unit)\b/i;

export type Standing = Pick<CaseDraft, "memberStates" | "nonMembers" | "treaty" | "decidedBy" | "enforcedBy">;

interface TreatyMention {
  readonly mention: number;
  readonly entity: number;
  readonly isNamed: boolean;
}

export class ReportStanding {
  /** How much must be proved. */
  readonly standard: string | null;
  /** The first entity with a name that the report calls a prosecutor, or -1. */
  readonly namedProsecutor: number;
  readonly #navigator: ClauseNavigator;
  /** Courts that some sentence speaks of as a fact. */
  readonly #told = new Set<number>();
  readonly #decidedBy: string | null;
  readonly #enforcedBy: string | null;
  readonly #membership: MembershipFinder;
  readonly #namedCourts: readonly number[];
  /** Courts with a name by sentence. */
  readonly #courtsIn = new Map<number, number[]>();
  /** Treaties that the report names or whose description tells which, by sentence. */
  readonly #treatiesIn = new Map<number, TreatyMention[]>();

  constructor(navigator: ClauseNavigator) {
    this.#navigator = navigator;
    const { resolvedEntities, entityOf, mentions, sentences, header } = navigator.document;
    this.standard = findStandard(navigator)?.standard ?? null;
    this.namedProsecutor =
      resolvedEntities.find(({ index, isNamed }) => isNamed && isProsecutor(navigator, index))?.index ?? -1;
    this.#namedCourts = resolvedEntities.filter(isNamedCourt).map(({ index }) => index);
    const ofAnyCourt: number[] = [];
    for (const mention of mentions) {
      const entity = resolvedEntities[entityOf[mention.index]];
      if (entity === undefined) continue;
      const { kind, isNamed, index } = entity;
      if (kind === "treaty" || (kind === "court" && !isNamed)) ofAnyCourt.push(mention.sentence);
      if (isNamedCourt(entity)) {
        addTo(this.#courtsIn, mention.sentence, index);
        if (!isOnlyThoughtOf(navigator, mention)) this.#told.add(index);
      }
      // "the Rome statute" in small letters, "the 1948 genocide convention": a treaty by its description.
      if (isTreaty(kind, isNamed ? entity.name : "") && (isNamed || isTelling(navigator, mention)))
        addTo(this.#treatiesIn, mention.sentence, { mention: mention.index, entity: index, isNamed });
    }
    this.#membership = new MembershipFinder(navigator, ofAnyCourt);
    let decidedBy: string | null = null;
    let enforcedBy: string | null = null;
    for (const { start, startToken, endToken } of sentences) {
      if (start < header.bodyStart) continue;
      decidedBy ??= findDecider(navigator, startToken, endToken);
      enforcedBy ??= findEnforcer(navigator, startToken, endToken);
    }
    this.#decidedBy = decidedBy;
    this.#enforcedBy = enforcedBy;
  }

  /** @param moves Beside which a treaty must be named, where the report tells of several proceedings. */
  of(court: number, moves: readonly LegalMove[] | undefined): Standing {
    const { resolvedEntities, mentions } = this.#navigator.document;
    const own = court < 0 ? [] : resolvedEntities[court].mentions.map((mention) => mentions[mention].sentence);
    return {
      ...this.#membership.find(own),
      treaty: this.#findTreaty(moves),
      decidedBy: this.#decidedBy,
      enforcedBy: this.#enforcedBy,
    };
  }

  /**
   * The court with a name that is spoken of most, of several courts close by; -1 for none.
   *
   * @param isOnly Whether the report tells of no other proceeding: then every court of the report may be meant.
   */
  findNamedCourt(moves: readonly LegalMove[], isOnly: boolean): number {
    const { resolvedEntities } = this.#navigator.document;
    const reach = this.#namedCourts.length === 1 ? MAX_SENTENCES_TO_ONLY_COURT : MAX_SENTENCES_TO_NEXT;
    const candidates = isOnly ? this.#namedCourts : collectNear(this.#courtsIn, moves, reach);
    let named = -1;
    for (const index of candidates) {
      if (!this.#told.has(index)) continue;
      const count = resolvedEntities[index].mentions.length;
      const most = named < 0 ? -1 : resolvedEntities[named].mentions.length;
      if (count > most || (count === most && index < named)) named = index;
    }
    return named;
  }

  /**
   * The court without a name close by that the words tell most of: "the criminal court in Arden"; -1 for none.
   */
  findDescribedCourt(moves: readonly LegalMove[]): number {
    const { entityOf, resolvedEntities, sentences } = this.#navigator.document;
    const votes = new Map<number, number>();
    for (const { sentence } of moves) {
      const first = sentences[Math.max(0, sentence - MAX_SENTENCES_TO_NEXT)];
      const last = sentences[Math.min(sentence + MAX_SENTENCES_TO_NEXT, sentences.length - 1)];
      for (const mention of this.#navigator.mentionsIn(first.startToken, last.endToken)) {
        const entity = resolvedEntities[entityOf[mention.index]];
        if (entity?.kind !== "court" || entity.isNamed || mention.plural || mention.by !== "description") continue;
        if (!isToldOf(this.#navigator, mention) || isOnlyThoughtOf(this.#navigator, mention)) continue;
        votes.set(entity.index, (votes.get(entity.index) ?? 0) + 1);
      }
    }
    let best = -1;
    for (const [court, count] of votes) if (best < 0 || count > (votes.get(best) ?? 0)) best = court;
    return best;
  }

  /**
   * "A court has jailed X. X stood in the dock of the second criminal court": the one place close by that the words tell most of.
   *
   * @param described The court as the moves have it, returned where there is no such place.
   */
  findTellingCourt(moves: readonly LegalMove[], described: number): number {
    const { entityOf, resolvedEntities, sentences, tags } = this.#navigator.document;
    const first = moves[0].sentence;
    const last = sentences[Math.min(first + MAX_SENTENCES_TO_NEXT, sentences.length - 1)];
    for (const mention of this.#navigator.mentionsIn(sentences[first].startToken, last.endToken)) {
      const entity = resolvedEntities[entityOf[mention.index]];
      if (entity?.kind !== "court" || entity.isNamed || mention.determiner !== "definite") continue;
      if (!/^(in|at|of|before)$/.test(this.#navigator.word(mention.phraseStart - 1))) continue;
      if (isOnlyThoughtOf(this.#navigator, mention)) continue;
      const words = tags.slice(mention.startToken, mention.headToken).filter((tag) => /^(ADJ|NOUN)$/.test(tag));
      if (words.length >= MIN_TELLING) return entity.index;
    }
    return described;
  }

  /**
   * The name of a body that decides by itself and that the moves only describe: the first such name that is a subject there or in
   * the next sentences.
   *
   * @param described The body as the moves have it, or -1; returned where it is not named.
   */
  findNamedBody(moves: readonly LegalMove[], described: number): number {
    const { entityOf, mentions, relations, resolvedEntities, sentences } = this.#navigator.document;
    const first = described < 0 ? moves[0].sentence : mentions[resolvedEntities[described].mentions[0]].sentence;
    const parties = moves.flatMap((move) => [...move.parties, move.applicant]);
    const last = sentences[Math.min(first + MAX_SENTENCES_TO_NEXT, sentences.length - 1)];
    for (const { by, index, attachment } of this.#navigator.mentionsIn(sentences[first].startToken, last.endToken)) {
      const { isNamed, kind, name } = resolvedEntities[entityOf[index]] ?? {};
      if (by !== "name" || isNamed !== true || kind === "person" || parties.includes(entityOf[index])) continue;
      if (REGULATOR_NAME.test(name ?? "") && /^nsubj/.test(relations[attachment])) return entityOf[index];
    }
    return described;
  }

  /** The first that is named, else the first that is described. */
  #findTreaty(moves: readonly LegalMove[] | undefined): number {
    const near =
      moves === undefined
        ? [...this.#treatiesIn.values()].flat()
        : collectNear(this.#treatiesIn, moves, MAX_SENTENCES_TO_NEXT);
    let best: TreatyMention | undefined;
    for (const treaty of near) {
      const isBetter =
        best === undefined ||
        (treaty.isNamed === best.isNamed ? treaty.mention < best.mention : treaty.isNamed && !best.isNamed);
      if (isBetter) best = treaty;
    }
    return best?.entity ?? -1;
  }
}

/** What stands in the sentences around moves. */
function collectNear<Value>(
  index: ReadonlyMap<number, readonly Value[]>,
  moves: readonly LegalMove[],
  reach: number,
): ReadonlySet<Value> {
  const found = new Set<Value>();
  if (index.size === 0) return found;
  for (const { sentence: at } of moves)
    for (let sentence = at - reach; sentence <= at + reach; sentence++)
      for (const value of index.get(sentence) ?? []) found.add(value);
  return found;
}

function addTo<Value>(index: Map<number, Value[]>, key: number, value: Value): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [value]);
  else list.push(value);
}

/** Also a body that settles disputes as courts do. */
function isNamedCourt({ kind, isNamed, name }: ResolvedEntity): boolean {
  if (!isNamed) return false;
  return (
    kind === "court" ||
    (kind === "organisation" && /\b(?:court|tribunal)(?: (?:of|for|in)\b.*)?$|\barbitration\b/i.test(name))
  );
}

/** "the criminal court in Arden", "the special court for Norland": a court of some kind or place, and a court at that. */
function isToldOf(navigator: ClauseNavigator, { determiner, startToken, headToken, endToken }: Mention): boolean {
  if (!/^(court|tribunal)$/.test(navigator.lemma(headToken)) || determiner === "indefinite") return false;
  const { tags } = navigator.document;
  for (let token = startToken; token < headToken; token++)
    if (/^(ADJ|NOUN|PROPN)$/.test(tags[token]) && !/^(same|other|lower|higher|top|own)$/.test(navigator.word(token)))
      return true;
  return /^(in|of|for)$/.test(navigator.word(endToken)) && tags[endToken + 1] === "PROPN";
}

/** Names of treaties are often taken for those of places: "the Pact of Arden". */
function isTreaty(kind: string, name: string): boolean {
  return (
    kind === "treaty" ||
    (kind !== "person" && /\b(?:pact|treaty|convention|covenant|statute|charter|agreement)\b/i.test(name))
  );
}

/** Whether a description says which treaty is meant: by a name, a year or a noun before its head. */
function isTelling({ document: { tags } }: ClauseNavigator, { headToken, startToken, determiner }: Mention): boolean {
  if (determiner === "indefinite" || determiner === "none") return false;
  for (let token = headToken - 1; token >= Math.max(startToken, headToken - 4); token--)
    if (tags[token] === "PROPN" || tags[token] === "NOUN") return true;
  return tags[headToken - 1] === "PROPN" || tags[headToken - 1] === "NOUN";
}
