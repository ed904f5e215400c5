import { describe, expect, it } from "vitest";
import { createRandom } from "../../../training/random.ts";
import { findAlternatives } from "./role-alternatives.ts";
import { RoleDecoder, type RoleWeights, UNARY_COUNT } from "./role-decoder.ts";
import { ROLE_COUNT, ROLES, RoleChain } from "./role-features.ts";

const ROWS = 16;
const PAIRS = ROLE_COUNT * ROLE_COUNT;

/** A chain of five steps with three features of each kind a step; the cue stands at the third. */
function makeCase(seed: number): { chain: RoleChain; weights: RoleWeights } {
  const random = createRandom(seed);
  const chain = new RoleChain();
  chain.count = 5;
  for (let step = 0; step < chain.count; step++) {
    chain.allowed[step] = step === 2 ? 1 << ROLES.cue : 15;
    chain.unaryEnd[step] = chain.pairEnd[step] = (step + 1) * 3;
  }
  for (let f = 0; f < 15; f++) {
    chain.unary[f] = Math.floor(random() * ROWS);
    chain.pair[f] = Math.floor(random() * ROWS);
  }
  const draw = (count: number): Float32Array => Float32Array.from({ length: count }, () => random() * 2 - 1);
  const weights = { unary: draw(ROWS * UNARY_COUNT), pair: draw(ROWS * PAIRS), unaryScale: 1, pairScale: 0.5 };
  return { chain, weights };
}

function scoreOf(chain: RoleChain, weights: RoleWeights, roles: readonly number[]): number {
  let total = 0;
  for (let step = 0; step < chain.count; step++) {
    if (((chain.allowed[step] >> roles[step]) & 1) === 0) return Number.NEGATIVE_INFINITY;
    const before = step === 0 ? 0 : roles[step - 1];
    for (let f = step * 3; f < step * 3 + 3; f++) {
      if (roles[step] > 0) total += weights.unary[chain.unary[f] * UNARY_COUNT + roles[step] - 1] * weights.unaryScale;
      total += weights.pair[chain.pair[f] * PAIRS + before * ROLE_COUNT + roles[step]] * weights.pairScale;
    }
  }
  return total;
}

function listAllRoles(count: number): number[][] {
  return Array.from({ length: ROLE_COUNT ** count }, (_, code) =>
    Array.from({ length: count }, (_, step) => Math.floor(code / ROLE_COUNT ** step) % ROLE_COUNT),
  );
}

describe("RoleDecoder", () => {
  it.each([1, 2, 3, 4, 5])("finds the best roles with content, as trying all of them does (case %i)", (seed) => {
    const { chain, weights } = makeCase(seed);
    const decoder = new RoleDecoder();
    decoder.score(chain, weights);
    for (const bonus of [0, 3]) {
      const found = [...decoder.findBestRoles(chain, bonus).subarray(0, chain.count)];
      const rank = (roles: number[]): number =>
        scoreOf(chain, weights, roles) + (roles.includes(ROLES.source) ? bonus : 0);
      const best = listAllRoles(chain.count)
        .filter((roles) => roles.includes(ROLES.content))
        .reduce((a, b) => (rank(b) > rank(a) ? b : a));
      expect(found).toEqual(best);
    }
  });

  it.each([1, 2, 3])("gives the probabilities that summing over all roles gives (case %i)", (seed) => {
    const { chain, weights } = makeCase(seed);
    const decoder = new RoleDecoder();
    decoder.score(chain, weights);
    decoder.findMarginals(chain);
    const all = listAllRoles(chain.count).map((roles) => ({ roles, mass: Math.exp(scoreOf(chain, weights, roles)) }));
    const total = all.reduce((sum, { mass }) => sum + mass, 0);
    for (let step = 0; step < chain.count; step++) {
      for (let role = 0; role < ROLE_COUNT; role++) {
        const expected =
          all.filter(({ roles }) => roles[step] === role).reduce((sum, { mass }) => sum + mass, 0) / total;
        expect(decoder.marginals[step * ROLE_COUNT + role]).toBeCloseTo(expected, 5);
      }
    }
    const { roles, mass } = all.find(({ mass }) => mass > 0)!;
    expect(decoder.getLogProbability(chain, Uint8Array.from(roles))).toBeCloseTo(Math.log(mass / total), 5);
  });
});

describe("findAlternatives", () => {
  const everyStep = (): boolean => true;

  it.each([1, 2, 3, 4, 5])("gives for every step and role the best roles with it, in order (case %i)", (seed) => {
    const { chain, weights } = makeCase(seed);
    const decoder = new RoleDecoder();
    decoder.score(chain, weights);
    decoder.findMarginals(chain);
    const best = [...decoder.findBestRoles(chain, 1).subarray(0, chain.count)];
    const rank = (roles: number[]): number => scoreOf(chain, weights, roles) + (roles.includes(ROLES.source) ? 1 : 0);
    const all = listAllRoles(chain.count).filter((roles) => roles.includes(ROLES.content) && rank(roles) > -1e9);
    const expected = new Map<string, number>();
    for (let step = 0; step < chain.count; step++) {
      for (let role = 0; role < ROLE_COUNT; role++) {
        const own = all.filter((roles) => roles[step] === role);
        if (own.length === 0 || role === best[step]) continue;
        const top = own.reduce((a, b) => (rank(b) > rank(a) ? b : a));
        expected.set(top.join(), rank(best) - rank(top));
      }
    }
    const found = findAlternatives(decoder, chain, { sourceBonus: 1, count: 99, maxLoss: 99 }, everyStep);
    expect(new Set(found.map(({ roles }) => roles.join()))).toEqual(new Set(expected.keys()));
    for (const { roles, loss } of found) expect(loss).toBeCloseTo(expected.get(roles.join())!, 5);
    expect(found.map(({ loss }) => loss)).toEqual(found.map(({ loss }) => loss).sort((a, b) => a - b));
  });

  it("gives no more and none of less score than asked, and none that differs only where it does not matter", () => {
    const { chain, weights } = makeCase(1);
    const decoder = new RoleDecoder();
    decoder.score(chain, weights);
    decoder.findMarginals(chain);
    const best = decoder.findBestRoles(chain, 0).slice(0, chain.count);
    const limits = { sourceBonus: 0, count: 99, maxLoss: 99 };
    const all = findAlternatives(decoder, chain, limits, everyStep);
    expect(findAlternatives(decoder, chain, { ...limits, count: 2 }, everyStep)).toEqual(all.slice(0, 2));
    const maxLoss = all[2].loss;
    expect(findAlternatives(decoder, chain, { ...limits, maxLoss }, everyStep)).toEqual(all.slice(0, 2));
    const onlyFirst = findAlternatives(decoder, chain, limits, (step) => step === 0);
    expect(onlyFirst.length).toBeGreaterThan(0);
    for (const { roles } of onlyFirst) expect(roles[0]).not.toBe(best[0]);
  });
});
