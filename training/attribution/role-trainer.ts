/** Trains the conditional random field over role chains by AdaGrad on the likelihood of the annotated roles. */
import { RoleDecoder, type RoleWeights, UNARY_COUNT } from "../../src/reading/attribution/role-decoder.ts";
import { ROLE_COUNT, RoleChain } from "../../src/reading/attribution/role-features.ts";
import { createRandom, shuffle } from "../random.ts";
import { FeatureCounts } from "./feature-index.ts";

interface PackedChain {
  unaryFrom: number;
  pairFrom: number;
  unaryEnd: Int32Array;
  pairEnd: Int32Array;
  allowed: Uint8Array;
  roles: Uint8Array;
}

/** Chains packed one after the other, with their annotated roles: first by hashes of features, then by rows. */
export class PackedChains {
  private unary = new Int32Array(1 << 22);
  private pair = new Int32Array(1 << 21);
  private unaryUsed = 0;
  private pairUsed = 0;
  private readonly records: PackedChain[] = [];

  get count(): number {
    return this.records.length;
  }

  add(chain: RoleChain, roles: Uint8Array): void {
    const unaryCount = chain.count === 0 ? 0 : chain.unaryEnd[chain.count - 1];
    const pairCount = chain.count === 0 ? 0 : chain.pairEnd[chain.count - 1];
    while (this.unaryUsed + unaryCount > this.unary.length) this.unary = grow(this.unary);
    while (this.pairUsed + pairCount > this.pair.length) this.pair = grow(this.pair);
    this.unary.set(chain.unary.subarray(0, unaryCount), this.unaryUsed);
    this.pair.set(chain.pair.subarray(0, pairCount), this.pairUsed);
    this.records.push({
      unaryFrom: this.unaryUsed,
      pairFrom: this.pairUsed,
      unaryEnd: chain.unaryEnd.slice(0, chain.count),
      pairEnd: chain.pairEnd.slice(0, chain.count),
      allowed: chain.allowed.slice(0, chain.count),
      roles: roles.slice(0, chain.count),
    });
    this.unaryUsed += unaryCount;
    this.pairUsed += pairCount;
  }

  /** Chooses the features to know, and turns all hashes into rows of their tables. */
  index(settings: RoleSettings): { unaryPrints: Uint8Array<ArrayBuffer>; pairPrints: Uint8Array<ArrayBuffer> } {
    const unaryPrints = choosePrints(this.unary.subarray(0, this.unaryUsed), settings.unaryRows, settings.leastCount);
    const pairPrints = choosePrints(this.pair.subarray(0, this.pairUsed), settings.pairRows, settings.leastCount);
    const chain = new RoleChain();
    for (const [index, record] of this.records.entries()) {
      this.load(index, chain);
      chain.resolve(unaryPrints, pairPrints);
      // Rows are never more than hashes were: they fit in the same place.
      this.unary.set(chain.unary.subarray(0, chain.unaryEnd[chain.count - 1]), record.unaryFrom);
      this.pair.set(chain.pair.subarray(0, chain.pairEnd[chain.count - 1]), record.pairFrom);
      record.unaryEnd = chain.unaryEnd.slice(0, chain.count);
      record.pairEnd = chain.pairEnd.slice(0, chain.count);
    }
    return { unaryPrints, pairPrints };
  }

  /** Loads a chain and gives its roles. */
  load(index: number, chain: RoleChain): Uint8Array {
    const { unaryFrom, pairFrom, unaryEnd, pairEnd, allowed, roles } = this.records[index];
    chain.count = roles.length;
    chain.unaryEnd.set(unaryEnd);
    chain.pairEnd.set(pairEnd);
    chain.allowed.set(allowed);
    chain.unary.set(this.unary.subarray(unaryFrom, unaryFrom + (unaryEnd.at(-1) ?? 0)));
    chain.pair.set(this.pair.subarray(pairFrom, pairFrom + (pairEnd.at(-1) ?? 0)));
    return roles;
  }
}

function choosePrints(hashes: Int32Array, rows: number, least: number): Uint8Array<ArrayBuffer> {
  const counts = new FeatureCounts();
  for (const hash of hashes) counts.add(hash);
  return counts.toPrints(rows, least);
}

