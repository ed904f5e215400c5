/**
 * Roles of high score that differ from the best ones: for each step and role the best roles of the whole chain with that role
 * there (max-marginals), which a search forward and one backward give for all of them together.
 */
import { FORBIDDEN, NEXT_ROLE, PAIR_COUNT, type RoleDecoder, STATE_COUNT, scoreLast } from "./role-decoder.ts";
import { MAX_STEPS, ROLE_COUNT, type RoleChain } from "./role-features.ts";
import { stableExp } from "./stable-math.ts";

export interface RoleAlternative {
  readonly roles: Uint8Array;
  /** How much lower its score is than the best, in nats. */
  readonly loss: number;
}

export interface AlternativeLimits {
  readonly sourceBonus: number;
  /** How many at most. */
  readonly count: number;
  /** Largest loss. */
  readonly maxLoss: number;
}

interface Branching {
  step: number;
  state: number;
  role: number;
  loss: number;
}

/** Leaves room for what is lost in rounding probabilities. */
const ROUNDED_DOWN = 0.99;
/** Probabilities below are not told apart from 0. */
const LOWEST_LOG = -30;

/** Of the best roles from a step on, given the state before it: their score, and the role at the step. */
const after = new Float64Array((MAX_STEPS + 1) * STATE_COUNT);
const to = new Uint8Array((MAX_STEPS + 1) * STATE_COUNT);
// Of one step, by role: the score after it, the best of the whole chain and the state before it there.
const rests = new Float64Array(ROLE_COUNT);
const bestOf = new Float64Array(ROLE_COUNT);
const stateOf = new Uint8Array(ROLE_COUNT);

/**
 * Finds the alternatives to `decoder.roles`, least loss first. To be called after `findMarginals` and, with the same bonus,
 * `findBestRoles`.
 *
 * @param matters Says of each step whether another role there makes another attribution: marks of punctuation do not.
 */
export function findAlternatives(
  decoder: RoleDecoder,
  chain: RoleChain,
  limits: AlternativeLimits,
  matters: (step: number) => boolean,
): RoleAlternative[] {
  const branchings = findBranchings(decoder, chain, limits, matters);
  const seen: Uint8Array[] = [decoder.roles];
  const found: RoleAlternative[] = [];
  for (const branching of branchings) {
    const roles = followBranching(decoder, chain.count, branching);
    if (seen.some((other) => isSame(roles, other, matters))) continue;
    seen.push(roles);
    found.push({ roles, loss: branching.loss });
    if (found.length === limits.count) break;
  }
  return found;
}

/**
 * Roles so unlikely at their step that the best whole chain with them loses more than may be lost: a whole is no likelier than any
 * of its parts. Most steps have no others, and none are looked at before the first that has.
 */
function findLeastLikely(decoder: RoleDecoder, chain: RoleChain, { sourceBonus, maxLoss }: AlternativeLimits): number {
  const least = decoder.getLogProbability(chain, decoder.roles) - Math.abs(sourceBonus) - maxLoss;
  return least < LOWEST_LOG ? -1 : ROUNDED_DOWN * stableExp(least);
}

function hasAlternative({ marginals, roles }: RoleDecoder, step: number, leastLikely: number): boolean {
  for (let role = 0; role < ROLE_COUNT; role++)
    if (role !== roles[step] && marginals[step * ROLE_COUNT + role] > leastLikely) return true;
  return false;
}

function findBranchings(
  decoder: RoleDecoder,
  chain: RoleChain,
  limits: AlternativeLimits,
  matters: (step: number) => boolean,
): Branching[] {
  const { best, scores, roles } = decoder;
  const { count } = chain;
  const { sourceBonus, maxLoss } = limits;
  const leastLikely = findLeastLikely(decoder, chain, limits);
  let first = 0;
  while (first < count && !hasAlternative(decoder, first, leastLikely)) first++;
  const end = count * STATE_COUNT;
  let top = -1e13;
  for (let state = 0; state < STATE_COUNT; state++) {
    after[end + state] = scoreLast(state, sourceBonus);
    top = Math.max(top, best[end + state] + after[end + state]);
  }
  const found: Branching[] = [];
  for (let step = count - 1; step >= first; step--) {
    const here = step * STATE_COUNT;
    const isBranching = matters(step) && hasAlternative(decoder, step, leastLikely);
    after.fill(-1e12, here, here + STATE_COUNT);
    bestOf.fill(-1e13);
    const next = here + STATE_COUNT;
    for (let flags = 0; flags < STATE_COUNT; flags += ROLE_COUNT) {
      for (let role = 0; role < ROLE_COUNT; role++) rests[role] = after[next + (NEXT_ROLE[role] | flags)];
      for (let before = 0; before < ROLE_COUNT; before++) {
        const state = flags | before;
        const until = best[here + state];
        if (until < -1e11) continue;
        const row = step * PAIR_COUNT + before * ROLE_COUNT;
        for (let role = 0; role < ROLE_COUNT; role++) {
          const score = scores[row + role];
          if (score === FORBIDDEN) continue;
          const rest = score + rests[role];
          if (rest > after[here + state]) {
            after[here + state] = rest;
            to[here + state] = role;
          }
          if (isBranching && until + rest > bestOf[role]) {
            bestOf[role] = until + rest;
            stateOf[role] = state;
          }
        }
      }
    }
    if (!isBranching) continue;
    for (let role = 0; role < ROLE_COUNT; role++) {
      const loss = top - bestOf[role];
      if (role !== roles[step] && loss < maxLoss) found.push({ step, state: stateOf[role], role, loss });
    }
  }
  return found.sort((a, b) => a.loss - b.loss || a.step - b.step || a.role - b.role);
}

/** The best roles of the whole chain with the given one. */
function followBranching({ from }: RoleDecoder, count: number, { step, state, role }: Branching): Uint8Array {
  const roles = new Uint8Array(count);
  let at = state;
  for (let k = step - 1; k >= 0; k--) {
    roles[k] = at & 3;
    at = from[(k + 1) * STATE_COUNT + at];
  }
  at = state;
  let given = role;
  for (let k = step; ; ) {
    roles[k] = given;
    at = NEXT_ROLE[given] | (at & 12);
    if (++k === count) return roles;
    given = to[k * STATE_COUNT + at];
  }
}

function isSame(roles: Uint8Array, other: Uint8Array, matters: (step: number) => boolean): boolean {
  for (let step = 0; step < roles.length; step++) if (roles[step] !== other[step] && matters(step)) return false;
  return true;
}
