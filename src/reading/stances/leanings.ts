/** What is known for and against, bit by bit, of where each person or body stands on the report's issue. */
import { SIGN_SCORES } from "./sign-kinds.ts";
import type { StanceSign } from "./stance-document.ts";

/** One bit: a word, a deed, a statement. */
export interface LeaningSign {
  readonly holder: number;
  /** Above 0 in favour, below 0 against. */
  readonly value: number;
  readonly startToken: number;
  readonly endToken: number;
  readonly statement: number;
}

/** How each of a holder's bits counts: for a side, for no side ("took note"), or for both ("a guarded welcome"). */
export type LeaningKind = "side" | "open" | "both";

interface Leaning {
  inFavour: number;
  against: number;
  open: number;
  both: number;
  strongest: LeaningSign | undefined;
}

/** Sum of bits from which somebody leans to a side. */
const MIN_SIDE = 0.4;
/** What must stand on the weaker side, and its share of the stronger, for a leaning to be mixed. */
const MIN_WEAKER = 0.7;
const MIN_SHARE = 0.55;
/** Bits of no side that outweigh a weak side. */
const OPEN_OVER_SIDE = 1;

export class Leanings {
  readonly #of = new Map<number, Leaning>();

  add(kind: LeaningKind, sign: LeaningSign): void {
    const { holder, value } = sign;
    if (holder < 0 || value === 0) return;
    let own = this.#of.get(holder);
    if (own === undefined) {
      own = { inFavour: 0, against: 0, open: 0, both: 0, strongest: undefined };
      this.#of.set(holder, own);
    }
    if (kind === "open") own.open += Math.abs(value);
    else if (kind === "both") own.both += Math.abs(value);
    else if (value > 0) own.inFavour += value;
    else own.against -= value;
    if (own.strongest === undefined || Math.abs(own.strongest.value) < Math.abs(value)) own.strongest = sign;
  }

  /** What is known so far: above 0 in favour, below 0 against. */
  getBalance(holder: number): number {
    const own = this.#of.get(holder);
    return own === undefined ? 0 : own.inFavour - own.against;
  }

  /** Signs with the target of the sample, one for each who leans, two for those who lean to both sides. */
  toSigns(sample: StanceSign): StanceSign[] {
    const signs: StanceSign[] = [];
    for (const [holder, own] of this.#of) {
      const values = decide(own);
      if (own.strongest === undefined) continue;
      const { startToken, endToken, statement } = own.strongest;
      for (const value of values)
        signs.push({
          ...sample,
          kind: "leaning",
          holder,
          value,
          strength: values.length > 1 ? 0.6 : 0.4,
          statement,
          startToken,
          endToken,
          score: SIGN_SCORES.leaning,
        });
    }
    return signs;
  }
}

function decide({ inFavour, against, open, both }: Leaning): number[] {
  const sum = inFavour - against;
  const weaker = Math.min(inFavour, against);
  const stronger = Math.max(inFavour, against);
  if (both > 0 && both >= Math.abs(sum)) return [1, -1];
  if (weaker >= MIN_WEAKER && weaker >= MIN_SHARE * stronger) return [1, -1];
  if (open > 0 && open >= OPEN_OVER_SIDE * Math.abs(sum)) return [0];
  return Math.abs(sum) < MIN_SIDE ? [] : [Math.sign(sum)];
}
