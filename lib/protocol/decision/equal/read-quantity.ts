import { readNumberWords, SCALES } from './number-words';
import { type Rational, rational, times } from './rational';
import { type Numeral, readNumeral } from './read-numeral';
import { ONE, readUnit, type Unit } from './units';

/** A number with what it counts. `unit` `null`: `label` is what stands after it, in words that are not known as a unit. */
export interface Quantity extends Numeral {
  kind: 'quantity';
  unit: Unit | null;
  label: string;
  /** "about": it does not claim to be exact. */
  isRough: boolean;
}

const ROUGH = /^(?:about|approximately|approx\.?|roughly|around|circa|ca\.|etwa|rund|ungefähr|≈|~)\s*/i;
const CURRENCY = /^([+-]?)\s*(US\$|[$€£¥]|USD|EUR|GBP|CHF|JPY)\s*(?=[\d.,-])/;
const NUMERAL =
  /^[+-]?(?:\d[\d.,'_]*(?: \d{3}(?!\d)[\d.,]*)*(?: \d{1,9}[/⁄]\d{1,9})?(?:\s*[/⁄]\s*\d{1,12}(?![\d.]))?\s*[½⅓⅔¼¾]?|[½⅓⅔¼¾]|[.,]\d+)(?:[eE][+-]?\d{1,2}(?![\d\w])|\s*[×x*·]\s*10\s*\^\s*\(?-?\d{1,2}\)?)?/;
/** One or two words that something counted may be called by. */
const LABEL = /^[\p{L}][\p{L}-]*(?: [\p{L}][\p{L}-]*)?$/u;
const NO_LABEL =
  /\b(?:is|are|was|or|and|not|no|nor|but|if|to|than|more|less|most|least|per|of|at|wrong|right|oder|und|nicht|bis|only|except|plus|minus|times|half)\b/i;
const SCALE_SIGN = /^(?:(thousand|million|trillion)|([kKMm]|mn|mio\.?))(?![\p{L}\d])\s*/u;

/** Reads a text that is a number with or without a unit and nothing else; `null` when there is anything else in it. */
export function readQuantity(text: string): Quantity | null {
  const isRough = ROUGH.test(text);
  const bare = text.replace(ROUGH, '').trim();
  const money = CURRENCY.exec(bare);
  const amount = money ? `${money[1] ?? ''}${bare.slice(money[0].length)}` : bare;
  const digits = NUMERAL.exec(amount)?.[0].replace(/[.,']$/, '') ?? '';
  return digits ? fromDigits(amount, digits, money?.[2] ?? '', isRough) : fromWords(bare, isRough);
}

function fromDigits(amount: string, digits: string, currency: string, isRough: boolean): Quantity | null {
  let after = amount.slice(digits.length).trim();
  let scale: Rational | null = null;
  const sign = SCALE_SIGN.exec(after);
  // `5 M` is five million only of money: of anything else it may be a unit.
  if (sign && (sign[1] || currency)) {
    scale = rational(sign[1] ? (SCALES[sign[1]] ?? 1n) : /^k/i.test(sign[0]) ? 1_000n : 1_000_000n, 1n);
    after = after.slice(sign[0].length).trim();
  }
  if (currency && after !== '') return null;
  const numeral = readNumeral(digits, (currency || after) !== '');
  return numeral && withUnit(scale ? scaled(numeral, scale) : numeral, currency || after, isRough);
}

function fromWords(bare: string, isRough: boolean): Quantity | null {
  const words = bare.replace(/(?<=\p{L})-(?=\p{L})/gu, ' ').split(/\s+/);
  const minus = /^(?:minus|negative)$/i.test(words[0] ?? '');
  if (minus) words.shift();
  const read = readNumberWords(words.map((word) => word.toLowerCase()));
  if (!read) return null;
  const value = minus ? { n: -read.value.n, d: read.value.d } : read.value;
  return withUnit({ value, readings: [value], decimals: 0 }, words.slice(read.taken).join(' '), isRough);
}

function scaled(numeral: Numeral, by: Rational): Numeral {
  const readings = numeral.readings.map((reading) => times(reading, by));
  return { value: numeral.value && times(numeral.value, by), readings, decimals: 0 };
}

function withUnit(numeral: Numeral, after: string, isRough: boolean): Quantity | null {
  if (after === '') return { kind: 'quantity', ...numeral, unit: ONE, label: '', isRough };
  const unit = readUnit(after);
  if (unit) return { kind: 'quantity', ...numeral, unit, label: after, isRough };
  return LABEL.test(after) && !NO_LABEL.test(after)
    ? { kind: 'quantity', ...numeral, unit: null, label: after, isRough }
    : null;
}
