import { findDates } from './find-dates';

export interface Quantity {
  value: number;
  /** Currency or unit in lower case; empty = a bare number. */
  unit: string;
  /** What stands before the number in its line: "Rent" in "Rent: 900 EUR". */
  label: string;
  source: string;
}

const CURRENCY: Record<string, string> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' };
const NO_UNIT =
  /^(?:and|or|to|of|in|on|at|the|a|an|is|are|was|were|for|by|from|with|per|x|but|than|as|that|which|more|less|times)$/i;

/** The amounts in a text with their units; dates, years, percentages and list numbers are left out. */
export function findQuantities(text: string): Quantity[] {
  const dateless = findDates(text).reduce((rest, date) => rest.replace(date.source, ' '), text);
  return dateless.split('\n').flatMap((line) => quantitiesOfLine(line.replace(/^\s*\d+[.)]\s+/, '')));
}

function quantitiesOfLine(line: string): Quantity[] {
  const found: Quantity[] = [];
  const pattern = /(?<![\p{L}\p{N}.,])([€$£¥]\s?)?(-?\d[\d.,]*\d|-?\d)(\s?(?:%|[€$£¥])|\s?[\p{L}°]+)?/gu;
  let labelFrom = 0;
  for (const match of line.matchAll(pattern)) {
    const [source, before = '', digits = '', after = ''] = match;
    const value = parseNumber(digits);
    const suffix = after.trim();
    const word = NO_UNIT.test(suffix) ? '' : suffix;
    const unit = CURRENCY[before.trim()] ?? CURRENCY[word] ?? word;
    const label = line
      .slice(labelFrom, match.index)
      .replace(/[\s:=,;(–-]+$/, '')
      .replace(/^[\s,;.*•-]+|^and\s+/g, '')
      .trim();
    labelFrom = match.index + source.length;
    const isYear = !unit && /^(?:19|20)\d\d$/.test(digits);
    if (value === null || isYear || unit === '%' || /^(?:st|nd|rd|th)$/.test(unit)) continue;
    found.push({ value, unit: /^[A-Z]{3}$/.test(unit) ? unit : unit.toLowerCase(), label, source: source.trim() });
  }
  return shareUnits(found);
}

/** In "40, 50 and 60 million" the unit stands once, for all. */
function shareUnits(quantities: Quantity[]): Quantity[] {
  const shared = [...quantities];
  for (let index = shared.length - 2; index >= 0; index -= 1) {
    const [quantity, next] = [shared[index], shared[index + 1]];
    if (quantity?.unit === '' && next && /^(?:and|or)?$/i.test(next.label))
      shared[index] = { ...quantity, unit: next.unit };
  }
  return shared;
}

function parseNumber(digits: string): number | null {
  const european = /^-?\d{1,3}(?:\.\d{3})+,\d+$/.test(digits);
  const plain = european ? digits.replaceAll('.', '').replace(',', '.') : digits.replaceAll(',', '');
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}
