/** What stances are found from: the report's layers, and its trees with children at hand. */
import { findSubtrees } from "../attribution/token-layers.ts";
import { mapCues, type StatementLayer } from "../innermost-statements.ts";
import type { StatedDocument } from "../make-statements.ts";
import type { TreeLayer } from "../tree-index.ts";

/** One place of the report that shows where somebody stands. */
export interface StanceSign {
  /** An entity. */
  readonly holder: number;
  /** Words of the target as tokens; both -1 where the words do not name it. */
  readonly targetStart: number;
  readonly targetEnd: number;
  /** Above 0 in favour, below 0 against, 0 neither. */
  readonly value: number;
  /** 0 to 1. */
  readonly strength: number;
  readonly statement: number;
  readonly startToken: number;
  readonly endToken: number;
  readonly score: number;
}

export interface Tree {
  readonly document: StatedDocument;
  readonly childStart: Int32Array;
  readonly children: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Per token the mention that hangs on the tree there, or -1. */
  readonly mentionOn: Int32Array;
  readonly statementAt: Int32Array;
  readonly cueAt: Int32Array;
}

export function toTree(document: StatedDocument & TreeLayer & StatementLayer): Tree {
  const { heads, sentences, mentions, tokens, tree, innermostStatements } = document;
  const starts = Int32Array.from(sentences, ({ startToken }) => startToken);
  const ends = Int32Array.from(sentences, ({ endToken }) => endToken);
  const mentionOn = new Int32Array(tokens.length).fill(-1);
  for (const { index, attachment, by, headToken } of mentions) {
    if (attachment < 0) continue;
    const before = mentions[mentionOn[attachment]];
    // A name and its title may hang on the same token: the name says more.
    if (before === undefined || (by === "name" && before.by !== "name") || headToken === attachment) {
      if (before === undefined || before.by !== "name" || by === "name") mentionOn[attachment] = index;
    }
  }
  return {
    document,
    ...tree,
    ...findSubtrees(heads, starts, ends),
    mentionOn,
    statementAt: innermostStatements,
    cueAt: mapCues(document),
  };
}

/** The first child with a relation that matches, or -1. */
export function getChild(tree: Tree, token: number, relation: RegExp, from = 0): number {
  const { childStart, children, document } = tree;
  for (let at = childStart[token]; at < childStart[token + 1]; at++) {
    const child = children[at];
    if (child >= from && relation.test(document.relations[child])) return child;
  }
  return -1;
}

export function getChildren({ childStart, children }: Tree, token: number): Int32Array {
  return children.subarray(childStart[token], childStart[token + 1]);
}

const NEGATIONS = new Set([
  "not",
  "n't",
  "n’t",
  "never",
  "neither",
  "nor",
  "no",
  "hardly",
  "without",
  "none",
  "nothing",
]);

/** Whether a child of the token, or an auxiliary before it, takes back what it says. */
export function isNegated(tree: Tree, token: number): boolean {
  const { tokens } = tree.document;
  for (const child of getChildren(tree, token)) {
    if (child < token && NEGATIONS.has(tokens[child].text.toLowerCase())) return true;
  }
  return false;
}

/** The preposition of a phrase, in lower case; empty where there is none. */
export function getPreposition(tree: Tree, token: number): string {
  const child = getChild(tree, token, /^case$/);
  return child < 0 ? "" : tree.document.tokens[child].text.toLowerCase();
}

function getMark(tree: Tree, token: number): string {
  const child = getChild(tree, token, /^(?:mark|case)$/);
  return child < 0 ? "" : tree.document.tokens[child].text.toLowerCase();
}

/** The entity of the phrase that hangs on the tree at the token, or -1. */
export function getEntity(tree: Tree, token: number): number {
  if (token < 0) return -1;
  const mention = tree.mentionOn[token];
  return mention < 0 ? -1 : tree.document.entityOf[mention];
}

/** The entity that does what the verb says, found up the tree where the verb has no subject of its own; -1 for none. */
export function findDoer(tree: Tree, verb: number): number {
  const { heads, relations } = tree.document;
  let token = verb;
  for (let steps = 0; token >= 0 && steps < 5; steps++) {
    if (getChild(tree, token, /^(?:nsubj:pass|aux:pass)$/) >= 0 && steps === 0) {
      for (const child of getChildren(tree, token)) {
        if (relations[child].startsWith("obl") && getPreposition(tree, child) === "by") return getEntity(tree, child);
      }
      return -1;
    }
    const subject = getChild(tree, token, /^nsubj/);
    if (subject >= 0) return getEntity(tree, subject);
    const relation = relations[token];
    const isWhatFor = relation === "advcl" && /^(?:of|for|from)$/.test(getMark(tree, token));
    if (relation === "xcomp" || isWhatFor) {
      // "urged X to back Y", "accused X of backing Y": it is X who is to back it, or is said to.
      if (getChild(tree, heads[token], /^(?:obj|iobj)$/) >= 0) return -1;
    } else if (relation.startsWith("acl")) {
      // "a statement voicing support": whose statement, its verb tells.
      const own = getEntity(tree, heads[token]);
      if (own >= 0 && relation === "acl:relcl") return own;
      token = heads[token];
    } else if (!/^(?:conj|advcl|parataxis|ccomp)/.test(relation)) return -1;
    token = heads[token];
  }
  return -1;
}
