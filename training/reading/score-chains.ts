/** Measures of coreference over mentions known by their head tokens; singletons count on neither side. */

export type Chain = readonly number[];

export interface ChainScores {
  muc: number;
  b3: number;
  lea: number;
}

/** F1, 0 to 1, of MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and LEA (Moosavi and Strube 2016), over many documents. */
export function scoreChains(documents: readonly { key: readonly Chain[]; response: readonly Chain[] }[]): ChainScores {
  const totals = { muc: [0, 0, 0, 0], b3: [0, 0, 0, 0], lea: [0, 0, 0, 0] };
  for (const { key, response } of documents) {
    const keys = key.filter((chain) => chain.length > 1);
    const responses = response.filter((chain) => chain.length > 1);
    for (const [name, measure] of [
      ["muc", muc],
      ["b3", b3],
      ["lea", lea],
    ] as const) {
      const [recallPart, recallWhole] = measure(keys, responses);
      const [precisionPart, precisionWhole] = measure(responses, keys);
      for (const [k, value] of [recallPart, recallWhole, precisionPart, precisionWhole].entries())
        totals[name][k] += value;
    }
  }
  const f1 = ([recallPart, recallWhole, precisionPart, precisionWhole]: number[]): number => {
    const recall = recallPart / (recallWhole || 1);
    const precision = precisionPart / (precisionWhole || 1);
    return (2 * precision * recall) / (precision + recall || 1);
  };
  return { muc: f1(totals.muc), b3: f1(totals.b3), lea: f1(totals.lea) };
}

function chainOf(chains: readonly Chain[]): Map<number, number> {
  return new Map(chains.flatMap((chain, index) => chain.map((mention) => [mention, index] as const)));
}

function muc(chains: readonly Chain[], others: readonly Chain[]): [part: number, whole: number] {
  const other = chainOf(others);
  let part = 0;
  let whole = 0;
  for (const chain of chains) {
    const parts = new Set(chain.map((mention, at) => other.get(mention) ?? -1 - at));
    part += chain.length - parts.size;
    whole += chain.length - 1;
  }
  return [part, whole];
}

function b3(chains: readonly Chain[], others: readonly Chain[]): [part: number, whole: number] {
  const other = chainOf(others);
  let part = 0;
  let whole = 0;
  for (const chain of chains) {
    for (const count of countShared(chain, other).values()) part += (count * count) / chain.length;
    whole += chain.length;
  }
  return [part, whole];
}

function lea(chains: readonly Chain[], others: readonly Chain[]): [part: number, whole: number] {
  const other = chainOf(others);
  const links = (size: number): number => (size * (size - 1)) / 2;
  let part = 0;
  let whole = 0;
  for (const chain of chains) {
    let shared = 0;
    for (const count of countShared(chain, other).values()) shared += links(count);
    part += (chain.length * shared) / links(chain.length);
    whole += chain.length;
  }
  return [part, whole];
}

/** How many mentions of the chain each other chain holds. */
function countShared(chain: Chain, other: Map<number, number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const mention of chain) {
    const index = other.get(mention);
    if (index !== undefined) counts.set(index, (counts.get(index) ?? 0) + 1);
  }
  return counts;
}
