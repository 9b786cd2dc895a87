import { evaluateExpression } from './evaluate-expression';
import { withSymbols } from './with-symbols';

export interface Expression {
  source: string;
  value: number;
}

/** Every arithmetic expression written in the text, with its value. Dates, ranges and phone numbers are left alone. */
export function findExpressions(text: string): Expression[] {
  const prepared = withSymbols(text);
  const found: Expression[] = [];
  for (const match of prepared.matchAll(/[-(]*\s*\d[\d.,\s()+\-*/×·÷^%−–]*/g)) {
    const source = match[0].trim().replace(/[\s,.+\-*/×·÷^(]+$/, '');
    if (source.includes('\n') || !looksLikeArithmetic(source)) continue;
    const value = evaluateExpression(source);
    if (value !== null && !found.some((other) => other.source === source)) found.push({ source, value });
  }
  for (const { source, value } of namedSums(text)) found.push({ source, value });
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
    /\b(sum|total|product|average|mean|difference)\s+(?:of|between)\s+((?:-?\d[\d,]*(?:\.\d+)?(?:\s*(?:,|and|&)\s*)*){2,})/gi;
  for (const match of text.matchAll(pattern)) {
    const kind = (match[1] ?? '').toLowerCase();
    const numbers = ((match[2] ?? '').match(/-?\d+(?:,\d{3})*(?:\.\d+)?/g) ?? []).map((n) =>
      Number(n.replaceAll(',', '')),
    );
    if (numbers.length < 2) continue;
    if (kind === 'difference') {
      const [first = 0, second = 0] = numbers;
      yield { source: `difference between ${first} and ${second}`, value: Math.abs(first - second) };
      continue;
    }
    const sum = numbers.reduce((a, b) => a + b, 0);
    const product = numbers.reduce((a, b) => a * b, 1);
    const value = kind === 'product' ? product : kind === 'average' || kind === 'mean' ? sum / numbers.length : sum;
    yield { source: `${kind} of ${numbers.join(', ')}`, value };
  }
}
