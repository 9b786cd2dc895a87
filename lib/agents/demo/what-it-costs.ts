import type { Finding } from './finding';
import type { Amount } from './text/amount';
import { contentWords } from './text/content-words';
import { findAmounts } from './text/find-amounts';
import type { Task } from './text/split-task';

const COST = /^(?:and\s+)?what\b.*\bcosts?\b/i;
/** What is asked is which of them, or for all of them. */
const NOT_ONE = /\b(?:less|least|more|most|cheap\w*|than|each|per|total|sum|altogether|together|budget)\b/i;

/** "What does a party cost?", and not "What costs less?". */
export function asksForCost(question: string): boolean {
  return COST.test(question) && !NOT_ONE.test(question);
}

/** The amounts whose labels the question names: "What do the rooms cost?" is not about the food. */
export function namedAmounts(question: string, text: string): Amount[] {
  const asked = new Set(contentWords(question));
  return findAmounts(text).filter(({ label }) => contentWords(label).some((word) => asked.has(word)));
}

/** What the things cost that the question names. */
export function whatItCosts({ question, material }: Task): Finding[] {
  if (!asksForCost(question)) return [];
  return namedAmounts(question, material).map(({ label, shown, unit }) => ({
    section: 'Answer',
    text: `${label.replace(/^(?:the|a|an)\s+/i, '').replace(/\s+(?:is|are|costs?)$/i, '')}: ${shown}${unit && ` ${unit}`}`,
  }));
}
