/** Collects told deeds: each with every pair of its doers and those it is done to, and a score for how sure the words are. */
import { findSentence } from "../find-sentence.ts";
import type { EventDraft } from "./draft-events.ts";
import type { EventFrame } from "./event-frame.ts";
import type { EventClass } from "./event-model.ts";
import { findMood } from "./event-status.ts";
import { type ToldDocument, ToldParties } from "./told-parties.ts";
import { type Told, ToldReach } from "./told-reach.ts";
import { isSide } from "./told-sides.ts";
import type { ToldDeed } from "./told-words.ts";

/** Less sure than this, words tell nothing worth giving. */
const MIN_SCORE = 0.3;
/** Deeds that need nobody on the other side, and those that somebody who can be told apart may do alone. */
const ALONE: ReadonlySet<EventClass> = new Set(["REQUEST", "PROTEST", "MOBILIZE", "RETREAT", "AGREE"]);
/** Deeds that two do together where the words name nobody else. */
const MUTUAL: ReadonlySet<EventClass> = new Set(["AGREE", "CONSULT", "COOPERATE"]);
const ALONE_IF_KNOWN: ReadonlySet<EventClass> = new Set(["REJECT", "THREATEN"]);

/** Verbs that tell a rejection even where nobody answers for the thing. */
const REJECTING = /^(?:reject|rebuff|spurn|veto|refuse|throw|toss|turn|strike|overturn|quash|annul)$/;

/** A deed whose words say what kind it is by themselves. */
export function toDeed(cls: EventClass, cameo: string, score: number): ToldDeed {
  return { class: cls, cameo, aim: "thing", score, nouns: undefined };
}

export class ToldTeller {
  readonly document: ToldDocument;
  readonly parties: ToldParties;
  readonly reach: ToldReach;
  readonly told: Told[] = [];
  readonly drafts: EventDraft[] = [];
  /** The last sanction or charge on people without names, whose members may be named after. */
  listed: { readonly sentence: number; readonly deed: ToldDeed; readonly actors: readonly number[] } | undefined;
  /** The last deed, which others may be said to do likewise. */
  last:
    | {
        readonly sentence: number;
        readonly frame: EventFrame;
        readonly deed: ToldDeed;
        readonly recipients: readonly number[];
      }
    | undefined;

  constructor(document: ToldDocument) {
    this.document = document;
    this.parties = new ToldParties(document);
    this.reach = new ToldReach(document, this.parties, this.told);
  }

  /** Adds a deed done to whomever its words reach. @param status Where the words settle it; else their mood does. */
  tell(
    frame: EventFrame,
    deed: ToldDeed,
    actors: readonly number[],
    particle = "",
    status?: EventDraft["status"],
  ): void {
    this.add(frame, deed, actors, this.reach.findOthers(frame, deed, actors, particle), status);
  }

