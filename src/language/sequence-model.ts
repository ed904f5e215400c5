/**
 * Labels the positions of a sequence by a linear model over hashed features with label bigrams, decoded by Viterbi.
 *
 * One model may hold several label sets: a feature is looked up once and scores the labels of all sets, then each set is
 * decoded on its own. Weights and scores are integers, so that every machine gives the same labels. Time grows with
 * features and with positions times allowed label bigrams; memory is the table and one score per position and label.
 *
 * Trained by `training/sequence-trainer.ts`. What the features are is the caller's matter, see `feature-buffer.ts`.
 */
import { LanguageError } from "./errors.ts";
import type { FeatureBuffer } from "./feature-buffer.ts";
import type { ModelArray, ModelFile } from "./model-file.ts";

/** Labels that exclude one another. */
export interface LabelSet {
  readonly name: string;
  /** At most 255. Labels of the form `B-x`, `I-x` and `O` are held to that scheme when `scheme` is `bio`. */
  readonly labels: readonly string[];
  /** `bio`: `I-x` follows `B-x` or `I-x` only. `free`: every bigram may occur. Defaults to `free`. */
  readonly scheme?: "bio" | "free";
}

/** The labels that may stand at each position, where they are known: the labels of position `i` at `starts[i]` to `starts[i + 1]`. */
export interface Candidates {
  readonly starts: Int32Array;
  readonly labels: Uint8Array;
}

/** What a trained model is made of. */
export interface SequenceModelParts {
  readonly labelSets: readonly LabelSet[];
  /** What one unit of a stored weight is worth in training's units. */
  readonly scale: number;
  /** Per slot of the hash table the low 16 bits of the feature's hash. */
  readonly keys: Uint16Array<ArrayBuffer>;
  /** Per slot its number of weights; 0 for an empty slot. Labels of all sets are numbered through, so at most 255. */
  readonly counts: Uint8Array<ArrayBuffer>;
  /** Labels and weights of the slots, in the order of slots. */
  readonly rowLabels: Uint8Array<ArrayBuffer>;
  readonly rowWeights: Int8Array<ArrayBuffer>;
  /** Per set: weights of bigrams, `[previous * size + label]`, then of first labels. */
  readonly transitions: Int32Array<ArrayBuffer>;
}

/** Marks a bigram that cannot be: low enough that no path takes it, high enough not to overflow when added up. */
export const FORBIDDEN = -0x2000_0000;
/** Scores are pulled up to this, so that sums along forbidden ways stay 32-bit integers. */
const LOWEST = -0x3000_0000;

/** With more labels than this, labels and counts of a slot do not fit into four bits. */
const MOST_HALVED_LABELS = 15;

/** What a model file says of a model beside its numbers. */
type Header = Pick<SequenceModelParts, "labelSets" | "scale"> & { isPacked?: boolean; isHalved?: boolean };

/** Where the slots of a packed table are filled: bit `i % 8` of byte `i / 8` for slot `i`. */
type FilledBits = Uint8Array<ArrayBuffer>;

/** Keys and counts of the filled slots alone. */
interface PackedSlots {
  readonly filled: FilledBits;
  readonly keys: Uint16Array<ArrayBuffer>;
  readonly counts: Uint8Array<ArrayBuffer>;
}

function packSlots({ keys, counts }: Pick<SequenceModelParts, "keys" | "counts">): PackedSlots {
  const filled: FilledBits = new Uint8Array(keys.length >> 3);
  const slots: number[] = [];
  for (let slot = 0; slot < keys.length; slot++) {
    if (counts[slot] === 0) continue;
    filled[slot >> 3] |= 1 << (slot & 7);
    slots.push(slot);
  }
  return {
    filled,
    keys: Uint16Array.from(slots, (slot) => keys[slot]),
    counts: Uint8Array.from(slots, (slot) => counts[slot]),
  };
}

/**
 * Sections of a model file for a sequence model; several models share a file by different prefixes.
 *
 * Only filled slots are written, behind a bit for each slot that says whether it is. Where all labels of all sets fit into
 * four bits, so do the number of weights in a slot and their labels: they are written two in a byte.
 */
