import type { Finding } from './finding';
import { findAmounts } from './text/find-amounts';
import { formatNumber } from './text/format-number';
import { normaliseNumbers } from './text/normalise-numbers';
import type { Task } from './text/split-task';
import { isTotal } from './total-amounts';

const LEAST =
  /\b(cheap(?:er|est)|small(?:er|est)|low(?:er|est)|least|less|fewest|short(?:er|est)|light(?:er|est)|minimum)\b/i;
const MOST =
  /\b(more expensive|most expensive|dear(?:er|est)|larg(?:er|est)|bigg(?:er|est)|high(?:er|est)|most|longe(?:r|st)|heavi(?:er|est)|maximum|greatest)\b/i;
/** Without a word for which is wanted, the smallest. */
const COMPARE = /\b(compare|vergleiche)\b/i;
const OFFER = /(\d[\d.,]*)\s*(\p{L}+)\s+for\s+([€$£]?)\s?(\d[\d.,]*\d|\d)\s?([€$£]|\p{L}+)?/giu;

/** Which of the listed amounts, or of offers such as "3 apples for 2.40", is the smallest or the largest. */
export function compareAmounts({ question, material }: Task): Finding[] {
  const least = LEAST.exec(question) ?? (MOST.test(question) ? null : COMPARE.exec(question));
  const word = least?.[1] ?? MOST.exec(question)?.[1];
  if (!word) return [];
  const given = material || question;
  const offers = compareOffers(given, least !== null);
  if (offers.length > 0) return offers;
  const groups = Map.groupBy(
    findAmounts(material || question.replace(/^[^:?]*[?:]\s+(?=\S)/, '').replace(/\?\s*$/, '')).filter(
      ({ label }) => !isTotal(label),
    ),
    ({ unit }) => unit,
  );
  const findings = [...groups].flatMap(([unit, group]): Finding[] => {
    const sorted = group.toSorted((a, b) => (least ? a.value - b.value : b.value - a.value));
    const [first, second] = sorted;
    if (!first || !second) return [];
    const suffix = unit && ` ${unit}`;
    if (first.value === second.value)
      return [
        {
          section: 'Answer',
          text: `${first.label} and ${second.label} are equal: ${formatNumber(first.value)}${suffix}`,
        },
      ];
    const [more, less] = first.value > second.value ? [first.value, second.value] : [second.value, first.value];
    const gap = `${formatNumber(more)} - ${formatNumber(less)} = ${formatNumber(more - less)}${suffix}`;
    return [
      {
        section: 'Answer',
        text: `${least ? 'Least' : 'Most'}: ${first.label} with ${formatNumber(first.value)}${suffix}; the difference to ${second.label} is ${gap}`,
      },
    ];
  });
  if (groups.size < 2 || findings.length > 0) return findings;
  return [
    {
      section: 'Answer',
      text: `Not comparable: the amounts are in different units (${[...groups.keys()].map((unit) => unit || 'no unit').join(', ')})`,
    },
  ];
}

function compareOffers(text: string, least: boolean): Finding[] {
  const offers = [...normaliseNumbers(text).matchAll(OFFER)].map(
    ([, count = '', thing = '', before = '', price = '', after = '']) => {
      const [amount, cost] = [toNumber(count), toNumber(price)];
      const money = /^(?:or|and|a|each)$/i.test(after) ? before : before || after;
      return { amount, cost, money, things: thing, thing: thing.replace(/(?<=\p{L}{3})s$/u, ''), each: cost / amount };
    },
  );
  const [first, second] = offers.toSorted((a, b) => (least ? a.each - b.each : b.each - a.each));
  if (!first || !second || first.thing !== second.thing || first.money !== second.money) return [];
  const shown = ({ amount, cost, each, money, thing }: typeof first) =>
    `${formatNumber(cost)} ÷ ${formatNumber(amount)} = ${formatNumber(Number(each.toFixed(4)))}${money && ` ${money}`} per ${thing}`;
  if (first.each === second.each)
    return [{ section: 'Answer', text: `Both cost the same: ${shown(first)} and ${shown(second)}` }];
  return [
    {
      section: 'Answer',
      text: `${least ? 'Cheaper' : 'Dearer'}: ${formatNumber(first.amount)} ${first.things} for ${formatNumber(first.cost)}, as ${shown(first)}, compared with ${shown(second)}`,
    },
  ];
}

function toNumber(digits: string): number {
  return Number(digits.replaceAll(',', ''));
}