  /** Adds a deed for each pair; nothing where the words say that it was not done. */
  add(
    frame: EventFrame,
    deed: ToldDeed,
    doers: readonly number[],
    others: readonly number[],
    status?: EventDraft["status"],
  ): void {
    const { document } = this;
    const actors = this.#dropDoubles(doers.filter((one) => isSide(document, one, "actor")));
    const recipients = others.filter((one) => isSide(document, one, "recipient", deed.class));
    if ((doers.length > 0 && actors.length === 0) || (others.length > 0 && recipients.length === 0)) return;
    const { statementDrafts, innermostStatements, tree, sentences } = document;
    if (recipients.length === 0 && actors.length === 2 && MUTUAL.has(deed.class)) {
      this.add(frame, deed, [actors[0]], [actors[1]], status);
      this.add(frame, deed, [actors[1]], [actors[0]], status);
      return;
    }
    if (!this.#isComplete(frame, deed, actors, recipients)) return;
    const statement = innermostStatements[frame.trigger];
    const said = statementDrafts[statement];
    const mood = status ?? findMood(document, tree, frame, said?.act === "deny", said?.mode === "indirect");
    if (mood === undefined || mood === "hypothetical") return;
    // What is only planned is worth telling between two that can be told apart; what is denied words tell too loosely.
    if (mood === "denied" || (mood === "planned" && !this.#areBothKnown(actors, recipients))) return;
    const sentence = findSentence(sentences, frame.trigger);
    this.told.push({ class: deed.class, actors, recipients });
    if (
      /^(?:SANCTION|ACCUSE)$/.test(deed.class) &&
      recipients.length > 0 &&
      !recipients.every((one) => this.#isNamed(one))
    )
      this.listed = { sentence, deed, actors };
    this.last = { sentence, frame, deed, recipients };
    const shared = {
      class: deed.class,
      cameo: deed.cameo,
      status: mood === "asserted" && statement >= 0 && status === undefined ? ("claimed" as const) : mood,
      statement,
      when: null,
      where: -1,
      evidence: [toSpan(document, frame)],
      basis: "told" as const,
    };
    for (const [rank, actor] of (actors.length > 0 ? actors : [-1]).entries())
      for (const [place, recipient] of (recipients.length > 0 ? recipients : [-1]).entries()) {
        const score = toScore(deed.score, rank + place, statement >= 0 && status === undefined, mood === "asserted");
        if (actor !== recipient && score >= MIN_SCORE) this.drafts.push({ ...shared, actor, recipient, score });
      }
  }

  /** Of somebody and the state or body he acts for the one told first. */
  #dropDoubles(actors: readonly number[]): readonly number[] {
    const actsFor = (one: number, other: number): boolean => this.parties.toActors(one).includes(other);
    return actors.filter((actor, at) => !actors.slice(0, at).some((one) => actsFor(one, actor) || actsFor(actor, one)));
  }

  #isComplete(
    { trigger, isNoun }: EventFrame,
    deed: ToldDeed,
    actors: readonly number[],
    recipients: readonly number[],
  ): boolean {
    const isNamed = (entity: number): boolean => this.#isNamed(entity);
    const { header, tokens } = this.document;
    if (actors.length === 0 && !(deed.class === "COERCE" && recipients.length > 0)) return false;
    const lemma = this.document.lemmas[trigger].toLowerCase();
    if (recipients.length === 0 && deed.class === "REJECT" && (isNoun || !REJECTING.test(lemma))) return false;
    const mayBeAlone =
      ALONE.has(deed.class) || (ALONE_IF_KNOWN.has(deed.class) && actors.some((one) => this.#isKnown(one)));
    if (recipients.length === 0 && !mayBeAlone) return false;
    // A headline is short of words: only what names both sides is told by it.
    return tokens[trigger].start >= header.bodyStart || (actors.some(isNamed) && recipients.some(isNamed));
  }

  #areBothKnown(actors: readonly number[], recipients: readonly number[]): boolean {
    const isKnown = (entity: number): boolean => this.#isKnown(entity);
    return actors.some(isKnown) && recipients.some(isKnown);
  }

  #isKnown(entity: number): boolean {
    return this.#isNamed(entity) || /^(?:organisation|court)$/.test(this.document.resolvedEntities[entity].kind);
  }

  #isNamed(entity: number): boolean {
    return this.document.resolvedEntities[entity].isNamed;
  }

  isNegated(verb: number): boolean {
    const { tree, tokens } = this.document;
    const { childStart, children } = tree;
    for (let i = childStart[verb]; i < childStart[verb + 1]; i++)
      if (children[i] < verb && /^(?:not|n['’]t|never)$/i.test(tokens[children[i]].text)) return true;
    return false;
  }
}

/** Less for those that are further off, in somebody's words, or not done yet. */
function toScore(own: number, rank: number, isSaid: boolean, isDone: boolean): number {
  const score = own - 0.05 * rank - (isSaid ? 0.15 : 0) - (isDone ? 0 : 0.05);
  return Math.round(Math.max(0.1, score) * 1000) / 1000;
}

function toSpan(
  { tokens, mentions, mentionAt }: ToldDocument,
  { trigger, actor, object }: EventFrame,
): { start: number; end: number } {
  let { start, end } = tokens[trigger];
  for (const part of [actor, object]) {
    if (part < 0) continue;
    const mention = mentions[mentionAt[part]];
    start = Math.min(start, tokens[mention === undefined ? part : mention.startToken].start);
    end = Math.max(end, tokens[mention === undefined ? part : mention.endToken - 1].end);
  }
  return { start, end };
}
