/**
 * Groups items by the contexts they occur in: the predictive exchange algorithm (Uszkoreit & Brants 2008), here with
 * contexts on both sides of a word at once.
 *
 * Maximises the mutual information between contexts and classes: each item in turn is moved to the class where the sum
 * over contexts of n(context, class) log n(context, class), minus that of n(class) log n(class), is highest. Time per
 * round grows with different pairs of item and context times classes; memory with contexts times classes.
 */

/** Counts of items in contexts: the contexts of item `i` stand at `starts[i]` to `starts[i + 1]`. */
export interface ContextCounts {
  readonly starts: Int32Array;
  readonly contexts: Int32Array;
  readonly counts: Int32Array;
  readonly contextCount: number;
}

/**
 * @param options.initial Class of each item to begin with. Items are best sorted by falling frequency.
 * @returns Class of each item, in a new array.
 */
export function clusterByContexts(
  { starts, contexts, counts, contextCount }: ContextCounts,
  options: {
    classCount: number;
    rounds: number;
    initial: Uint16Array;
    onRound?: (round: number, moved: number) => void;
  },
): Uint16Array {
  const { classCount, rounds, onRound } = options;
  const classes = options.initial.slice();
  const itemCount = classes.length;
  const table = new Int32Array(contextCount * classCount);
  const classTotals = new Float64Array(classCount);
  const itemTotals = new Float64Array(itemCount);
  for (let item = 0; item < itemCount; item++) {
    for (let i = starts[item]; i < starts[item + 1]; i++) {
      table[contexts[i] * classCount + classes[item]] += counts[i];
      itemTotals[item] += counts[i];
    }
    classTotals[classes[item]] += itemTotals[item];
  }
  const entropy = new EntropyTable();
  const gains = new Float64Array(classCount);
  for (let round = 1; round <= rounds; round++) {
    let moved = 0;
    for (let item = 0; item < itemCount; item++) {
      const from = classes[item];
      const start = starts[item];
      const end = starts[item + 1];
      if (start === end) continue;
      for (let i = start; i < end; i++) table[contexts[i] * classCount + from] -= counts[i];
      classTotals[from] -= itemTotals[item];
      for (let c = 0; c < classCount; c++) {
        gains[c] = entropy.get(classTotals[c]) - entropy.get(classTotals[c] + itemTotals[item]);
      }
      for (let i = start; i < end; i++) entropy.addGains(table, contexts[i] * classCount, counts[i], gains);
      let best = from;
      for (let c = 0; c < classCount; c++) if (gains[c] > gains[best]) best = c;
      if (best !== from) moved++;
      classes[item] = best;
      for (let i = start; i < end; i++) table[contexts[i] * classCount + best] += counts[i];
      classTotals[best] += itemTotals[item];
    }
    onRound?.(round, moved);
    if (moved === 0) break;
  }
  return classes;
}

const TABLE_SIZE = 1 << 16;
const STEP_TABLES = 8;

/** n log2 n, and its steps from n to n + d for small d, from tables. */
class EntropyTable {
  readonly #values = Float64Array.from({ length: TABLE_SIZE + STEP_TABLES + 1 }, (_, n) => n * log2(n));
  readonly #steps = Array.from({ length: STEP_TABLES + 1 }, (_, step) =>
    Float64Array.from({ length: TABLE_SIZE }, (_, n) => this.#values[n + step] - this.#values[n]),
  );

  get(n: number): number {
    return n < TABLE_SIZE ? this.#values[n] : n * log2(n);
  }

  /** Adds, for each class, what `count` more in this row of the table would bring. */
  addGains(table: Int32Array, start: number, count: number, gains: Float64Array): void {
    const classCount = gains.length;
    if (count <= STEP_TABLES) {
      const steps = this.#steps[count];
      const zero = steps[0];
      for (let c = 0; c < classCount; c++) {
        const n = table[start + c];
        gains[c] += n === 0 ? zero : n < TABLE_SIZE ? steps[n] : this.get(n + count) - this.get(n);
      }
      return;
    }
    for (let c = 0; c < classCount; c++) gains[c] += this.get(table[start + c] + count) - this.get(table[start + c]);
  }
}

/** Base-2 logarithm from additions and multiplications alone: `Math.log2` may differ in the last bit between machines. */
function log2(value: number): number {
  if (value < 1) return 0;
  let exponent = 0;
  let rest = value;
  while (rest >= 2) {
    rest /= 2;
    exponent++;
  }
  // log2(x) = 2 / ln 2 * atanh((x - 1) / (x + 1)), by its series; x lies between 1 and 2, so it converges fast.
  const ratio = (rest - 1) / (rest + 1);
  const square = ratio * ratio;
  let power = ratio;
  let sum = 0;
  for (let odd = 1; odd < 40; odd += 2) {
    sum += power / odd;
    power *= square;
  }
  return exponent + sum * 2.885390081777927;
}
