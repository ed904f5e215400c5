/**
 * Standing designations: "proscribed as a terrorist organisation by X and Y", "which X considers a pariah", "the X-listed group".
 *
 * Found by the frame "V somebody as something" of a closed class of verbs, active and passive. An insult thrown once is none:
 * verbs of calling count only where a state or body does it, and not in the words of somebody.
 */
import type { Span } from "../../language/index.ts";
import type { EventfulDocument } from "../events/draft-events.ts";
import type { EntityFinder } from "../events/entity-finder.ts";
import { findObliques, findSubject, isPassive } from "../events/event-frame.ts";
import { findChild, type TreeIndex } from "../events/tree-index.ts";
import type { StatedDocument } from "../make-statements.ts";

/** A designation whose entities are still numbers of resolved entities. */
export interface DesignationDraft {
  readonly of: number;
  readonly as: string;
  readonly by: readonly number[];
  readonly evidence: readonly Span[];
  readonly score: number;
}

export type DesignatedDocument = StatedDocument & { readonly designationDrafts: readonly DesignationDraft[] };

/** Verbs of acts with legal force, and verbs of holding that need a state or body as their subject. */
const FORMAL = new Set("designate proscribe list blacklist outlaw ban classify declare recognise recognize".split(" "));
const HOLDING = new Set("consider deem regard label brand view treat describe".split(" "));
/** What a ban without "as" makes of somebody. */
const IMPLIED = new Map([
  ["proscribe", "proscribed organisation"],
  ["blacklist", "blacklisted"],
  ["outlaw", "outlawed organisation"],
]);
const BODIES = new Set(["state", "organisation", "court", "place", "group"]);
const LONGEST = 8;

/** Requires the layers up to `eventDrafts`; adds `designationDrafts`, in text order. */
export function findDesignations<Given extends EventfulDocument>(document: Given): Given & DesignatedDocument {
  const { tags, lemmas, tokens, header } = document;
  const tools: Tools = {
    tree: document.tree,
    entities: document.entityFinder,
    innermost: document.innermostStatements,
  };
  const drafts: DesignationDraft[] = [];
  for (let token = 0; token < tags.length; token++) {
    if (tags[token] !== "VERB" && tags[token] !== "ADJ") continue;
    const lemma = lemmas[token].toLowerCase();
    if ((!FORMAL.has(lemma) && !HOLDING.has(lemma)) || tokens[token].start < header.bodyStart) continue;
    const draft = toDesignation(document, tools, token, lemma);
    if (draft !== undefined) drafts.push(draft);
  }
  return { ...document, designationDrafts: mergeDesignations(drafts) };
}

interface Tools {
  readonly tree: TreeIndex;
  readonly entities: EntityFinder;
  readonly innermost: Int32Array;
}

function toDesignation(
  document: StatedDocument,
  tools: Tools,
  verb: number,
  lemma: string,
): DesignationDraft | undefined {
  const { tree, entities, innermost } = tools;
  const { relations, heads, resolvedEntities } = document;
  const obliques = findObliques(document, tree, verb);
  const isModifier = relations[verb] === "amod";
  const passive = isModifier || isPassive(document, tree, verb);
  const agent = obliques.find(({ preposition }) => preposition === "by")?.token ?? -1;
  const patient = isModifier
    ? heads[verb]
    : passive
      ? findSubject(document, tree, verb, true, 0)
      : findPatient(document, tree, verb);
  const actor = isModifier ? verb - 2 : passive ? agent : findSubject(document, tree, verb, false, 0);
  const by = allOf(document, tools, actor).filter((entity) => BODIES.has(resolvedEntities[entity].kind));
  const of = entities.findAt(patient, "recipient").filter((entity) => !by.includes(entity));
  if (of.length === 0 || by.length === 0) return undefined;
  // What a person's words call somebody is an opinion.
  if (HOLDING.has(lemma) && innermost[verb] >= 0) return undefined;
  const name = findDesignation(document, tools, verb, patient, passive) ?? IMPLIED.get(lemma);
  if (name === undefined) return undefined;
  const span = toSpan(document, [verb, patient, actor]);
  return { of: of[0], as: name, by, evidence: [span], score: FORMAL.has(lemma) ? 0.85 : 0.7 };
}

