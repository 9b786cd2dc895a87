import type { Amount } from './amount';
import { evaluateExpression } from './evaluate-expression';
import { findDates } from './find-dates';
import { findTable } from './find-table';
import { normaliseNumbers } from './normalise-numbers';
import { showExpression } from './show-expression';

const LINE =
  /^(.*?\p{L}.*?)(?:\s*[:=|]\s*|\s+[–—-]\s+|\s+)(?:for\s+|costs?\s+|is\s+|at\s+)?([€$£¥]|EUR|USD|GBP|CHF)?\s*(-?[€$£¥]?[\d(][\d.,\s()+*/×÷%-]*?)\s*([€$£¥]|\p{L}+)?(?:\s*(?:\/|\b(?:per|a|an)\s)\s*(\p{L}+)|\s+(monthly|yearly|weekly|daily|each|once))?\s*\.?$/u;
const NAMES: Record<string, string> = {
  '€': 'EUR',
  euro: 'EUR',
  eur: 'EUR',
  $: 'USD',
  dollar: 'USD',
  usd: 'USD',
  '£': 'GBP',
  gbp: 'GBP',
  '¥': 'JPY',
  jpy: 'JPY',
  chf: 'CHF',
};
const PERIODS: Record<string, string> = {
  monthly: 'month',
  yearly: 'year',
  weekly: 'week',
  daily: 'day',
  each: 'piece',
  mo: 'month',
  yr: 'year',
  once: '',
};
const MAX_LINE = 160;

/** The labelled amounts of a text, one a line (or between commas), in order. Dates, years, times and percentages are none. */
export function findAmounts(text: string): Amount[] {
  const table = findTable(normaliseNumbers(text));
  if (table) return table;
  return normaliseNumbers(text)
    .split(/[\n;]|,\s+(?:and\s+)?(?=[\p{L}])|\s+(?:and|or)\s+(?=\p{L})|\.\s+/u)
    .flatMap(amountOf);
}

function amountOf(line: string): Amount[] {
  const dateless = findDates(line).reduce((rest, { source }) => rest.replace(source, ' '), line);
  const text = dateless
    .replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '')
    .replace(/^\s*\||\|\s*$/g, '')
    .trim();
  if (text.length > MAX_LINE || text.includes('?') || /\d:\d\d|%\s*$/.test(text)) return [];
  const [, label = '', before = '', number = '', after = '', per = '', word = ''] = LINE.exec(text) ?? [];
  const plain = number.replace(/[€$£¥]/g, '');
  const sign = /[€$£¥]/.exec(number)?.[0] ?? '';
  const value = evaluateExpression(`0 + (${plain})`);
  const name = before || sign || after;
  if (value === null || plain.includes('%') || (!name && /^(?:19|20)\d\d$/.test(plain))) return [];
  const period = word ? (PERIODS[word] ?? '') : (PERIODS[per.toLowerCase()] ?? per.toLowerCase());
  const unit = [unitName(name), period && `a ${period}`].filter(Boolean).join(' ');
  return [
    { label: label.replace(/^.*:\s+/, '').replace(/[\s:,(–-]+$/, ''), value, unit, shown: showExpression(plain) },
  ];
}

function unitName(name: string): string {
  const bare = name.toLowerCase().replace(/(?<=\p{L}{3})s$/u, '');
  return NAMES[bare] ?? (/^[A-Z]{3}$/.test(name) ? name : name.length > 3 ? name.toLowerCase() : name);
}
