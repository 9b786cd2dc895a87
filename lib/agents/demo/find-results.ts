import type { Finding } from './finding';
import { findComparisons } from './text/find-comparisons';
import { findExpressions } from './text/find-expressions';
import { formatNumber } from './text/format-number';
import { questionParts } from './text/question-parts';

/** "Say why", "show your working": the result with its way says it. */
const ASKS_FOR_THE_WAY =
  /^(?:please\s+)?(?:say|tell(?: me)?|explain|show(?: me)?)\b(?:\s+(?:me\s+)?(?:why|how|your \w+|the steps|it))?$/i;

/** What can be worked out by calculating: which of the question's numbers is larger, then the value of each expression. */
export function findResults(question: string, material = ''): Finding[] {
  const comparisons = findComparisons(question);
  // What a comparison already shows is not said twice.
  const values = findExpressions(`${question}\n${material}`)
    .map(({ source, value, unit }) => `${source} = ${formatNumber(value)}${unit === '%' ? unit : unit && ` ${unit}`}`)
    .filter((text) => !comparisons.some((comparison) => comparison.includes(text)));
  return [...comparisons, ...values].map((text) => ({ section: 'Answer', text }));
}

/** Whether the question asks for nothing but such results. */
export function isWorkedOut(question: string): boolean {
  const asked = questionParts(question).filter((part) => !ASKS_FOR_THE_WAY.test(part));
  return findResults(question).length > 0 && asked.every((part) => findResults(part).length > 0);
}