/** The object, or what a relative clause hangs on: "the group, which X considers …". */
function findPatient(document: StatedDocument, tree: TreeIndex, verb: number): number {
  const object = findChild(document, tree, verb, ["obj"]);
  const { heads, relations, tokens } = document;
  if (object >= 0 && !/^(?:which|whom|that|who)$/i.test(tokens[object].text)) return object;
  return relations[verb] === "acl:relcl" ? heads[verb] : object;
}

/** Every entity of a list, however the tree hangs its members. */
function allOf(document: StatedDocument, { entities, tree }: Tools, head: number): number[] {
  if (head < 0) return [];
  const found = new Set(entities.findAt(head, "actor"));
  const { childStart, children } = tree;
  for (let i = childStart[head]; i < childStart[head + 1]; i++) {
    const child = children[i];
    if (/^(?:conj|appos|list)$/.test(document.relations[child]))
      for (const entity of allOf(document, { entities, tree } as Tools, child)) found.add(entity);
  }
  return [...found];
}

/** The words after "as", or the second object of "consider". */
function findDesignation(
  document: StatedDocument,
  { tree }: Tools,
  verb: number,
  patient: number,
  passive: boolean,
): string | undefined {
  const { relations, tokens, tags } = document;
  const { childStart, children } = tree;
  for (let i = childStart[verb]; i < childStart[verb + 1]; i++) {
    const child = children[i];
    if (child <= verb || child === patient || !/^(?:xcomp|obl|advcl|obj|ccomp)/.test(relations[child])) continue;
    if (tags[child] !== "NOUN" && tags[child] !== "ADJ" && tags[child] !== "PROPN") continue;
    const opener = findChild(document, tree, child, ["case", "mark"]);
    const isAs = opener >= 0 && tokens[opener].text.toLowerCase() === "as";
    const isObject = opener < 0 && (relations[child] === "xcomp" || (relations[child] === "obj" && passive));
    if (isAs || isObject) return toWords(document, tree, child);
  }
  // "consider the front a terrorist group": the tree may take the second noun for a part of the first.
  return undefined;
}

/** The noun with its modifiers, without article: "terrorist organisation". */
function toWords(
  { tokens, relations, text }: StatedDocument,
  { childStart, children }: TreeIndex,
  head: number,
): string {
  let start = head;
  for (let i = childStart[head]; i < childStart[head + 1]; i++) {
    const child = children[i];
    if (child < start && /^(?:amod|compound|nmod)$/.test(relations[child]) && head - child <= LONGEST) start = child;
  }
  return text.slice(tokens[start].start, tokens[head].end).replace(/\s+/g, " ");
}

function toSpan({ tokens }: StatedDocument, parts: readonly number[]): Span {
  const given = parts.filter((part) => part >= 0);
  return {
    start: Math.min(...given.map((part) => tokens[part].start)),
    end: Math.max(...given.map((part) => tokens[part].end)),
  };
}

/** One designation for each holder and name, with everyone who gives it. */
function mergeDesignations(drafts: readonly DesignationDraft[]): DesignationDraft[] {
  const merged = new Map<string, DesignationDraft>();
  for (const draft of drafts) {
    const key = `${draft.of} ${draft.as.toLowerCase()}`;
    const known = merged.get(key);
    merged.set(
      key,
      known === undefined
        ? draft
        : {
            ...known,
            by: [...new Set([...known.by, ...draft.by])],
            evidence: [...known.evidence, ...draft.evidence],
            score: Math.max(known.score, draft.score),
          },
    );
  }
  return [...merged.values()];
}
