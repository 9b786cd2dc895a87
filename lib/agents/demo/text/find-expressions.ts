import { evaluateExpression } from './evaluate-expression';
import { formatNumber } from './format-number';
import { normaliseNumbers } from './normalise-numbers';
import { showExpression } from './show-expression';
import { withSymbols } from './with-symbols';

const UNIT_BEHIND =
  /^\s*(€|EUR\b|euros?\b|USD\b|dollars?\b|GBP\b|CHF\b|kg\b|km\b|cm\b|m\b|g\b|l\b|hours?\b|minutes?\b)/i;

export interface Expression {
  source: string;
  value: number;
  /** The currency or unit that stands behind it, or the percent sign of a share. */
  unit: string;
}

/** Every arithmetic expression written in the text, with its value. Dates, ranges and phone numbers are left alone. */
export function findExpressions(text: string): Expression[] {
  const prepared = withoutUnits(withSymbols(normaliseNumbers(text)));
  const found: Expression[] = [];
  for (const match of prepared.matchAll(/[-(]*\s*\d[\d.,\s()+\-*/×·÷^%−–]*/g)) {
    const source = match[0].trim().replace(/[\s,.+\-*/×·÷^(]+$/, '');
    if (source.includes('\n') || !looksLikeArithmetic(source)) continue;
    const value = evaluateExpression(source);
    const shown = showExpression(source);
    const unit = UNIT_BEHIND.exec(prepared.slice(match.index + match[0].trimEnd().length))?.[1] ?? '';
    if (value !== null && !found.some((other) => other.source === shown)) found.push({ source: shown, value, unit });
  }
  found.push(...namedSums(normaliseNumbers(text)), ...shares(normaliseNumbers(text)));
  return found;
}

/** `3 + 4`, `2*5`, `10 - 3`; but not `2024-05-01`, `10-20`, `1/2/2024`, `12 %`. */
function looksLikeArithmetic(source: string): boolean {
  if (/\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}/.test(source)) return false;
  return (
    /[\d)%]\s*[+*×·÷^]\s*[\d(.-]/.test(source) ||
    /[\d)%]\s+[-−–/]\s+[\d(]/.test(source) ||
    /^\(?\d+\/\d+\)?$/.test(source)
  );
}

function* namedSums(text: string): Generator<Expression> {
  const pattern =
    /\b(sum|total|product|average|mean|difference|add)(?:\s+(?:of|between|up))?:?\s+((?:-?\d[\d,]*(?:\.\d+)?(?:\s*(?:,|and|&)\s*)*){2,})/gi;
  for (const match of text.matchAll(pattern)) {
    const kind = (match[1] ?? '').toLowerCase();
    const numbers = ((match[2] ?? '').match(/-?\d+(?:,\d{3})*(?:\.\d+)?/g) ?? []).map((n) =>
      Number(n.replaceAll(',', '')),
    );
    if (numbers.length < 2) continue;
    const ordered = kind === 'difference' ? numbers.slice(0, 2).sort((a, b) => b - a) : numbers;
    const sign = kind === 'difference' ? ' - ' : kind === 'product' ? ' × ' : ' + ';
    const terms = ordered.map((number) => (number < 0 ? `(${number})` : formatNumber(number))).join(sign);
    const source = kind === 'average' || kind === 'mean' ? `(${terms}) ÷ ${numbers.length}` : terms;
    const value = evaluateExpression(source);
    if (value !== null) yield { source, value, unit: '' };
  }
}

/** "What percentage of 120 is 30", "30 is what percent of 120". */
function* shares(text: string): Generator<Expression> {
  const number = '(\\d[\\d,]*(?:\\.\\d+)?)';
  for (const [pattern, part, whole] of [
    [`what (?:percent|percentage) of ${number} is ${number}`, 2, 1],
    [`${number} (?:is|are) what (?:percent|percentage) of ${number}`, 1, 2],
    [`what (?:percent|percentage) is ${number} of ${number}`, 1, 2],
  ] as const) {
    const match = new RegExp(pattern, 'i').exec(text);
    const source = showExpression(`${match?.[part]}/${match?.[whole]}`);
    const value = match && evaluateExpression(source);
    if (value) yield { source, value: value * 100, unit: '%' };
  }
}

/** "3 kg + 4 kg" as "3 + 4 kg": one unit stands once, behind. Different units are left, and make no expression. */
function withoutUnits(text: string): string {
  return text
    .replace(/[€$£]\s?(?=\d)/g, '')
    .replace(/(\d)\s?(€|£|\$|(?!x\b)\p{L}{1,6})(?=\s*[+-]\s*\d[\d.,]*\s?(?:\2)(?![\p{L}]))/gu, '$1');
}
