/**
 * Who is worth telling as a side of a deed: somebody with a name, a body, or people together.
 *
 * "A diplomat who asked not to be named" and "any country" do much in reports, but no record can say who they are. Names
 * taken for places are sides where the report tells of them as of somebody: a state or firm that no list knows.
 */
import type { StatedDocument } from "../make-statements.ts";
import type { ResolvedDocument } from "../resolve-mentions.ts";
import { findChild, type TreeLayer } from "../tree-index.ts";
import type { EventClass } from "./event-model.ts";
import { findToldDeed } from "./told-words.ts";

/** Words for whoever it may be. */
const ANYBODY = /^(?:most|some|any|every|each|all|many|few|somebody|someone|everybody|everyone|nobody|others?)$/i;

/** Whether an entity can be told of as who does a deed, or as whom it is done to. */
export function isSide(
  { resolvedEntities, mentions, tokens }: ResolvedDocument,
  entity: number,
  as: "actor" | "recipient",
  cls?: EventClass,
): boolean {
  const { isNamed, kind, plural, mentions: own } = resolvedEntities[entity];
  if (isNamed) return true;
  const first = mentions[own[0]];
  if (first === undefined) return false;
  // "some Western donors" are told apart by more than a quantity.
  const isBare = first.endToken - first.startToken <= 2;
  if (as === "actor" && isBare && ANYBODY.test(tokens[first.startToken].text)) return false;
  // "some", "most states", "any country", "a third country": nobody in particular.
  const isOne = !plural && !first.plural;
  // "killed a guard": who is hurt need have no name.
  if (kind === "person" && isOne) return as === "recipient" && (cls === "ASSAULT" || first.determiner === "possessive");
  if (kind === "state") return first.determiner === "definite" || first.determiner === "possessive";
  return kind !== "other";
}

/** Names of places that speak, or that verbs of deeds are said of: "Estaria accused", "thanked Estaria". */
export function findActingPlaces(document: StatedDocument & TreeLayer): ReadonlySet<number> {
  const { resolvedEntities, mentions, entityOf, attributionParts, heads, lemmas, relations, tags, tree } = document;
  const acting = new Set<number>();
  const isPlace = (entity: number): boolean =>
    entity >= 0 && resolvedEntities[entity].kind === "place" && resolvedEntities[entity].isNamed;
  for (const { speaker } of attributionParts) {
    const entity = speaker < 0 ? -1 : entityOf[speaker];
    if (isPlace(entity)) acting.add(entity);
  }
  for (const { index, attachment } of mentions) {
    const entity = entityOf[index];
    if (!isPlace(entity) || acting.has(entity)) continue;
    const verb = heads[attachment];
    if (verb < 0 || tags[verb] !== "VERB") continue;
    const aim = findToldDeed(lemmas[verb].toLowerCase(), [])?.aim;
    const isDoer =
      relations[attachment] === "nsubj" && aim !== undefined && findChild(document, tree, verb, ["aux:pass"]) < 0;
    if (isDoer || (relations[attachment] === "obj" && SOCIAL.test(lemmas[verb]))) acting.add(entity);
  }
  return acting;
}

/** Deeds done in words or by law, of which no mere place is the object. */
const SOCIAL =
  /^(?:thank|accuse|blame|urge|criticize|criticise|condemn|sue|sanction|congratulate|warn|fine|threaten|praise)$/i;
