/**
 * Stances of those of whom no single sign tells: all that they say and do towards the report's issue, weighed together
 * (`weigh-said.ts`, `weigh-told.ts`), and what part they have in it (`find-parties.ts`).
 */
import { findParties } from "./find-parties.ts";
import { type Bodies, findBodies } from "./find-reacting.ts";
import { findReservations } from "./find-reservations.ts";
import { entityOfTarget, headWord, type Issue, isOnIssue } from "./issue.ts";
import { Leanings } from "./leanings.ts";
import { weighLists } from "./read-lists.ts";
import type { StanceSign, Tree } from "./stance-document.ts";
import { weighSaid } from "./weigh-said.ts";
import { weighTold } from "./weigh-told.ts";

/** Signs that leave room for what else their holder says. */
const WEAK: ReadonlySet<string> = new Set(["judgement", "opinion", "derived"]);

/** @param signs All that are sure; nothing more is looked for of who has one on the issue. */
export function findLeanings(tree: Tree, signs: readonly StanceSign[], issue: Issue | undefined): StanceSign[] {
  if (issue === undefined) return [];
  const leanings = new Leanings();
  const bodies = findBodies(tree);
  findParties(tree, leanings, signs, issue, bodies);
  weighTold(tree, leanings, bodies);
  weighLists(tree, leanings);
  weighSaid(tree, leanings);
  const known = new Set<number>();
  const weak = new Map<number, number>();
  for (const sign of signs) {
    const isVote = sign.kind === "vote" && sign.value !== 0 && sign.targetStart < 0;
    if (!isVote && !isOnIssue(tree, sign, issue)) continue;
    if (WEAK.has(sign.kind)) {
      leanings.add("side", sign);
      weak.set(sign.holder, sign.value);
    } else known.add(sign.holder);
  }
  const all = leanings.toSigns(issue.sample);
  // What only says again what a sign tells makes that no surer.
  for (const { holder, value } of all)
    if (weak.get(holder) === value && all.filter((other) => other.holder === holder).length === 1) known.add(holder);
  const found = all.filter(
    (leaning) => !known.has(leaning.holder) && !isTold(tree, leaning, signs) && canLean(tree, leaning.holder, bodies),
  );
  return [...found, ...findReservations(tree, signs)];
}

/** Whether the word that shows it is about something that it names: told already. */
function isTold(tree: Tree, { holder, value, startToken }: StanceSign, signs: readonly StanceSign[]): boolean {
  return signs.some(
    (sign) =>
      sign.holder === holder &&
      sign.value === value &&
      (headWord(tree, sign) !== "" || entityOfTarget(tree, sign) >= 0) &&
      sign.startToken <= startToken &&
      startToken < sign.endToken,
  );
}

/** Named or a body; not the court that decides, nor its judges. */
function canLean({ document }: Tree, holder: number, bodies: Bodies): boolean {
  const { resolvedEntities, roleDrafts, entityOf, caseDrafts } = document;
  const { kind, isNamed } = resolvedEntities[holder];
  if (kind === "court" || caseDrafts.some(({ court }) => court === holder)) return false;
  if (!isNamed) return kind === "organisation" || kind === "state";
  const body = bodies.get(holder);
  const isOfCourt = body !== undefined && resolvedEntities[body].kind === "court";
  return !roleDrafts.some(
    (role) =>
      entityOf[role.holder] === holder &&
      (/\b(?:judge|justice)\b/.test(role.title) || (isOfCourt && role.title === "president")),
  );
}
