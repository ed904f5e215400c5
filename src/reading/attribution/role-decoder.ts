/**
 * Marks the roles along a chain: a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) whose
 * features look at one role, or at two that follow each other.
 */
import { RAISED } from "./feature-table.ts";
import { MAX_STEPS, ROLE_COUNT, ROLES, type RoleChain } from "./role-features.ts";
import { stableExp, stableLog } from "./stable-math.ts";

export const UNARY_COUNT = ROLE_COUNT - 1;
export const PAIR_COUNT = ROLE_COUNT * ROLE_COUNT;
// A state of the search for the best roles: the role, and whether a source and a content have been seen.
const HAS_SOURCE = 4;
const HAS_CONTENT = 8;
export const STATE_COUNT = 16;
/** What each role makes of a state. */
export const NEXT_ROLE = Uint8Array.of(ROLES.none, ROLES.source | HAS_SOURCE, ROLES.cue, ROLES.content | HAS_CONTENT);
/** The score of a role that a step may not have. */
export const FORBIDDEN = -1e6;

/** What the last state of a chain adds to its score: roles must have content, and a source is worth its bonus. */
export function scoreLast(state: number, sourceBonus: number): number {
  return ((state & HAS_SOURCE) !== 0 ? sourceBonus : 0) - ((state & HAS_CONTENT) === 0 ? 1e5 : 0);
}

/**
 * Weights by feature: in `unary` a row of three, for the roles but `none`, which scores 0; in `pair` a row of
 * ROLE_COUNT × ROLE_COUNT, role before × role.
 */
export interface RoleWeights {
  readonly unary: Float32Array | Int8Array;
  readonly pair: Float32Array | Int8Array;
  /** What a stored weight is multiplied with. */
  readonly unaryScale: number;
  readonly pairScale: number;
}

/** The same of a model in use: rows found by the hashes of features. */
export interface KnownRoles {
  /** Of `packTriples`. */
  readonly unary: Int32Array;
  readonly pairPrints: Uint8Array;
  /** Of `viewRows`. */
  readonly pair: Int32Array;
  readonly unaryScale: number;
  readonly pairScale: number;
}

function unpackSums(sums: Float64Array, at: number, even: number, odd: number, raised: number): void {
  sums[at] = (even & 0xffff) - raised;
  sums[at + 1] = (odd & 0xffff) - raised;
  sums[at + 2] = (even >>> 16) - raised;
  sums[at + 3] = (odd >>> 16) - raised;
}

/** Scores, best roles and probabilities of one chain at a time. */
export class RoleDecoder {
  /** `scores[step * 16 + before * 4 + role]`: of having `role` at the step after `before`. */
  readonly scores = new Float64Array(MAX_STEPS * PAIR_COUNT);
  private readonly potentials = new Float64Array(MAX_STEPS * PAIR_COUNT);
  private readonly forward = new Float64Array((MAX_STEPS + 1) * ROLE_COUNT);
  private readonly backward = new Float64Array((MAX_STEPS + 1) * ROLE_COUNT);
  /** Of the best roles up to a step that end in a state, their score and the state before; by `findBestRoles`. */
  readonly best = new Float64Array((MAX_STEPS + 1) * STATE_COUNT);
  readonly from = new Uint8Array((MAX_STEPS + 1) * STATE_COUNT);
  private readonly sums = new Float64Array(PAIR_COUNT);
  /** Best roles, by `findBestRoles`. */
  readonly roles = new Uint8Array(MAX_STEPS);
  /** `marginals[step * 4 + role]`, and of pairs `pairMarginals[step * 16 + before * 4 + role]`, by `findMarginals`. */
  readonly marginals = new Float64Array(MAX_STEPS * ROLE_COUNT);
  readonly pairMarginals = new Float64Array(MAX_STEPS * PAIR_COUNT);
  private logSum = 0;

