/**
 * Exponential and logarithm that give the same bits on every engine: only additions, multiplications and divisions, which
 * IEEE 754 fixes, unlike `Math.exp` and `Math.log`. Relative error below 1e-7.
 */
const LN_2 = Math.LN2;
const MAX_EXPONENT = 80;

const powersOfTwo = new Float64Array(257);
for (let i = 0, value = 2 ** -128; i <= 256; i++, value *= 2) powersOfTwo[i] = value;

/** `e ** x`, for x cut to -80 … 80. */
export function stableExp(x: number): number {
  const cut = x > MAX_EXPONENT ? MAX_EXPONENT : Math.max(x, -MAX_EXPONENT);
  const power = Math.round(cut / LN_2);
  const rest = cut - power * LN_2;
  // Taylor's series; |rest| is at most half of ln 2.
  const series =
    1 +
    rest *
      (1 + rest * (0.5 + rest * (1 / 6 + rest * (1 / 24 + rest * (1 / 120 + rest * (1 / 720 + rest * (1 / 5040)))))));
  return series * powersOfTwo[power + 128];
}

/** The natural logarithm of a number from 1e-30 to 1e30. */
export function stableLog(x: number): number {
  let power = 0;
  let rest = x;
  while (rest > 1.5) {
    rest *= 0.5;
    power++;
  }
  while (rest < 0.75) {
    rest *= 2;
    power--;
  }
  const ratio = (rest - 1) / (rest + 1);
  const square = ratio * ratio;
  const series = 1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square * (1 / 9 + square * (1 / 11)))));
  return 2 * ratio * series + power * LN_2;
}

/** `1 / (1 + e ** -x)`. */
export function logistic(x: number): number {
  return 1 / (1 + stableExp(-x));
}