export function toModelSections(prefix: string, parts: SequenceModelParts): Record<string, ModelArray | string> {
  const { filled, keys, counts } = packSlots(parts);
  const labelCount = parts.labelSets.reduce((sum, { labels }) => sum + labels.length, 0);
  const isHalved = labelCount <= MOST_HALVED_LABELS;
  const header: Header = { labelSets: parts.labelSets, scale: parts.scale, isPacked: true };
  return {
    [`${prefix}.labels`]: JSON.stringify(isHalved ? { ...header, isHalved } : header),
    [`${prefix}.filled`]: filled,
    [`${prefix}.keys`]: keys,
    [`${prefix}.counts`]: isHalved ? halve(counts) : counts,
    [`${prefix}.rowLabels`]: isHalved ? halve(parts.rowLabels) : parts.rowLabels,
    [`${prefix}.rowWeights`]: parts.rowWeights,
    [`${prefix}.transitions`]: Int16Array.from(parts.transitions, (weight) =>
      Math.max(-0x7fff, Math.min(0x7fff, weight)),
    ),
  };
}

/**
 * Its counterpart; reads models written before tables were packed, too.
 *
 * @throws {LanguageError} `model_corrupt`, when sections are missing or do not fit one another.
 */
export function fromModelSections(prefix: string, file: ModelFile): SequenceLabeller {
  const { labelSets, scale, isPacked, isHalved } = JSON.parse(file.getTextOrThrow(`${prefix}.labels`)) as Header;
  const keys = file.getArrayOrThrow(`${prefix}.keys`, "u16");
  const rowWeights = file.getArrayOrThrow(`${prefix}.rowWeights`, "i8");
  const getNumbers = (name: string, count: number): Uint8Array<ArrayBuffer> => {
    const numbers = file.getArrayOrThrow(`${prefix}.${name}`, "u8") as Uint8Array<ArrayBuffer>;
    return isHalved ? doubleOrThrow(numbers, count) : numbers;
  };
  const counts = getNumbers("counts", keys.length);
  const parts: SequenceModelParts = {
    labelSets,
    scale,
    keys,
    counts,
    rowLabels: getNumbers("rowLabels", rowWeights.length),
    rowWeights,
    transitions: isPacked
      ? Int32Array.from(file.getArrayOrThrow(`${prefix}.transitions`, "i16"))
      : file.getArrayOrThrow(`${prefix}.transitions`, "i32"),
  };
  return new SequenceLabeller(parts, isPacked ? file.getArrayOrThrow(`${prefix}.filled`, "u8") : undefined);
}

/** Numbers below 16 two in a byte, the earlier one in the lower half. */
function halve(numbers: Uint8Array): Uint8Array<ArrayBuffer> {
  const halved = new Uint8Array((numbers.length + 1) >> 1);
  for (let i = 0; i < numbers.length; i++) halved[i >> 1] |= numbers[i] << ((i & 1) << 2);
  return halved;
}

/** Its counterpart. */
function doubleOrThrow(halved: Uint8Array, count: number): Uint8Array<ArrayBuffer> {
  if (halved.length !== (count + 1) >> 1) {
    throw new LanguageError("model_corrupt", "The weights of a sequence model are incomplete.");
  }
  const numbers = new Uint8Array(count);
  for (let i = 0; i < halved.length; i++) {
    numbers[i << 1] = halved[i] & 15;
    numbers[(i << 1) + 1] = halved[i] >> 4;
  }
  return numbers;
}

/** Slots whose rows are counted from one place. */
const BLOCK_BITS = 4;

/** Where the rows of slots lie. */
interface SlotTable {
  /**
   * Per slot its key in the low half, 0 where it is empty; above, where its weights start, counted from where those of its block
   * start. They end where those of the next slot start.
   */
  readonly slots: Int32Array;
  readonly blocks: Int32Array;
  readonly rowEnd: number;
  readonly isFull: boolean;
}

