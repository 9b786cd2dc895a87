import { isTotal } from './compute-numbers';
import { findResults, isWorkedOut } from './find-results';
import type { Finding } from './finding';
import { contentWords } from './text/content-words';
import { findQuantities } from './text/find-quantities';
import { formatNumber } from './text/format-number';
import { questionParts } from './text/question-parts';
import { splitSentences } from './text/split-sentences';
import type { Task } from './text/split-task';

const VAGUE =
  /\b(?:soon|some|several|many|few|various|roughly|approximately|about|probably|maybe|recently|often|significant(?:ly)?)\b/gi;

const NEEDS: [RegExp, string][] = [
  [/\bwhy\b/i, 'causes, each with its evidence'],
  [/\bhow (?:much|many|long|far|old)\b/i, 'a figure with its unit and its source'],
  [/\bhow\b/i, 'steps in order, with what each one needs'],
  [/\b(?:compare|versus|vs|better|difference|or)\b/i, 'the same criteria for every option, then a choice'],
  [/\bwhen\b/i, 'a date and what it depends on'],
  [/\bwhere\b/i, 'a place'],
  [/\bwho\b/i, 'a name and the role'],
  [/\b(?:plan|write|draft|design)\b/i, 'the audience, the length and what must be in it'],
];

/** What the `demo-review` character finds: whether each part can be answered, and what does not add up. */
export function reviewTask({ question, material }: Task): Finding[] {
  const parts = questionParts(question);
  if (!material) return checklist(question, parts);
  const known = new Set(contentWords(material));
  const open = parts.flatMap((part) => openPart(part, known));
  return [
    check(
      `The question asks for ${parts.length || 'no particular'} thing${parts.length === 1 ? '' : 's'}${parts.length > 1 ? `: ${parts.join(' / ')}` : ''}`,
    ),
    ...open,
    ...statedTotals(material),
    ...contradictions(material),
    ...repetitions(material),
    ...vagueness(material),
  ];
}

const TASK_WORDS =
  /^(?:summari[sz]|comput|calculat|count|total|list|compar|find|text|extract|explain|check|sum|answer|question|follow|point|amount|translat|review|giv|describ|word|sentence|number|mean|average)/;

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

function checklist(question: string, parts: string[]): Finding[] {
  if (isWorkedOut(question)) {
    return [
      ...findResults(question),
      check('Everything that the question needs stands in it; what was computed can be computed again'),
    ];
  }
  const needs = NEEDS.filter(([pattern]) => pattern.test(question)).map(([, need]) => need);
  return [
    ...(parts.length > 1 ? [check(`The question has ${parts.length} parts: ${parts.join(' / ')}`)] : []),
    check(`A good answer needs ${needs.length > 0 ? needs.join('; ') : 'a clear claim, its reasons and its limits'}`),
    check('Nothing here could be verified: there is no source to check against'),
  ];
}

function statedTotals(material: string): Finding[] {
  const byUnit = Map.groupBy(findQuantities(material), ({ unit }) => unit);
  return [...byUnit].flatMap(([unit, group]) => {
    const stated = group.find(({ label }) => isTotal(label));
    const amounts = group.filter(({ label }) => !isTotal(label));
    if (!stated || amounts.length < 2) return [];
    const sum = amounts.reduce((total, { value }) => total + value, 0);
    const suffix = unit && ` ${unit}`;
    const agrees = Math.abs(sum - stated.value) < 1e-6;
    return [
      check(
        agrees
          ? `The stated total ${formatNumber(stated.value)}${suffix} agrees with its ${amounts.length} amounts`
          : `The stated total ${formatNumber(stated.value)}${suffix} does not agree with its ${amounts.length} amounts, which add up to ${formatNumber(sum)}${suffix}`,
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
