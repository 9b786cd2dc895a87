/** The operators by how strongly they bind. */
const STRENGTH: Record<string, number> = { '+': 1, '-': 1, '*': 2, '/': 2 };
const SAME: Record<string, string> = { '×': '*', '·': '*', '÷': '/', '−': '-', '–': '-' };
const TOKEN = /\s*(\d[\d,]*(?:\.\d+)?|[-+*/^%()×·÷−–])/y;

/** The value of an arithmetic expression: + - × ÷ ^ % and brackets. Throws an Error that says what is wrong with it. */
export function calculate(expression: string): number {
  const tokens = tokensOf(expression);
  let at = 0;

  const value = (least: number): number => {
    let left = power();
    for (;;) {
      const operator = tokens[at] ?? '';
      const strength = STRENGTH[operator];
      if (strength === undefined || strength < least) return left;
      at += 1;
      left = apply(operator, left, value(strength + 1));
    }
  };
  const power = (): number => {
    const base = operand();
    if (tokens[at] !== '^') return base;
    at += 1;
    return base ** power();
  };
  const operand = (): number => {
    const token = tokens[at++];
    if (token === undefined) throw new Error('The expression ends too soon.');
    if (token === '-') return -power();
    if (token === '+') return power();
    if (token === '(') {
      const inner = value(1);
      if (tokens[at++] !== ')') throw new Error('A bracket is not closed.');
      return percent(inner);
    }
    const number = Number(token.replaceAll(',', ''));
    if (Number.isNaN(number)) throw new Error(`A number is missing before “${token}”.`);
    return percent(number);
  };
  const percent = (number: number): number => {
    if (tokens[at] !== '%') return number;
    at += 1;
    return number / 100;
  };

  const result = value(1);
  if (at < tokens.length) throw new Error(`An operator is missing before “${tokens[at]}”.`);
  if (!Number.isFinite(result)) throw new Error('The expression has no finite value.');
  // 0.1 + 0.2 is 0.3 to people.
  return Number(result.toPrecision(12));
}

function apply(operator: string, left: number, right: number): number {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  return operator === '*' ? left * right : left / right;
}

function tokensOf(expression: string): string[] {
  const tokens: string[] = [];
  const text = expression.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const from = TOKEN.lastIndex;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) throw new Error(`“${text.slice(from, from + 20).trim()}” is no arithmetic.`);
    tokens.push(SAME[token] ?? token);
  }
  if (tokens.length === 0) throw new Error('The expression is empty.');
  return tokens;
}
