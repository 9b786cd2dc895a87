/** Exact fractions: what is said to be equal must be, to the last digit. The denominator is positive, the fraction in lowest terms. */
export interface Rational {
  n: bigint;
  d: bigint;
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}

export function rational(n: bigint, d: bigint): Rational {
  const sign = d < 0n ? -1n : 1n;
  const common = divisor(n < 0n ? -n : n, d < 0n ? -d : d) || 1n;
  return { n: (sign * n) / common, d: (sign * d) / common };
}

export const times = (a: Rational, b: Rational) => rational(a.n * b.n, a.d * b.d);
export const over = (a: Rational, b: Rational) => rational(a.n * b.d, a.d * b.n);
export const plus = (a: Rational, b: Rational) => rational(a.n * b.d + b.n * a.d, a.d * b.d);
export const equals = (a: Rational, b: Rational) => a.n === b.n && a.d === b.d;

/** `12.50` with a full stop as decimal sign and no grouping. */
export function fromDecimal(text: string): Rational {
  const [whole = '', fraction = ''] = text.split('.');
  return rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}

/** Rounded half up (away from zero) to that many decimals. */
export function rounded({ n, d }: Rational, decimals: number): Rational {
  const scale = 10n ** BigInt(decimals);
  const size = ((n < 0n ? -n : n) * scale * 2n + d) / (2n * d);
  return rational(n < 0n ? -size : size, scale);
}
