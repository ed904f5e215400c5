/**
 * The exponential function, made of additions and multiplications alone: the same last bit on every machine, which
 * `Math.exp` does not promise. Relative error below 1e-7, enough for training and for comparing scores.
 */

const LN2 = Math.LN2;
const INVERSE_LN2 = Math.LOG2E;
const POWERS = new Float64Array(2048);
for (let i = 0, up = 1, down = 1; i < 1024; i++, up *= 2, down /= 2) {
  POWERS[1024 + i] = up;
  POWERS[1024 - i] = down;
}

/** e to the power of `x`; 0 below -700, and as at 700 above. */
export function exactExp(x: number): number {
  if (x < -700) return 0;
  const bounded = Math.min(x, 700);
  const whole = Math.floor(bounded * INVERSE_LN2 + 0.5);
  const rest = bounded - whole * LN2;
  const series =
    1 +
    rest *
      (1 + rest * (0.5 + rest * (1 / 6 + rest * (1 / 24 + rest * (1 / 120 + rest * (1 / 720 + rest * (1 / 5040)))))));
  return series * POWERS[1024 + whole];
}

/** The natural logarithm of a positive number, likewise. */
export function exactLog(value: number): number {
  if (!(value > 0)) return Number.NEGATIVE_INFINITY;
  let power = 0;
  let mantissa = value;
  while (mantissa >= 2) {
    mantissa /= 2;
    power += 1;
  }
  while (mantissa < 1) {
    mantissa *= 2;
    power -= 1;
  }
  // ln m = 2 artanh((m - 1) / (m + 1)), with m within a factor of 2 of 1.
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    power += 1;
  }
  const t = (mantissa - 1) / (mantissa + 1);
  const t2 = t * t;
  return power * LN2 + 2 * t * (1 + t2 * (1 / 3 + t2 * (1 / 5 + t2 * (1 / 7 + t2 * (1 / 9 + t2 * (1 / 11))))));
}
