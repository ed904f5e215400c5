/**
 * Puts relations right that Universal Dependencies leaves no choice about: a nominal with a preposition is an oblique of a
 * predicate or a modifier of another nominal. Relations are chosen arc by arc while the tree is drawn, before it is seen that a
 * noun has a preposition and no subject.
 */
import type { Tag } from "./document.ts";

const NOMINAL: ReadonlySet<Tag> = new Set<Tag>(["NOUN", "PROPN", "PRON", "NUM", "SYM"]);
/** What a nominal with a preposition is taken for by mistake. */
const MISTAKEN = new Set([
  "parataxis",
  "list",
  "dep",
  "obj",
  "iobj",
  "nsubj",
  "advcl",
  "xcomp",
  "discourse",
  "dislocated",
]);
const OF_CLAUSES = new Set(["nsubj", "nsubj:pass", "csubj", "cop", "aux", "mark", "expl"]);

/** Changes the relations of a document's words. Time grows with their number. */
export function mendRelations(tags: readonly Tag[], heads: Int32Array, relations: string[]): void {
  const isClause = new Uint8Array(tags.length);
  for (let token = 0; token < relations.length; token++)
    if (heads[token] >= 0 && OF_CLAUSES.has(relations[token])) isClause[heads[token]] = 1;
  for (let token = 0; token < relations.length; token++) {
    const nominal = heads[token];
    if (relations[token] !== "case" || nominal < 0 || tags[token] !== "ADP") continue;
    if (!NOMINAL.has(tags[nominal]) || heads[nominal] < 0 || isClause[nominal] === 1) continue;
    const isOfVerb = !NOMINAL.has(tags[heads[nominal]]);
    const relation = relations[nominal];
    // "to 58 from 41": a number may stand for what was done as for a thing.
    if (tags[heads[nominal]] === "NUM" || tags[heads[nominal]] === "SYM") continue;
    const isWrongKind = isOfVerb ? relation === "nmod" : relation === "obl";
    if (MISTAKEN.has(relation) || isWrongKind) relations[nominal] = isOfVerb ? "obl" : "nmod";
  }
}
