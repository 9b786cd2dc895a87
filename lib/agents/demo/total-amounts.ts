import type { Finding } from './finding';
import type { Amount } from './text/amount';
import { findAmounts } from './text/find-amounts';
import { formatNumber } from './text/format-number';
import type { Task } from './text/split-task';
import { asksForCost, namedAmounts } from './what-it-costs';

const ASKS =
  /\b(?:total|sum|summari[sz]e|add|altogether|together|(?<!by )how much|check|budget|cover|compute|calculate|spend|spent|expenses|summe|zusammen)\b/i;
const EXPLICIT = /\b(?:total|sum|add|altogether|together|(?<!by )how much|spend|spent|expenses|summe|zusammen)\b/i;
/** Heights can be added, temperatures and speeds mean nothing added. */
const NO_SUM = /^(?:°|[CF]$|degree|km\/h|year-old|percent)/;
const NO_SUM_LABEL = /\b(?:age|temperature|score|rating|speed|year|number)\b/i;
const AVERAGE = /\b(?:average|mean)\b/i;
const LIMIT = /\b(?:budget|limit|sponsor|grant|available|income|salary|allowance)\b/i;

/** A stated total must not be added to what it sums up. */
export function isTotal(label: string): boolean {
  return /\b(?:total|sum|altogether|overall|in all|summe|gesamt)\b/i.test(label);
}

/** The amounts of a list that belong together, under the unit that they share; stated totals and limits are none of them. */
export function groupAmounts(text: string): Map<string, Amount[]> {
  const amounts = findAmounts(text).filter(({ label }) => !isTotal(label) && !LIMIT.test(label));
  return Map.groupBy(
    amounts.filter(({ label }) => !NO_SUM_LABEL.test(label)),
    ({ unit }) => unit,
  );
}

/** Figures in running text are seldom meant to be added up; those of a list are. */
function listLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => /^\s*(?:[-*•]|\d+[.)])\s|^[^:.]{1,40}:\s*\S*\d|[|;\t]|,\S/.test(line))
    .join('\n');
}

/** "40, 50 and 60 million". */
function enumerations(text: string): Finding[] {
  return [
    ...text.matchAll(/(?<![\d.,])(\d+(?:\.\d+)?(?:(?:,\s+(?:and\s+)?|\s+and\s+)\d+(?:\.\d+)?)+)(?:\s+(\p{L}+))?/gu),
  ].map(([, list = '', unit = '']): Finding => {
    const numbers = (list.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
    const sum = numbers.reduce((a, b) => a + b, 0);
    return {
      section: 'Answer',
      text: `Total: ${numbers.map(formatNumber).join(' + ')} = ${formatNumber(sum)}${unit && ` ${unit}`}`,
    };
  });
}

/** Totals (or means) of the listed amounts, one for each unit, and how a stated limit compares with them. */
export function totalAmounts({ question, material }: Task): Finding[] {
  const mean = AVERAGE.test(question);
  const given = material || question.replace(/^[^:?\d]*[:?]\s+/, '').replace(/\?\s*$/, '');
  const costs = asksForCost(question) && namedAmounts(question, given).length === 0;
  if (question && !mean && !costs && !ASKS.test(question)) return [];
  const explicit = mean || costs || EXPLICIT.test(question);
  const groups = [...groupAmounts(explicit ? given : listLines(given))].filter(([unit]) => !NO_SUM.test(unit));
  const findings = groups.flatMap(([unit, group]) =>
    group.length < 2 ? [] : [mean ? meanOf(group, unit) : totalOf(group, unit)],
  );
  if (findings.length === 0) return explicit && !mean && material ? enumerations(material) : [];
  const units = groups.map(([unit]) => unit || 'no unit');
  const apart: Finding[] =
    units.length > 1
      ? [
          {
            section: 'Checks',
            text: `Not added together, as the units differ: ${groups.map(([unit, group]) => (group.length === 1 ? single(group, unit) : unit || 'no unit')).join('; ')}`,
          },
        ]
      : [];
  return [...findings, ...(mean ? [] : limits(given, groups)), ...apart];
}

function single([amount]: Amount[], unit: string): string {
  return `${amount?.label} (${amount?.shown}${unit && ` ${unit}`})`;
}

function totalOf(group: Amount[], unit: string): Finding {
  return {
    section: 'Answer',
    text: `Total of ${namesOf(group)}: ${terms(group)} = ${formatNumber(sumOf(group))}${unit && ` ${unit}`}`,
  };
}

function meanOf(group: Amount[], unit: string): Finding {
  return {
    section: 'Answer',
    text: `Mean of ${namesOf(group)}: (${terms(group)}) ÷ ${group.length} = ${formatNumber(sumOf(group) / group.length)}${unit && ` ${unit}`}`,
  };
}

function limits(text: string, groups: [string, Amount[]][]): Finding[] {
  return findAmounts(text)
    .filter(({ label }) => LIMIT.test(label))
    .flatMap(({ label, value, unit }): Finding[] => {
      const group = groups.find(([name]) => name === unit)?.[1];
      if (!group || group.length < 2) return [];
      const sum = sumOf(group);
      const [more, less] = sum > value ? [sum, value] : [value, sum];
      const rest = `${formatNumber(more)} - ${formatNumber(less)} = ${formatNumber(more - less)}${unit && ` ${unit}`}`;
      return [
        {
          section: 'Answer',
          text: sum > value ? `More than “${label}” by ${rest}` : `Within “${label}”, which leaves ${rest}`,
        },
      ];
    });
}

function terms(group: Amount[]): string {
  return group
    .map(({ value, shown }, index) => {
      const term = /[+\-÷]/.test(shown.slice(1))
        ? `(${shown})`
        : /[×^]/.test(shown)
          ? shown
          : formatNumber(Math.abs(value));
      if (index === 0) return value < 0 ? `-${term.replace(/^-/, '')}` : term;
      return value < 0 && !/[×(^]/.test(term) ? ` - ${term}` : ` + ${term}`;
    })
    .join('');
}

export function sumOf(group: Amount[]): number {
  return group.reduce((sum, { value }) => sum + value, 0);
}

function namesOf(group: Amount[]): string {
  const names = group.map(({ label }) => label);
  return names.length > 8 ? `${names.length} amounts` : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
