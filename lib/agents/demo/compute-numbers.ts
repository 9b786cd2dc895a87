import { findResults } from './find-results';
import type { Finding } from './finding';
import { findDates } from './text/find-dates';
import { findLists, type NamedList } from './text/find-lists';
import { findQuantities, type Quantity } from './text/find-quantities';
import { formatNumber } from './text/format-number';
import { splitSentences } from './text/split-sentences';
import { type Task, wordCount } from './text/split-task';

const DAY_MS = 86_400_000;
/** "Rent: 900 EUR", "- 3 apples", "Rent | 900". */
const LIST_LINE = /^\s*(?:[-*•]|\d+[.)])\s|^[^:.]{1,40}:\s*\S*\d|\|/;

/** What the `demo-compute` character finds: values, totals per unit, counts, spans of time, what lists share. */
export function computeNumbers({ question, material }: Task): Finding[] {
  const given = material || question;
  return [
    ...findResults(question, material),
    ...totals(findQuantities(asksForTotal(question) ? material : listLines(material))),
    ...timeSpan(given),
    ...comparisons(findLists(material)),
    counts(given, material ? 'text' : 'question'),
  ];
}

function asksForTotal(question: string): boolean {
  return /\b(?:total|sum|add|altogether|together|how much|how many|cost)\b/i.test(question);
}

/** Figures in running text are seldom meant to be added up; those of a list are. */
function listLines(material: string): string {
  return material
    .split('\n')
    .filter((line) => LIST_LINE.test(line))
    .join('\n');
}

function totals(quantities: Quantity[]): Finding[] {
  const byUnit = Map.groupBy(quantities, ({ unit }) => unit);
  return [...byUnit].flatMap(([unit, group]): Finding[] => {
    const amounts = group.filter(({ label }) => !isTotal(label));
    if (amounts.length < 2) return [];
    const values = amounts.map(({ value }) => value);
    const sum = values.reduce((a, b) => a + b, 0);
    const named = unit || 'no unit';
    const suffix = unit && ` ${unit}`;
    const shown = values.length <= 10 ? `${values.map(formatNumber).join(' + ')} = ` : '';
    const smallest = formatNumber(Math.min(...values));
    const largest = formatNumber(Math.max(...values));
    return [
      {
        section: 'Numbers',
        text: `Total of ${values.length} amounts (${named}): ${shown}${formatNumber(sum)}${suffix}`,
      },
      {
        section: 'Numbers',
        text: `Range (${named}): ${smallest} to ${largest}, mean ${formatNumber(sum / values.length)}`,
      },
    ];
  });
}

/** A stated total must not be added to what it sums up. */
export function isTotal(label: string): boolean {
  return /\b(?:total|sum|altogether|overall|in all)\b/i.test(label);
}

function timeSpan(text: string): Finding[] {
  const dates = findDates(text).sort((a, b) => a.time - b.time);
  const [first, last] = [dates[0], dates.at(-1)];
  if (!first || !last || first === last) return [];
  const days = Math.round((last.time - first.time) / DAY_MS);
  return [{ section: 'Numbers', text: `From ${first.source} to ${last.source}: ${formatNumber(days)} days` }];
}

function comparisons(lists: NamedList[]): Finding[] {
  const [left, right] = lists;
  if (!left || !right) return [];
  const has = (list: NamedList, item: string) => list.items.some((other) => other.toLowerCase() === item.toLowerCase());
  const common = left.items.filter((item) => has(right, item));
  const onlyLeft = left.items.filter((item) => !has(right, item));
  const onlyRight = right.items.filter((item) => !has(left, item));
  const show = (items: string[]) => items.join(', ') || 'nothing';
  return [
    { section: 'Numbers', text: `In both “${left.name}” and “${right.name}”: ${show(common)}` },
    {
      section: 'Numbers',
      text: `Only in “${left.name}”: ${show(onlyLeft)}; only in “${right.name}”: ${show(onlyRight)}`,
    },
  ];
}

function counts(text: string, what: string): Finding {
  const sentences = splitSentences(text).length;
  const numbers = text.match(/\d[\d.,]*/g)?.length ?? 0;
  return {
    section: 'Numbers',
    text: `The ${what} has ${wordCount(text)} words, ${sentences} ${sentences === 1 ? 'sentence' : 'sentences'} and ${numbers} ${numbers === 1 ? 'number' : 'numbers'}`,
  };
}
