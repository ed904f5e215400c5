/**
 * Whether the words tie somebody to a deed as the one it is done to.
 *
 * A phrase beside a verb names many: whom it is done to, where, with what, on whose behalf. Which preposition names the
 * other side is a fact of each class of deed: one protests against somebody, helps or pays to somebody, fires at somebody.
 */
import type { Entity } from "../schema.ts";
import type { EventClass } from "./event-model.ts";

/**
 * How a recipient was found: as the verb's object, as its second object, as the owner of what is done something to, as a
 * mere modifier in it ("American goods"), or behind a preposition, of the verb or within the object.
 */
export type Tie = "object" | "indirect" | "owner" | "modifier" | `verb ${string}` | `inside ${string}`;

export interface Recipients {
  readonly entities: readonly number[];
  readonly tie: Tie;
}

export const NOBODY: Recipients = { entities: [], tie: "object" };

/** Prepositions of the other side, after the verb itself or a noun for the deed. */
const OTHER_SIDE: Readonly<Record<EventClass, ReadonlySet<string>>> = {
  AGREE: toSet("with to"),
  CONSULT: toSet("with to"),
  SUPPORT: toSet("for to with towards toward behind of"),
  COOPERATE: toSet("with to"),
  AID: toSet("to for in"),
  RETREAT: toSet("from to in on"),
  REQUEST: toSet("to from"),
  ACCUSE: toSet("against at on into of with"),
  REJECT: toSet("from to against of"),
  THREATEN: toSet("against at to towards toward with on in"),
  PROTEST: toSet("against at outside over"),
  SANCTION: toSet("against on from to at"),
  MOBILIZE: toSet("against to in into towards toward on"),
  COERCE: toSet("against on in of"),
  ASSAULT: toSet("against on at in into with upon of"),
};

/** Deeds done in words about what somebody did: whoever did it is the other side. */
const ON_DEEDS: ReadonlySet<EventClass> = new Set(["SUPPORT", "ACCUSE", "REJECT"]);
/** Deeds that may be done to a place with a name. */
const ON_PLACES: ReadonlySet<EventClass> = new Set(["AID", "MOBILIZE", "THREATEN", "COERCE", "ASSAULT"]);

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/** What of a verb's words the dictionary knows as one with it. */
export interface Known {
  /** "lash out at": the preposition, or "". */
  preposition: string;
  /** "opened an inquiry": whether the object is part of it. */
  hasObject: boolean;
}

export const NOTHING_KNOWN: Known = { preposition: "", hasObject: false };

/** @param isAsked Whether the verb's object is the thing asked for, whose owner is asked. */
export function isDoneTo(cls: EventClass, tie: Tie, isAsked: boolean, known: Known): boolean {
  if (tie === "object" || tie === "indirect") return true;
  if (tie === "owner") return ON_DEEDS.has(cls) || isAsked;
  if (tie === "modifier") return false;
  const [where, preposition] = tie.split(" ");
  if (where === "verb") return preposition === known.preposition || OTHER_SIDE[cls].has(preposition);
  // "condemned the raids by Norland", "praised the work of Berg": who did it, not whom or what it was against.
  if (ON_DEEDS.has(cls) && !known.hasObject)
    return preposition === "by" || preposition === "from" || preposition === "of";
  return OTHER_SIDE[cls].has(preposition);
}

/** Whether one of this kind can be on the other side: a place only with a name, and only where things are done to places. */
export function canBeDoneTo(cls: EventClass, { kind, isNamed }: { kind: Entity["kind"]; isNamed: boolean }): boolean {
  return kind !== "place" || (isNamed && ON_PLACES.has(cls));
}
