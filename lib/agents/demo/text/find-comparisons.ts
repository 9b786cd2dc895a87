import { evaluateExpression } from './evaluate-expression';
import { formatNumber } from './format-number';
import { normaliseNumbers } from './normalise-numbers';
import { showExpression } from './show-expression';
import { withSymbols } from './with-symbols';

interface Operand {
  /** As it was asked, with its value where that is not the same. */
  shown: string;
  value: number;
}

/** Nobody asks for longer in one breath, and the patterns take long over what is built to hold them up. */
const MAX_CHARACTERS = 300;
const LARGER = /^(?:larger|bigger|greater|higher|more|largest|biggest|greatest|highest|most)$/i;
const WORD =
  '(larger|bigger|greater|higher|more|smaller|less|lower|fewer|largest|biggest|greatest|highest|most|smallest|lowest|least|fewest)';
/** "Which is larger, 12*7 or 90", "the smallest of 3, 4 and 5". */
const CHOICE = new RegExp(`\\b(?:which|what|the)\\b[^?]*?\\b${WORD}\\b(?!\\s+than)[^\\d(]*?([-(.]*\\d.*)$`, 'i');
/** "Which of 3, 17 and 8 is the smallest". */
const CHOICE_OF = new RegExp(
  `\\b(?:which|what)(?:\\s+one)?\\s+of\\s+([-(.]*\\d.*?)\\s+is\\s+(?:the\\s+)?${WORD}\\b`,
  'i',
);
/** "Is 12*7 larger than 90". */
const CLAIM = new RegExp(`^[^\\d(]*?([-(.]*\\d.*?)\\s+(?:is\\s+|are\\s+)?${WORD}\\s+than\\s+(.+)$`, 'i');
/** "12*7 < 90", "is 12*7 equal to 84". */
const RELATION = /^[^\d(]*?([-(.]*\d.*?)\s*(<=|>=|<|>|≤|≥|=|\bequals?\b(?:\s+to)?|\bthe same as\b)\s*(.+)$/i;
const BETWEEN = /,\s+(?:or|and)?\s*|\s+(?:or|and|vs\.?|versus)\s+/i;

/** What a question asks about which of its numbers and expressions is larger or smaller, answered; one line each. */
export function findComparisons(question: string): string[] {
  return question.split(/[?\n;]|\.\s/).flatMap((part) => {
    const text = part.trim();
    if (text.length > MAX_CHARACTERS) return [];
    return claimed(text) ?? related(text) ?? chosen(text) ?? [];
  });
}

function claimed(text: string): string[] | null {
  const [, first = '', word = '', second = ''] = CLAIM.exec(text) ?? [];
  const pair = bothOf(first, second);
  if (!pair) return null;
  const [one, other] = pair;
  const holds = LARGER.test(word) ? one.value > other.value : one.value < other.value;
  return [`${holds ? 'Yes' : 'No'}: ${inWords(one, other)}`];
}

function related(text: string): string[] | null {
  const [, first = '', relation = '', second = ''] = RELATION.exec(text) ?? [];
  const pair = bothOf(first, second);
  if (!pair) return null;
  const [one, other] = pair;
  return [`${holds(relation, one.value, other.value) ? 'Yes' : 'No'}: ${inWords(one, other)}`];
}

function holds(relation: string, one: number, other: number): boolean {
  switch (relation) {
    case '<':
      return one < other;
    case '>':
      return one > other;
    case '<=':
    case '≤':
      return one <= other;
    case '>=':
    case '≥':
      return one >= other;
    default:
      return same(one, other);
  }
}

function chosen(text: string): string[] | null {
  const [, listed = '', asked = ''] = CHOICE_OF.exec(text) ?? [];
  const [, word = asked, list = listed] = CHOICE.exec(text) ?? [];
  const all = operandsOf(list);
  const [first, second, ...others] = LARGER.test(word)
    ? all.toSorted((a, b) => b.value - a.value)
    : all.toSorted((a, b) => a.value - b.value);
  if (!first || !second) return null;
  if (others.length === 0) return [inWords(first, second)];
  const rest = [second, ...others].map(({ shown }) => shown).join(', ');
  return [`The ${LARGER.test(word) ? 'largest' : 'smallest'} is ${first.shown}, before ${rest}`];
}

function inWords(one: Operand, other: Operand): string {
  if (same(one.value, other.value)) return `${one.shown} and ${other.shown} are equal`;
  return `${one.shown} is ${one.value > other.value ? 'larger' : 'smaller'} than ${other.shown}`;
}

/** As exact as results are shown: 0.1 + 0.2 is 0.3. */
function same(one: number, other: number): boolean {
  return formatNumber(one) === formatNumber(other);
}

function bothOf(first: string, second: string): [Operand, Operand] | null {
  const one = operandOf(first);
  const other = operandOf(second.split(BETWEEN)[0] ?? '');
  return one && other ? [one, other] : null;
}

/** Numbers and expressions up to the first thing that is neither. */
function operandsOf(list: string): Operand[] {
  const operands: Operand[] = [];
  for (const piece of list.split(BETWEEN)) {
    const operand = operandOf(piece);
    if (!operand) break;
    operands.push(operand);
  }
  return operands;
}

function operandOf(piece: string): Operand | null {
  const source = withSymbols(normaliseNumbers(piece.trim())).replace(/[\s.,:]+$/, '');
  const computed = evaluateExpression(source);
  if (computed !== null) return { shown: `${showExpression(source)} = ${formatNumber(computed)}`, value: computed };
  // A number alone is no expression, but one that nothing is added to is.
  const value = evaluateExpression(`0 + ${source}`);
  return value === null ? null : { shown: source, value };
}