  /** Must be called first for a chain, whose features are hashes; those not known add nothing. */
  scoreKnown(chain: RoleChain, { unary, pairPrints, pair, unaryScale, pairScale }: KnownRoles): void {
    const { sums } = this;
    const scale = unary.length / 0x1_0000_0000;
    const pairRows = pairPrints.length / 0x1_0000_0000;
    const { unary: hashes, pair: pairHashes } = chain;
    let f = 0;
    let g = 0;
    for (let step = 0; step < chain.count; step++) {
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (const to = chain.unaryEnd[step]; f < to; f++) {
        const hash = hashes[f];
        const entry = unary[((hash >>> 0) * scale) | 0];
        if ((entry & 255) !== (hash & 255 || 1)) continue;
        s1 += (entry << 16) >> 24;
        s2 += (entry << 8) >> 24;
        s3 += entry >> 24;
      }
      // Sums of two weights each: of `none`, `source`, `cue` and `content` before.
      let even0 = 0;
      let odd0 = 0;
      let even1 = 0;
      let odd1 = 0;
      let even2 = 0;
      let odd2 = 0;
      let even3 = 0;
      let odd3 = 0;
      let raised = 0;
      for (const to = chain.pairEnd[step]; g < to; g++) {
        const hash = pairHashes[g];
        const found = ((hash >>> 0) * pairRows) | 0;
        if (pairPrints[found] !== (hash & 255 || 1)) continue;
        const row = found * ROLE_COUNT;
        const four0 = pair[row] ^ RAISED;
        const four1 = pair[row + 1] ^ RAISED;
        const four2 = pair[row + 2] ^ RAISED;
        const four3 = pair[row + 3] ^ RAISED;
        even0 += four0 & 0x00ff_00ff;
        odd0 += (four0 >>> 8) & 0x00ff_00ff;
        even1 += four1 & 0x00ff_00ff;
        odd1 += (four1 >>> 8) & 0x00ff_00ff;
        even2 += four2 & 0x00ff_00ff;
        odd2 += (four2 >>> 8) & 0x00ff_00ff;
        even3 += four3 & 0x00ff_00ff;
        odd3 += (four3 >>> 8) & 0x00ff_00ff;
        raised += 128;
      }
      unpackSums(sums, 0, even0, odd0, raised);
      unpackSums(sums, 4, even1, odd1, raised);
      unpackSums(sums, 8, even2, odd2, raised);
      unpackSums(sums, 12, even3, odd3, raised);
      this.#write(step, chain.allowed[step], s1 * unaryScale, s2 * unaryScale, s3 * unaryScale, pairScale);
    }
  }

