/** Those who do a thing together with somebody: "Brazil and Peru welcomed it", "was rejected by the mayor and the council". */
import {
  findSubject,
  getChild,
  getChildren,
  getEntity,
  getPreposition,
  type StanceSign,
  type Tree,
} from "./stance-document.ts";

const MOST = 12;

/** Entities joined to the doer of a verb with "and" or commas; not the doer itself. */
export function findFellows(tree: Tree, verb: number, doer: number): number[] {
  const { relations, tokens, heads } = tree.document;
  const isPassive = getChild(tree, verb, /^(?:nsubj:pass|aux:pass)$/) >= 0;
  let head = isPassive
    ? (getChildren(tree, verb).find((child) => child > verb && getPreposition(tree, child) === "by") ?? -1)
    : findSubject(tree, verb, /^nsubj/);
  // "Brazil and Peru were among those that backed it".
  if (head >= 0 && /^(?:that|who)$/i.test(tokens[head].text) && heads[verb] >= 0)
    head = findSubject(tree, heads[verb], /^nsubj/);
  if (head < 0) return [];
  const fellows: number[] = [];
  const open = [head];
  while (open.length > 0 && fellows.length < MOST) {
    const token = open.shift() as number;
    const entity = getEntity(tree, token);
    if (entity >= 0 && entity !== doer && isBody(tree, entity) && !fellows.includes(entity)) fellows.push(entity);
    for (const child of getChildren(tree, token))
      if (relations[child] === "conj" && child > token && /^(?:NOUN|PROPN)$/.test(tree.document.tags[child]))
        open.push(child);
  }
  // The doer must be one of the row, or else the row is somebody else's.
  return getEntity(tree, head) === doer || doer < 0 ? fellows : [];
}

function isBody({ document }: Tree, entity: number): boolean {
  const { kind, isNamed } = document.resolvedEntities[entity];
  return isNamed && /^(?:person|organisation|state|court|group)$/.test(kind);
}

/** "his client would appeal": the lawyer who says so, who stands where the client does; or -1. */
export function findCounsel({ document }: Tree, { holder, statement }: StanceSign): number {
  if (statement < 0) return -1;
  const { speaker } = document.statementDrafts[statement];
  if (speaker < 0 || speaker === holder) return -1;
  const { mentions } = document.resolvedEntities[holder];
  return mentions.some((mention) => /^clients?$/.test(document.tokens[document.mentions[mention].headToken].text))
    ? speaker
    : -1;
}
