import { fromDecimal, over, plus, type Rational, rational, times } from './rational';

/** What a numeral may mean. `9,720` is 9720 to most and 9.72 to some; `9.720` may be either. */
export interface Numeral {
  /** `null` when no reading is to be preferred. */
  value: Rational | null;
  /** All readings. */
  readings: Rational[];
  /** Digits after the decimal sign, as written. */
  decimals: number;
  /** As written with a stroke. Two such may be dates, scores or time signatures: 3/4 is not always 6/8. */
  ratio?: string;
}

const LONGEST = 60;
const FRACTIONS: Record<string, [bigint, bigint]> = {
  '½': [1n, 2n],
  '⅓': [1n, 3n],
  '⅔': [2n, 3n],
  '¼': [1n, 4n],
  '¾': [3n, 4n],
};

const certain = (value: Rational, decimals = 0): Numeral => ({ value, readings: [value], decimals });

/** Reads a numeral that stands alone, digits and their signs only; `null` when it is none. `hasUnit`: something measured follows. */
export function readNumeral(text: string, hasUnit = false): Numeral | null {
  const bare = text.trim();
  if (bare.length > LONGEST) return null;
  const sign = /^[+-]/.exec(bare)?.[0] ?? '';
  const read = unsigned(bare.slice(sign.length).trim(), hasUnit);
  return read && sign === '-' ? negated(read) : read;
}

function negated({ value, readings, decimals, ratio }: Numeral): Numeral {
  const minus = ({ n, d }: Rational) => ({ n: -n, d });
  return { value: value && minus(value), readings: readings.map(minus), decimals, ratio: ratio && `-${ratio}` };
}

function unsigned(text: string, hasUnit: boolean): Numeral | null {
  return fraction(text) ?? scientific(text, hasUnit) ?? digits(text, hasUnit);
}

/** `3/4`, `1 1/2`, `½`, `2½`. */
function fraction(text: string): Numeral | null {
  const written = /^(?:(\d{1,9})\s+)?(\d{1,12})\s*[/⁄]\s*(\d{1,12})$/.exec(text);
  const sign = /^(\d{1,9})?\s*([½⅓⅔¼¾])$/.exec(text);
  const whole = BigInt(written?.[1] ?? sign?.[1] ?? 0);
  const [n, d] = written
    ? [BigInt(written[2] ?? 0), BigInt(written[3] ?? 0)]
    : (FRACTIONS[sign?.[2] ?? ''] ?? [0n, 0n]);
  if (d === 0n) return null;
  const value = certain(plus(rational(whole, 1n), rational(n, d)));
  return written ? { ...value, ratio: `${whole} ${n}/${d}` } : value;
}

/** `1.5e3`, `1.5 × 10^3`. */
function scientific(text: string, hasUnit: boolean): Numeral | null {
  const parts = /^([\d.,' ]+?)\s*(?:[eE]|[×x*·]\s*10\s*\^)\s*\(?([+-]?\d{1,2})\)?$/.exec(text);
  const base = parts?.[1] ? digits(parts[1], hasUnit) : null;
  if (!parts || !base) return null;
  const exponent = Number(parts[2]);
  const scale = rational(10n ** BigInt(Math.abs(exponent)), 1n);
  const scaled = (value: Rational) => (exponent < 0 ? over(value, scale) : times(value, scale));
  return {
    value: base.value && scaled(base.value),
    readings: base.readings.map(scaled),
    decimals: Math.max(0, base.decimals - exponent),
  };
}

/** Digits with grouping and a decimal sign, English or continental. */
function digits(text: string, hasUnit: boolean): Numeral | null {
  // A leading zero is for codes: 007 is not 7.
  if (/^0\d/.test(text)) return null;
  if (/^\d+$/.test(text)) return certain(fromDecimal(text));
  const decimal = (written: string, sign: string) => {
    const at = sign ? written.lastIndexOf(sign) : -1;
    const whole = (at < 0 ? written : written.slice(0, at)).replace(/\D/g, '');
    const rest = at < 0 ? '' : written.slice(at + 1);
    return certain(fromDecimal(`${whole || '0'}.${rest}`), rest.length);
  };
  // Two signs: the last is the decimal one. One sign more than once, or spaces, apostrophes: grouping.
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(text) || /^\d{1,3}(?:[ '_]\d{3})+\.\d+$/.test(text)) return decimal(text, '.');
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(text) || /^\d{1,3}(?:[ '_]\d{3})+,\d+$/.test(text)) return decimal(text, ',');
  // Four groups may be the address of a machine.
  if (/^\d{1,3}(?:\.\d{3}){3}$/.test(text)) return { ...decimal(text, ''), value: null };
  if (/^\d{1,3}(?:([,.])\d{3})(?:\1\d{3})+$/.test(text) || /^\d{1,3}(?:[ '_]\d{3})+$/.test(text))
    return decimal(text, '');
  if (/^\d{1,2}(?:,\d{2})+,\d{3}$/.test(text)) return decimal(text, '');
  return oneSign(text, hasUnit, decimal);
}

/** `9,720`, `9.720`, `3,5`: what one sign means depends on what follows it. */
function oneSign(text: string, hasUnit: boolean, decimal: (written: string, sign: string) => Numeral): Numeral | null {
  const parts = /^(\d*)([.,])(\d+)$/.exec(text);
  if (!parts) return null;
  const [, whole = '', sign = '', rest = ''] = parts;
  const asDecimal = decimal(text, sign);
  const mayGroup = rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (mayGroup) {
    const asGroup = decimal(text, '');
    const readings = [...asGroup.readings, ...asDecimal.readings];
    return { value: sign === ',' ? asGroup.value : null, readings, decimals: sign === ',' ? 0 : 3 };
  }
  if (sign === '.') return asDecimal;
  if (whole === '') return null;
  // `3,5` alone may be two numbers.
  return hasUnit || whole === '0' || rest.length > 3 ? asDecimal : { ...asDecimal, value: null };
}
