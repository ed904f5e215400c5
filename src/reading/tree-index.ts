/** Which tokens hang on which: the trees of a document, read downwards. */
import type { ParsedDocument } from "../language/index.ts";

export interface TreeIndex {
  /** Children of token i: `children[childStart[i]]` to `children[childStart[i + 1] - 1]`, in text order. */
  readonly childStart: Int32Array;
  readonly children: Int32Array;
}

/** The layer of a document that holds its trees. */
export interface TreeLayer {
  readonly tree: TreeIndex;
}

const indexed = new WeakMap<Int32Array, TreeIndex>();

/** Time and memory grow linearly with the tokens. Asked again for the same heads it gives the same index. */
export function indexTrees(heads: Int32Array): TreeIndex {
  let tree = indexed.get(heads);
  if (tree === undefined) indexed.set(heads, (tree = makeIndex(heads)));
  return tree;
}

function makeIndex(heads: Int32Array): TreeIndex {
  const count = heads.length;
  const childStart = new Int32Array(count + 1);
  for (let token = 0; token < count; token++) if (heads[token] >= 0) childStart[heads[token] + 1]++;
  for (let token = 0; token < count; token++) childStart[token + 1] += childStart[token];
  const next = childStart.slice(0, count);
  const children = new Int32Array(childStart[count]);
  for (let token = 0; token < count; token++) if (heads[token] >= 0) children[next[heads[token]]++] = token;
  return { childStart, children };
}

/** The children of a token, in text order. */
export function listChildren({ childStart, children }: TreeIndex, token: number): number[] {
  const list: number[] = [];
  for (let i = childStart[token]; i < childStart[token + 1]; i++) list.push(children[i]);
  return list;
}

/** The first child whose relation is one of `wanted`, or -1. */
export function findChild(
  { relations }: ParsedDocument,
  { childStart, children }: TreeIndex,
  token: number,
  wanted: readonly string[],
): number {
  const end = childStart[token + 1];
  for (let i = childStart[token]; i < end; i++) {
    const relation = relations[children[i]];
    for (let k = 0; k < wanted.length; k++) if (relation === wanted[k]) return children[i];
  }
  return -1;
}
