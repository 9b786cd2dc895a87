import { cannot, isCreative } from './cannot';
import { compareAmounts } from './compare-amounts';
import { findResults } from './find-results';
import { findTime } from './find-time';
import type { Finding } from './finding';
import { NO_NUMBERS } from './nothing-found';
import { findLists, type NamedList } from './text/find-lists';
import { splitSentences } from './text/split-sentences';
import { type Task, wordCount } from './text/split-task';
import { totalAmounts } from './total-amounts';
import { whatItCosts } from './what-it-costs';

/** What the `demo-compute` character finds: values, totals per unit, the least and the most, spans of time, what lists share. */
export function computeNumbers(task: Task): Finding[] {
  const { question, material } = task;
  if (isCreative(question)) return [];
  const totals = totalAmounts(task);
  const results = findResults(question, material).filter(
    ({ text }) => !totals.some((total) => total.text.includes(text)),
  );
  return [
    ...results,
    ...whatItCosts(task),
    ...(totals.some(({ section }) => section === 'Answer') ? totals : [...compareAmounts(task), ...totals]),
    ...findTime(task),
    ...comparisons(findLists(material)),
    ...(material ? counts(question, material) : []),
  ];
}

/** What it publishes: its results, or that there is nothing to compute. */
export function computeTask(task: Task): Finding[] {
  const found = computeNumbers(task);
  if (found.length > 0) return found;
  if (!task.material || isCreative(task.question)) return cannot();
  return [{ section: 'Checks', text: NO_NUMBERS }];
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
    { section: 'Answer', text: `In both “${left.name}” and “${right.name}”: ${show(common)}` },
    {
      section: 'Answer',
      text: `Only in “${left.name}”: ${show(onlyLeft)}; only in “${right.name}”: ${show(onlyRight)}`,
    },
  ];
}

function counts(question: string, text: string): Finding[] {
  if (!/\b(?:count|how many)\b[^?]*\b(?:words?|sentences?)\b|\bword count\b/i.test(question)) return [];
  const sentences = splitSentences(text).length;
  return [
    {
      section: 'Answer',
      text: `The text has ${wordCount(text)} words and ${sentences} ${sentences === 1 ? 'sentence' : 'sentences'}`,
    },
  ];
}