function grow(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

export interface RoleSettings {
  unaryRows: number;
  pairRows: number;
  /** How often a feature must occur to be learnt from. */
  leastCount: number;
  epochs: number;
  rate: number;
  decay: number;
  /** Share of the features left out at random at each sight of a chain. */
  dropout: number;
  seed: number;
}

/** Leaves out a share of the features at random, so that no decision comes to rest on a few of them (Hinton et al. 2012). */
function dropFeatures(chain: RoleChain, share: number, random: () => number): void {
  if (share === 0) return;
  let f = 0;
  let g = 0;
  let unaryTo = 0;
  let pairTo = 0;
  for (let step = 0; step < chain.count; step++) {
    for (const end = chain.unaryEnd[step]; f < end; f++) {
      if (random() >= share) chain.unary[unaryTo++] = chain.unary[f];
    }
    for (const end = chain.pairEnd[step]; g < end; g++) {
      if (random() >= share) chain.pair[pairTo++] = chain.pair[g];
    }
    chain.unaryEnd[step] = unaryTo;
    chain.pairEnd[step] = pairTo;
  }
}

/** Weights averaged over all epochs but the first. */
export function trainRoles(
  chains: PackedChains,
  chosen: readonly number[],
  settings: RoleSettings,
  progress: (line: string) => void,
): RoleWeights {
  const { unaryRows, pairRows, epochs, rate, decay } = settings;
  const pairCount = ROLE_COUNT * ROLE_COUNT;
  const unary = new Float32Array(unaryRows * UNARY_COUNT);
  const pair = new Float32Array(pairRows * pairCount);
  const unarySquares = new Float32Array(unary.length).fill(0.5);
  const pairSquares = new Float32Array(pair.length).fill(0.5);
  const unaryAverage = new Float32Array(unary.length);
  const pairAverage = new Float32Array(pair.length);
  const weights: RoleWeights = { unary, pair, unaryScale: 1, pairScale: 1 };
  const decoder = new RoleDecoder();
  const chain = new RoleChain();
  const random = createRandom(settings.seed);
  const order = [...chosen];
  const error = new Float64Array(pairCount);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    let loss = 0;
    for (const index of order) {
      const roles = chains.load(index, chain);
      dropFeatures(chain, settings.dropout, random);
      decoder.score(chain, weights);
      decoder.findMarginals(chain);
      loss -= decoder.getLogProbability(chain, roles);
      let before = 0;
      let f = 0;
      let g = 0;
      for (let step = 0; step < chain.count; step++) {
        const role = roles[step];
        let largest = 0;
        for (let k = 0; k < ROLE_COUNT; k++) {
          error[k] = (k === role ? 1 : 0) - decoder.marginals[step * ROLE_COUNT + k];
          if (Math.abs(error[k]) > largest) largest = Math.abs(error[k]);
        }
        if (largest > 0.003) {
          for (const to = chain.unaryEnd[step]; f < to; f++) {
            const row = chain.unary[f] * UNARY_COUNT;
            for (let k = 0; k < UNARY_COUNT; k++) {
              const gradient = error[k + 1] - decay * unary[row + k];
              unarySquares[row + k] += gradient * gradient;
              unary[row + k] += (rate * gradient) / Math.sqrt(unarySquares[row + k]);
            }
          }
        }
        f = chain.unaryEnd[step];
        largest = 0;
        for (let k = 0; k < pairCount; k++) {
          error[k] = (k === before * ROLE_COUNT + role ? 1 : 0) - decoder.pairMarginals[step * pairCount + k];
          if (Math.abs(error[k]) > largest) largest = Math.abs(error[k]);
        }
        if (largest > 0.003) {
          for (const to = chain.pairEnd[step]; g < to; g++) {
            const row = chain.pair[g] * pairCount;
            for (let k = 0; k < pairCount; k++) {
              const gradient = error[k] - decay * pair[row + k];
              if (gradient === 0) continue;
              pairSquares[row + k] += gradient * gradient;
              pair[row + k] += (rate * gradient) / Math.sqrt(pairSquares[row + k]);
            }
          }
        }
        g = chain.pairEnd[step];
        before = role;
      }
    }
    if (epoch > 0) {
      for (let k = 0; k < unary.length; k++) unaryAverage[k] += unary[k] / (epochs - 1);
      for (let k = 0; k < pair.length; k++) pairAverage[k] += pair[k] / (epochs - 1);
    }
    progress(`epoch ${epoch + 1} of ${epochs}: loss ${(loss / order.length).toFixed(3)}`);
  }
  return epochs > 1 ? { ...weights, unary: unaryAverage, pair: pairAverage } : weights;
}