/**
 * Lays out a table from the keys and counts of its filled slots, in one pass, since fresh memory is what loading costs most.
 * Key 0 stands for an empty slot, so a feature with that key goes under the next one.
 */
function layOutSlots({ filled, keys, counts }: PackedSlots): SlotTable {
  const size = filled.length * 8;
  const slots = new Int32Array(size + 1);
  const blocks = new Int32Array((size >> BLOCK_BITS) + 1);
  let next = 0;
  let rowEnd = 0;
  for (let block = 0; block < size >> BLOCK_BITS; block++) {
    blocks[block] = rowEnd;
    let bits = filled[block << 1] | (filled[(block << 1) + 1] << 8);
    let offset = 0;
    const end = (block + 1) << BLOCK_BITS;
    for (let slot = block << BLOCK_BITS; slot < end; slot++) {
      if ((bits & 1) === 0) slots[slot] = offset << 16;
      else {
        slots[slot] = (offset << 16) | (keys[next] || 1);
        offset += counts[next++];
      }
      bits >>= 1;
    }
    rowEnd += offset;
  }
  blocks[size >> BLOCK_BITS] = rowEnd;
  if (next !== keys.length || next !== counts.length) {
    throw new LanguageError("model_corrupt", "The slots of a sequence model are incomplete.");
  }
  return { slots, blocks, rowEnd, isFull: next === size };
}

/** Labels and weights side by side, so that a row is one place in memory: label + 256 × weight. */
function packRows({ rowLabels, rowWeights }: SequenceModelParts): Int16Array {
  const rows = new Int16Array(rowLabels.length);
  for (let i = 0; i < rows.length; i++) rows[i] = rowLabels[i] | (rowWeights[i] << 8);
  return rows;
}

/** Whether a label may follow another (`undefined`: may stand first). */
export function mayFollow(set: LabelSet, previous: string | undefined, label: string): boolean {
  if (set.scheme !== "bio" || !label.startsWith("I-")) return true;
  return previous?.slice(2) === label.slice(2) && (previous.startsWith("B-") || previous.startsWith("I-"));
}

interface SetLayout {
  readonly first: number;
  readonly size: number;
  /** Weights of bigrams by label then previous label, forbidden ones included; the first labels' weights separately. */
  readonly bigrams: Int32Array;
  readonly starts: Int32Array;
  /** Per label the labels that may stand before it: those of label `l` at `[l * size]`, as many as `beforeCounts[l]`. */
  readonly before: Uint8Array;
  readonly beforeCounts: Uint8Array;
}

/**
 * A model ready to label. Call `read` with the features of a sequence, then `label` and `findMargins` for each set.
 *
 * Not for use by two sequences at once: it keeps the scores of the last sequence read.
 */
export class SequenceLabeller {
  readonly labelSets: readonly LabelSet[];
  /** What one unit of score and margin is worth in training's units. */
  readonly scale: number;
  readonly #table: SlotTable;
  readonly #shift: number;
  readonly #rows: Int16Array;
  readonly #sets: readonly SetLayout[];
  readonly #totalLabels: number;
  #length = 0;
  /** Working memory, by feature: its slot; by feature that is known: slot, then row, of its weights. */
  #found = new Int32Array(0);
  #hits = new Int32Array(0);
  #rowEnds = new Int32Array(0);
  #bases = new Int32Array(0);
  /** Score of each label at each position, all sets side by side. */
  #scores = new Int32Array(0);
  #forward = new Int32Array(0);
  #backward = new Int32Array(0);
  #pointers = new Uint8Array(0);