  /** As `scoreKnown`, for a chain whose features have been resolved to rows: in training. */
  score(chain: RoleChain, weights: RoleWeights): void {
    const { unary, pair, unaryScale, pairScale } = weights;
    const { sums } = this;
    let from = 0;
    let pairFrom = 0;
    for (let step = 0; step < chain.count; step++) {
      const to = chain.unaryEnd[step];
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let f = from; f < to; f++) {
        const row = chain.unary[f] * UNARY_COUNT;
        s1 += unary[row];
        s2 += unary[row + 1];
        s3 += unary[row + 2];
      }
      from = to;
      sums.fill(0);
      const pairTo = chain.pairEnd[step];
      for (let f = pairFrom; f < pairTo; f++) {
        const row = chain.pair[f] * PAIR_COUNT;
        for (let k = 0; k < PAIR_COUNT; k++) sums[k] += pair[row + k];
      }
      pairFrom = pairTo;
      this.#write(step, chain.allowed[step], s1 * unaryScale, s2 * unaryScale, s3 * unaryScale, pairScale);
    }
  }

  #write(step: number, allowed: number, source: number, cue: number, content: number, pairScale: number): void {
    const { scores, sums } = this;
    const base = step * PAIR_COUNT;
    for (let k = 0; k < PAIR_COUNT; k += ROLE_COUNT) {
      scores[base + k] = (allowed & 1) !== 0 ? sums[k] * pairScale : FORBIDDEN;
      scores[base + k + 1] = (allowed & 2) !== 0 ? source + sums[k + 1] * pairScale : FORBIDDEN;
      scores[base + k + 2] = (allowed & 4) !== 0 ? cue + sums[k + 2] * pairScale : FORBIDDEN;
      scores[base + k + 3] = (allowed & 8) !== 0 ? content + sums[k + 3] * pairScale : FORBIDDEN;
    }
  }

  /**
   * The roles of highest score together among those with any content.
   *
   * @param sourceBonus Added to the score of roles with a source: a source is more often missed than invented.
   */
  findBestRoles(chain: RoleChain, sourceBonus: number): Uint8Array {
    const { best, from, scores, roles } = this;
    best.fill(-1e12, 0, STATE_COUNT);
    best[0] = 0;
    for (let step = 0; step < chain.count; step++) {
      const here = step * STATE_COUNT;
      const next = here + STATE_COUNT;
      best.fill(-1e12, next, next + STATE_COUNT);
      for (let state = 0; state < STATE_COUNT; state++) {
        const value = best[here + state];
        if (value < -1e11) continue;
        const row = step * PAIR_COUNT + (state & 3) * ROLE_COUNT;
        for (let role = 0; role < ROLE_COUNT; role++) {
          const score = scores[row + role];
          // There is always a way of roles that are allowed, and it is the better one.
          if (score === FORBIDDEN) continue;
          const total = value + score;
          const to = next + (NEXT_ROLE[role] | (state & 12));
          if (total > best[to]) {
            best[to] = total;
            from[to] = state;
          }
        }
      }
    }
    const last = chain.count * STATE_COUNT;
    let state = 0;
    let top = -1e13;
    for (let k = 0; k < STATE_COUNT; k++) {
      const value = best[last + k] + scoreLast(k, sourceBonus);
      if (value > top) {
        top = value;
        state = k;
      }
    }
    for (let step = chain.count - 1; step >= 0; step--) {
      roles[step] = state & 3;
      state = from[(step + 1) * STATE_COUNT + state];
    }
    return roles;
  }

  /** Fills `marginals` and `pairMarginals`. */
  findMarginals(chain: RoleChain): void {
    const { scores, potentials, forward, backward, marginals, pairMarginals } = this;
    const count = chain.count;
    this.logSum = 0;
    forward.fill(0, 0, ROLE_COUNT);
    forward[0] = 1;
    for (let step = 0; step < count; step++) {
      const base = step * PAIR_COUNT;
      let top = -1e12;
      for (let k = 0; k < PAIR_COUNT; k++) if (scores[base + k] > top) top = scores[base + k];
      for (let k = 0; k < PAIR_COUNT; k++) {
        const rest = scores[base + k] - top;
        potentials[base + k] = rest < -60 ? 0 : stableExp(rest);
      }
      let sum = 0;
      const here = step * ROLE_COUNT;
      for (let role = 0; role < ROLE_COUNT; role++) {
        let total = 0;
        for (let before = 0; before < ROLE_COUNT; before++) {
          total += forward[here + before] * potentials[base + before * ROLE_COUNT + role];
        }
        forward[here + ROLE_COUNT + role] = total;
        sum += total;
      }
      if (!(sum > 1e-200)) sum = 1e-200;
      for (let role = 0; role < ROLE_COUNT; role++) forward[here + ROLE_COUNT + role] /= sum;
      this.logSum += top + stableLog(Math.max(sum, 1e-29));
    }
    const end = count * ROLE_COUNT;
    backward.fill(1, end, end + ROLE_COUNT);
    for (let step = count - 1; step >= 0; step--) {
      const base = step * PAIR_COUNT;
      const here = step * ROLE_COUNT;
      let sum = 0;
      for (let before = 0; before < ROLE_COUNT; before++) {
        let total = 0;
        for (let role = 0; role < ROLE_COUNT; role++) {
          const mass = potentials[base + before * ROLE_COUNT + role] * backward[here + ROLE_COUNT + role];
          total += mass;
          const both = forward[here + before] * mass;
          pairMarginals[base + before * ROLE_COUNT + role] = both;
          sum += both;
        }
        backward[here + before] = total;
      }
      if (!(sum > 1e-200)) sum = 1e-200;
      let top = 1e-200;
      for (let role = 0; role < ROLE_COUNT; role++) {
        let total = 0;
        for (let before = 0; before < ROLE_COUNT; before++) {
          const k = base + before * ROLE_COUNT + role;
          pairMarginals[k] /= sum;
          total += pairMarginals[k];
        }
        marginals[here + role] = total;
        if (backward[here + role] > top) top = backward[here + role];
      }
      for (let role = 0; role < ROLE_COUNT; role++) backward[here + role] /= top;
    }
  }

  /** Log probability of the given roles, after `findMarginals`. */
  getLogProbability(chain: RoleChain, roles: Uint8Array): number {
    let total = 0;
    let before = 0;
    for (let step = 0; step < chain.count; step++) {
      total += this.scores[step * PAIR_COUNT + before * ROLE_COUNT + roles[step]];
      before = roles[step];
    }
    return total - this.logSum;
  }
}
