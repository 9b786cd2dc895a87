import { cannot, isCreative } from './cannot';
import { computeNumbers } from './compute-numbers';
import { timeSpans } from './find-time';
import type { Finding } from './finding';
import { NO_FAULT } from './nothing-found';
import { contentWords } from './text/content-words';
import { findAmounts } from './text/find-amounts';
import { findQuantities } from './text/find-quantities';
import { formatNumber } from './text/format-number';
import { TASK_WORDS } from './text/is-about';
import { questionParts } from './text/question-parts';
import { splitSentences } from './text/split-sentences';
import type { Task } from './text/split-task';
import { groupAmounts, isTotal, sumOf } from './total-amounts';

const VAGUE =
  /\b(?:soon|some|several|many|few|various|roughly|approximately|about|probably|maybe|recently|often|significant(?:ly)?)\b/gi;

/** What the `demo-review` character finds: whether each part can be answered, and what does not add up. */
export function reviewTask({ question, material }: Task): Finding[] {
  if (isCreative(question)) return cannot();
  if (!material) return checked(question);
  const known = new Set(contentWords(material));
  const worked = computeNumbers({ question, material }).length > 0;
  const found = [
    ...(worked ? [] : questionParts(question).flatMap((part) => openPart(part, known))),
    ...statedTotals(material),
    ...contradictions(material),
    ...countsThatDiffer(material),
    ...durationsThatDiffer(material),
    ...repetitions(material),
    ...(OVERVIEW.test(question) || !question ? vagueness(material) : []),
  ];
  return found.length > 0 ? found : [check(NO_FAULT)];
}

/** "All 12 services" and "the 14 services" cannot both be. */
function countsThatDiffer(material: string): Finding[] {
  const counted = [...material.matchAll(/\b(?:all|the)\s+(\d+)\s+(\p{L}+)/giu)].map(([, count = '', noun = '']) => ({
    count,
    noun,
  }));
  return [...Map.groupBy(counted, ({ noun }) => noun.toLowerCase())].flatMap(([noun, group]) => {
    const counts = [...new Set(group.map(({ count }) => count))];
    return counts.length > 1 ? [check(`“${noun}” has different values: ${counts.join(' and ')}`)] : [];
  });
}

/** A stated length in minutes next to times of day that are further apart, or closer. */
function durationsThatDiffer(material: string): Finding[] {
  const stated = [...material.matchAll(/\b(?:lasted|took|takes|lasts)\s+(\d+)\s+minutes?\b/gi)];
  return timeSpans(material).flatMap(({ source, minutes }) =>
    stated
      .filter(([, length]) => Number(length) !== minutes)
      .map(([words]) => check(`The text says “${words}”, but from ${source} there are ${minutes} minutes`)),
  );
}

const OVERVIEW = /\b(?:summari[sz]e|check|review|vague|unclear)\b/i;

/** What of a part of the question the text says nothing about. */
function openPart(part: string, known: Set<string>): Finding[] {
  const words = [...new Set(part.match(/\p{L}[\p{L}\p{N}-]*/gu) ?? [])].filter((word) => {
    const [meaning] = contentWords(word);
    return meaning !== undefined && !TASK_WORDS.test(meaning);
  });
  const missing = words.filter((word) => !known.has(contentWords(word)[0] ?? ''));
  if (missing.length === 0 || words.length < 2) return [];
  if (missing.length === words.length) return [check(`“${part}”: the text has none of these words`)];
  return [check(`“${part}”: the text does not mention ${missing.join(', ')}`)];
}

function check(text: string): Finding {
  return { section: 'Checks', text };
}

function checked(question: string): Finding[] {
  const found = computeNumbers({ question, material: '' });
  if (found.length === 0) return cannot();
  const computed = found.some(({ text }) => text.includes(' = '));
  return [...found, ...(computed ? [check('Only numbers of the question were used, none was assumed')] : [])];
}

function statedTotals(material: string): Finding[] {
  const stated = findAmounts(material).filter(({ label }) => isTotal(label));
  return stated.flatMap(({ value, unit }) => {
    const amounts = groupAmounts(material).get(unit) ?? [];
    if (amounts.length < 2) return [];
    const sum = sumOf(amounts);
    const suffix = unit && ` ${unit}`;
    const total = `The stated total ${formatNumber(value)}${suffix}`;
    return [
      check(
        Math.abs(sum - value) < 1e-6
          ? `${total} agrees with its ${amounts.length} amounts`
          : `${total} does not agree with its ${amounts.length} amounts, which add up to ${formatNumber(sum)}${suffix}`,
      ),
    ];
  });
}

function contradictions(material: string): Finding[] {
  const labelled = findQuantities(material).filter(({ label }) => contentWords(label).length > 0 && !isTotal(label));
  const groups = Map.groupBy(labelled, ({ label, unit }) => `${subjectOf(label)}|${unit}`);
  return [...groups.values()].flatMap((group) => {
    const sources = [...new Set(group.map(({ source }) => source))];
    return sources.length > 1
      ? [check(`“${subjectOf(group[0]?.label ?? '')}” has different values: ${sources.join(' and ')}`)]
      : [];
  });
}

/** "The mayor said that the repairs cost" is about "repairs cost". */
function subjectOf(label: string): string {
  const words = (label.match(/\p{L}[\p{L}\p{N}-]*/gu) ?? []).filter((word) => contentWords(word).length > 0);
  return words.slice(-2).join(' ').toLowerCase();
}

function repetitions(material: string): Finding[] {
  const groups = Map.groupBy(splitSentences(material), (sentence) => sentence.toLowerCase());
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map(([sentence]) => check(`Said more than once: “${sentence}”`));
}

function vagueness(material: string): Finding[] {
  const words = [...new Set((material.match(VAGUE) ?? []).map((word) => word.toLowerCase()))];
  return words.length > 0 ? [check(`Left vague by the text: ${words.slice(0, 6).join(', ')}`)] : [];
}
