import { finalValue, readValue } from '../equal/final-value';
import { over, type Rational, times } from '../equal/rational';
import type { Quantity } from '../equal/read-quantity';
import type { CheckFinding, NumberCheck } from './check';

/** Of the value: what a computer's numbers cannot tell apart. */
const ROUNDING = 1e-12;

/** Whether the result that an answer states is the expected number (P32). Text that may be read in two ways proves nothing. */
export function checkNumber(answer: string, { value, tolerance, unit }: NumberCheck): CheckFinding {
  const stated = finalValue(answer);
  if (stated?.kind !== 'quantity') return { outcome: 'none', because: 'The answer states no number as its result.' };
  const readings = inUnit(stated, unit);
  if (!readings) return { outcome: 'none', because: `The answer’s number is not in ${unit}.` };
  const isRight = readings.map((reading) => Math.abs(reading - value) <= tolerance + Math.abs(value) * ROUNDING);
  const expected = `${value}${unit === null ? '' : ` ${unit}`}${tolerance > 0 ? ` ± ${tolerance}` : ''}`;
  const [first] = readings;
  if (isRight.every(Boolean)) return { outcome: 'pass', because: `${first} is ${expected}.` };
  if (isRight.some(Boolean))
    return { outcome: 'none', because: 'The answer’s number can be read in more than one way.' };
  return { outcome: 'fail', because: `${first} is not ${expected}.` };
}

/** What the number may be, in the unit that is asked for; `null` when it counts something else. */
function inUnit({ value, readings: possible, unit, label }: Quantity, wanted: string | null): number[] | null {
  const readings = value ? [value] : possible;
  if (wanted === null || (label !== '' && label === wanted)) return readings.map(asNumber);
  const asked = readValue(`1 ${wanted}`);
  if (asked?.kind !== 'quantity' || !asked.unit || !unit || asked.unit.measures !== unit.measures) return null;
  const factor = over(unit.factor, asked.unit.factor);
  return readings.map((reading) => asNumber(times(reading, factor)));
}

function asNumber({ n, d }: Rational): number {
  return Number(n) / Number(d);
}
