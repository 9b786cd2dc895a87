const PRECEDENCE: Record<string, number> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 3 };

type Token = { number: number } | { symbol: string };

/**
 * Value of an arithmetic expression with + - * / ^ % and brackets, or `null` when it is not one, has no operator,
 * or has no finite value. Commas between groups of three digits are accepted.
 */
export function evaluateExpression(expression: string): number | null {
  const tokens = tokenize(expression);
  if (!tokens) return null;
  let position = 0;
  let operators = 0;

  const symbolAt = (): string | null => {
    const token = tokens[position];
    return token && 'symbol' in token ? token.symbol : null;
  };

  function operand(): number {
    const token = tokens?.[position++];
    if (!token) return Number.NaN;
    if ('number' in token) return percent(token.number);
    if (token.symbol === '-') return -power();
    if (token.symbol === '+') return power();
    if (token.symbol !== '(') return Number.NaN;
    const inner = binary(1);
    if (symbolAt() !== ')') return Number.NaN;
    position++;
    return percent(inner);
  }

  function percent(value: number): number {
    if (symbolAt() !== '%') return value;
    position++;
    operators++;
    return value / 100;
  }

  function power(): number {
    const base = operand();
    if (symbolAt() !== '^') return base;
    position++;
    operators++;
    return base ** power();
  }

  function binary(minimum: number): number {
    let left = power();
    for (let symbol = symbolAt(); symbol !== null; symbol = symbolAt()) {
      const precedence = PRECEDENCE[symbol];
      if (precedence === undefined || precedence < minimum || symbol === '^') return left;
      position++;
      operators++;
      const right = binary(precedence + 1);
      left = apply(symbol, left, right);
    }
    return left;
  }

  const value = binary(1);
  return position === tokens.length && operators > 0 && Number.isFinite(value) ? value : null;
}

function apply(symbol: string, left: number, right: number): number {
  if (symbol === '+') return left + right;
  if (symbol === '-') return left - right;
  if (symbol === '*') return left * right;
  return left / right;
}

function tokenize(expression: string): Token[] | null {
  const text = expression.replace(/[×·]/g, '*').replace(/÷/g, '/').replace(/[−–]/g, '-').replace(/\*\*/g, '^');
  if (text.length > 500) return null;
  const tokens: Token[] = [];
  let rest = text.trim();
  while (rest) {
    const match = /^(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|\.\d+|[-+*/^%()])/.exec(rest);
    if (!match) return null;
    const part = match[0];
    tokens.push(/\d/.test(part) ? { number: Number(part.replaceAll(',', '')) } : { symbol: part });
    rest = rest.slice(part.length).trimStart();
  }
  return tokens.length > 0 ? tokens : null;
}