  /** @param filled Where it is given, the parts have keys and counts of the filled slots alone. */
  constructor(parts: SequenceModelParts, filled?: FilledBits) {
    const { labelSets } = parts;
    const slotCount = filled === undefined ? parts.keys.length : filled.length * 8;
    const slotBits = 31 - Math.clz32(slotCount);
    const isSound = slotCount === 1 << slotBits && parts.counts.length === parts.keys.length && parts.scale > 0;
    if (!isSound) throw new LanguageError("model_corrupt", "The table of a sequence model has a wrong size.");
    this.#table = layOutSlots(filled === undefined ? packSlots(parts) : { ...parts, filled });
    this.labelSets = labelSets;
    this.scale = parts.scale;
    this.#shift = 32 - slotBits;
    this.#rows = packRows(parts);
    this.#sets = layOutSets(labelSets, parts.transitions);
    this.#totalLabels = labelSets.reduce((sum, { labels }) => sum + labels.length, 0);
    // Without an empty slot the search for an unknown feature would never end.
    const { rowEnd: end, isFull } = this.#table;
    if (end !== parts.rowLabels.length || end !== parts.rowWeights.length || isFull) {
      throw new LanguageError("model_corrupt", "The rows of a sequence model have a wrong size.");
    }
  }

  /** Scores every label at every position, for `label` and `findMargins`. */
  read(features: FeatureBuffer): void {
    this.open(features.length);
    this.addFeatures(features);
  }

