import { equals, over, type Rational, rational, rounded, times } from './rational';
import type { Quantity } from './read-quantity';
import type { Relation } from './relation';
import type { Unit } from './units';

/** Two numbers with what they count: equal only when they are equal exactly and of the same. */
export function compareQuantities(a: Quantity, b: Quantity): Relation {
  const units = unitsOf(a, b);
  if (!units) return 'unknown';
  const [left, right] = units;
  const inBasic = (value: Rational, unit: Unit) => times(value, unit.factor);
  if (a.ratio && b.ratio && a.ratio !== b.ratio) return mayBeSameRatio(a, b) ? 'unknown' : 'different';
  if (a.value && b.value && equals(inBasic(a.value, left), inBasic(b.value, right))) return 'same';
  const mayBeEqual = a.readings.some((x) => b.readings.some((y) => equals(inBasic(x, left), inBasic(y, right))));
  if (mayBeEqual || a.isRough || b.isRough) return 'unknown';
  return isRounding(a, left, b, right) || isRounding(b, right, a, left) ? 'unknown' : 'different';
}

function mayBeSameRatio(a: Quantity, b: Quantity): boolean {
  return a.isRough || b.isRough || !a.value || !b.value || equals(a.value, b.value) || a.unit !== b.unit;
}

/** The units in which to compare; `null` when it is not certain that both count the same. */
function unitsOf(a: Quantity, b: Quantity): [Unit, Unit] | null {
  if (a.unit && b.unit) {
    if (a.unit.measures === b.unit.measures) return [a.unit, b.unit];
    // A share is a plain number; a plain number above 1 may be a percentage without its sign.
    const isShare = [a.unit.measures, b.unit.measures].sort().join() === ',share';
    return isShare && isFraction(a.unit.measures === '' ? a : b) ? [a.unit, b.unit] : null;
  }
  if (a.unit || b.unit || nameOf(a.label) !== nameOf(b.label)) return null;
  const one = { measures: '', factor: rational(1n, 1n) };
  return [one, one];
}

function isFraction({ readings }: Quantity): boolean {
  return readings.every(({ n, d }) => n >= 0n && n < d);
}

/** Short labels may be symbols, in which a capital means something else. */
function nameOf(label: string): string {
  return label.length > 4 ? label.toLowerCase() : label;
}

/** True when the second is the first, rounded. */
function isRounding(exact: Quantity, unit: Unit, short: Quantity, shortUnit: Unit): boolean {
  return exact.readings.some((x) =>
    short.readings.some((y) => {
      const inUnit = over(times(x, unit.factor), shortUnit.factor);
      return !equals(inUnit, y) && equals(rounded(inUnit, short.decimals), y);
    }),
  );
}
