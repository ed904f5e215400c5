/** Scores restored text against the true one: which words came back, and which of those in the right case. */

/** Counts, to be added up over articles before shares are taken. */
export interface RestoredScore {
  /** Tokens of the true text that have a letter. */
  words: number;
  /** Those that the restored text has in the same place, case aside. */
  right: number;
  /** Those of them in the right case. */
  caseRight: number;
}

/** How far the two texts may be out of step, beside their difference in length. */
const BAND = 60;

/**
 * Aligns the tokens of both texts by their longest common subsequence, looking no further than a band around the diagonal:
 * slips in spacing cost a token or two, never hundreds.
 */
export function scoreRestored(truth: string, restored: string): RestoredScore {
  const trueTokens = cut(truth);
  const tokens = cut(restored);
  const lowTrue = trueTokens.map((token) => token.toLowerCase());
  const low = tokens.map((token) => token.toLowerCase());
  const n = trueTokens.length;
  const m = tokens.length;
  const reach = BAND + Math.abs(n - m);
  const width = 2 * reach + 3;
  const lengths = new Uint16Array((n + 2) * width);
  // Row i holds places i - reach - 1 to i + reach + 1; what lies outside counts as 0.
  const at = (i: number, j: number): number => i * width + (j - i + reach + 1);
  for (let i = n - 1; i >= 0; i--) {
    for (let j = Math.min(m - 1, i + reach); j >= Math.max(0, i - reach); j--) {
      lengths[at(i, j)] =
        lowTrue[i] === low[j]
          ? lengths[at(i + 1, j + 1)] + 1
          : Math.max(j >= i + 1 - reach ? lengths[at(i + 1, j)] : 0, j + 1 <= i + reach ? lengths[at(i, j + 1)] : 0);
    }
  }
  const score: RestoredScore = { words: trueTokens.filter(hasLetter).length, right: 0, caseRight: 0 };
  for (let i = 0, j = 0; i < n && j < m; ) {
    if (lowTrue[i] === low[j]) {
      if (hasLetter(trueTokens[i])) {
        score.right += 1;
        if (trueTokens[i] === tokens[j]) score.caseRight += 1;
      }
      i += 1;
      j += 1;
    } else if ((j >= i + 1 - reach ? lengths[at(i + 1, j)] : 0) >= (j + 1 <= i + reach ? lengths[at(i, j + 1)] : 0)) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return score;
}

function cut(text: string): string[] {
  return text.replace(/[’‘]/g, "'").match(/\.\.\.|[A-Za-z0-9]+|[^\sA-Za-z0-9]/g) ?? [];
}

function hasLetter(token: string): boolean {
  return /[A-Za-z]/.test(token);
}