  /**
   * Begins a sequence of which the caller knows part of the scores: all are 0, and may be changed in the array given until
   * `label` is called. The score of label `l` of all sets, numbered through, at position `i` stands at
   * `i * stride + l`.
   */
  open(length: number): { scores: Int32Array; stride: number } {
    this.#length = length;
    if (this.#scores.length < length * this.#totalLabels) this.#makeRoom(length);
    this.#scores.fill(0, 0, length * this.#totalLabels);
    return { scores: this.#scores, stride: this.#totalLabels };
  }

  /** Adds what features say to the scores of the sequence begun, which has as many positions. */
  addFeatures(features: FeatureBuffer): void {
    this.addFeaturesTo(features, this.#scores, this.#totalLabels);
  }

  /**
   * Adds what the features at each position say of each label to `scores`, from `position * stride` on.
   *
   * Memory is what it waits for. So it looks for all features before it judges any, and for all rows before it adds any:
   * no branch stands between looks that do not need one another, and many of them are under way at once.
   */
  addFeaturesTo({ hashes, starts, length }: FeatureBuffer, scores: Int32Array, stride: number): void {
    const { slots, blocks } = this.#table;
    const rows = this.#rows;
    const shift = this.#shift;
    const mask = slots.length - 2;
    const count = starts[length];
    if (count > this.#found.length) this.#makeRoomForFeatures(count);
    const found = this.#found;
    const hits = this.#hits;
    const bases = this.#bases;
    for (let i = 0; i < count; i++) found[i] = slots[hashes[i] >>> shift];
    let hitCount = 0;
    for (let position = 0; position < length; position++) {
      const end = starts[position + 1];
      for (let i = starts[position]; i < end; i++) {
        let here = found[i] & 0xffff;
        if (here === 0) continue;
        const hash = hashes[i];
        const key = hash & 0xffff || 1;
        let slot = hash >>> shift;
        while (here !== key && here !== 0) {
          slot = (slot + 1) & mask;
          here = slots[slot] & 0xffff;
        }
        if (here === 0) continue;
        hits[hitCount] = slot;
        bases[hitCount++] = position * stride;
      }
    }
    const rowEnds = this.#rowEnds;
    for (let i = 0; i < hitCount; i++) {
      const slot = hits[i];
      const start = blocks[slot >> BLOCK_BITS] + (slots[slot] >>> 16);
      // Asked for here, the rows are at hand when they are added.
      found[i] = rows[start];
      hits[i] = start;
      rowEnds[i] = blocks[(slot + 1) >> BLOCK_BITS] + (slots[slot + 1] >>> 16);
    }
    for (let i = 0; i < hitCount; i++) {
      const base = bases[i];
      const end = rowEnds[i];
      for (let j = hits[i]; j < end; j++) {
        const entry = rows[j];
        scores[base + (entry & 255)] += entry >> 8;
      }
    }
  }

  /** The score of a label at a position by its features alone, in units of `scale`. */
  getScore(set: number, position: number, label: number): number {
    return this.#scores[position * this.#totalLabels + this.#sets[set].first + label];
  }

  /** Makes a label more or less likely everywhere in the sequence read, to trade precision against recall. */
  addBias(set: number, label: number, amount: number): void {
    const units = Math.round(amount / this.scale);
    for (let position = 0; position < this.#length; position++) {
      this.#scores[position * this.#totalLabels + this.#sets[set].first + label] += units;
    }
  }

  /**
   * The best sequence of labels. Among equally good ones the lowest label numbers are taken, from the end.
   *
   * @param candidates The labels that may stand at each position; each needs at least one. All, where it is absent.
   * @returns One label number per position, in a new array.
   */
  label(set: number, candidates?: Candidates): Uint8Array {
    return candidates === undefined ? this.#labelAll(this.#sets[set]) : this.#labelAmong(this.#sets[set], candidates);
  }

  /**
   * How sure each label is: what the best sequence scores above the best one with another label at that position (0 or
   * more), in units of training. A span is as sure as the least sure of its positions and its surroundings.
   *
   * @param labels What `label` gave for this set without candidates.
   */
  findMargins(set: number, labels: Uint8Array): Float64Array {
    const layout = this.#sets[set];
    const { size } = layout;
    this.#fillForward(layout);
    this.#fillBackward(layout);
    const margins = new Float64Array(this.#length);
    for (let position = 0; position < this.#length; position++) {
      const base = position * size;
      let other = LOWEST;
      for (let label = 0; label < size; label++) {
        const through = this.#forward[base + label] + this.#backward[base + label];
        if (label !== labels[position] && through > other) other = through;
      }
      const chosen = this.#forward[base + labels[position]] + this.#backward[base + labels[position]];
      margins[position] = (chosen - other) * this.scale;
    }
    return margins;
  }

  #labelAll(layout: SetLayout): Uint8Array {
    const { size } = layout;
    this.#fillForward(layout);
    const labels = new Uint8Array(this.#length);
    if (this.#length === 0) return labels;
    const lastBase = (this.#length - 1) * size;
    let best = 0;
    for (let label = 1; label < size; label++) {
      if (this.#forward[lastBase + label] > this.#forward[lastBase + best]) best = label;
    }
    for (let position = this.#length - 1; position >= 0; position--) {
      labels[position] = best;
      best = this.#pointers[position * size + best];
    }
    return labels;
  }

  #fillForward(layout: SetLayout): void {
    const { first, size, bigrams, starts, before, beforeCounts } = layout;
    const scores = this.#scores;
    const forward = this.#forward;
    const pointers = this.#pointers;
    const stride = this.#totalLabels;
    if (this.#length === 0) return;
    for (let label = 0; label < size; label++) forward[label] = starts[label] + scores[first + label];
    for (let position = 1; position < this.#length; position++) {
      const base = position * size;
      const previousBase = base - size;
      const scoreBase = position * stride + first;
      for (let label = 0; label < size; label++) {
        const row = label * size;
        let best = LOWEST;
        let bestBefore = 0;
        for (let i = row; i < row + beforeCounts[label]; i++) {
          const previous = before[i];
          const score = forward[previousBase + previous] + bigrams[row + previous];
          if (score > best) {
            best = score;
            bestBefore = previous;
          }
        }
        forward[base + label] = best <= FORBIDDEN / 2 ? FORBIDDEN : best + scores[scoreBase + label];
        pointers[base + label] = bestBefore;
      }
    }
  }

  /** Best score of what comes after each position, given its label. */
  #fillBackward(layout: SetLayout): void {
    const { first, size, bigrams, before, beforeCounts } = layout;
    const scores = this.#scores;
    const backward = this.#backward;
    const stride = this.#totalLabels;
    backward.fill(0, (this.#length - 1) * size, this.#length * size);
    for (let position = this.#length - 2; position >= 0; position--) {
      const base = position * size;
      const nextBase = base + size;
      const scoreBase = (position + 1) * stride + first;
      backward.fill(FORBIDDEN, base, nextBase);
      for (let label = 0; label < size; label++) {
        const row = label * size;
        const after = backward[nextBase + label] + scores[scoreBase + label];
        if (after <= FORBIDDEN / 2) continue;
        for (let i = row; i < row + beforeCounts[label]; i++) {
          const previous = before[i];
          const score = bigrams[row + previous] + after;
          if (score > backward[base + previous]) backward[base + previous] = score;
        }
      }
    }
  }

  #labelAmong(layout: SetLayout, candidates: Candidates): Uint8Array {
    const { first, size, bigrams, starts } = layout;
    const scores = this.#scores;
    const forward = this.#forward;
    const pointers = this.#pointers;
    const stride = this.#totalLabels;
    const { starts: candidateStarts, labels: candidateLabels } = candidates;
    const labels = new Uint8Array(this.#length);
    if (this.#length === 0) return labels;
    for (let i = candidateStarts[0]; i < candidateStarts[1]; i++) {
      forward[candidateLabels[i]] = starts[candidateLabels[i]] + scores[first + candidateLabels[i]];
    }
    for (let position = 1; position < this.#length; position++) {
      const base = position * size;
      const previousBase = base - size;
      const scoreBase = position * stride + first;
      const from = candidateStarts[position - 1];
      const middle = candidateStarts[position];
      for (let i = middle; i < candidateStarts[position + 1]; i++) {
        const label = candidateLabels[i];
        const row = label * size;
        let bestBefore = candidateLabels[from];
        let best = forward[previousBase + bestBefore] + bigrams[row + bestBefore];
        for (let j = from + 1; j < middle; j++) {
          const previous = candidateLabels[j];
          const score = forward[previousBase + previous] + bigrams[row + previous];
          if (score > best) {
            best = score;
            bestBefore = previous;
          }
        }
        forward[base + label] = Math.max(best, FORBIDDEN) + scores[scoreBase + label];
        pointers[base + label] = bestBefore;
      }
    }
    const last = this.#length - 1;
    let best = candidateLabels[candidateStarts[last]];
    for (let i = candidateStarts[last] + 1; i < candidateStarts[last + 1]; i++) {
      if (forward[last * size + candidateLabels[i]] > forward[last * size + best]) best = candidateLabels[i];
    }
    for (let position = last; position >= 0; position--) {
      labels[position] = best;
      best = pointers[position * size + best];
    }
    return labels;
  }

  #makeRoomForFeatures(count: number): void {
    this.#found = new Int32Array(count * 2);
    this.#hits = new Int32Array(count * 2);
    this.#rowEnds = new Int32Array(count * 2);
    this.#bases = new Int32Array(count * 2);
  }

  #makeRoom(length: number): void {
    const room = Math.max(64, length + (length >> 1)) * this.#totalLabels;
    this.#scores = new Int32Array(room);
    this.#forward = new Int32Array(room);
    this.#backward = new Int32Array(room);
    this.#pointers = new Uint8Array(room);
  }
}

function layOutSets(labelSets: readonly LabelSet[], transitions: Int32Array): SetLayout[] {
  let first = 0;
  let offset = 0;
  return labelSets.map((set) => {
    const size = set.labels.length;
    if (offset + size * size + size > transitions.length) {
      throw new LanguageError("model_corrupt", "The label bigrams of a sequence model are incomplete.");
    }
    const bigrams = new Int32Array(size * size);
    const before = new Uint8Array(size * size);
    const beforeCounts = new Uint8Array(size);
    const starts = transitions.slice(offset + size * size, offset + size * size + size);
    set.labels.forEach((label, to) => {
      if (!mayFollow(set, undefined, label)) starts[to] = FORBIDDEN;
      set.labels.forEach((previous, from) => {
        const allowed = mayFollow(set, previous, label);
        bigrams[to * size + from] = allowed ? transitions[offset + from * size + to] : FORBIDDEN;
        if (allowed) before[to * size + beforeCounts[to]++] = from;
      });
    });
    const layout = { first, size, bigrams, starts, before, beforeCounts };
    first += size;
    offset += size * size + size;
    return layout;
  });
}
