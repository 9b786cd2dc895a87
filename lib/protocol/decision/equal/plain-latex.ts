/** What stands in the braces that open at `from`, and where they close; `null` when they do not. */
function braced(text: string, from: number): { inner: string; end: number } | null {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '{') depth += 1;
    else if (text[at] === '}') {
      depth -= 1;
      if (depth === 0) return { inner: text.slice(from + 1, at), end: at + 1 };
    }
  }
  return null;
}

/** Everything in `\boxed{…}`, in order; where the first begins and the last ends. */
export function boxes(text: string): { found: string[]; start: number; end: number } {
  const found: string[] = [];
  let start = 0;
  let end = 0;
  for (const { index, 0: opening } of text.matchAll(/\\f?boxed\s*(?=\{)/g)) {
    if (index < end) continue;
    const box = braced(text, index + opening.length);
    if (!box) break;
    if (found.length === 0) start = index;
    found.push(box.inner);
    end = box.end;
  }
  return { found, start, end };
}

const SIGNS: [RegExp, string][] = [
  [/^\$\$?|\$\$?$/g, ' '],
  [/^\\[([]|\\[)\]]$/g, ' '],
  [/\{,\}/g, ','],
  [/\\[,!;: ]|~/g, ' '],
  [/\\(?:left|right|displaystyle)(?![a-z])/g, ''],
  [/\\(?:text|mathrm|textbf|unit)\s*\{([^{}]*)\}/g, '$1'],
  [/(\d)\s*(?=\\[dt]?frac)/g, '$1 '],
  [/\\[dt]?frac\s*\{\s*(-?\d+)\s*\}\s*\{\s*(\d+)\s*\}/g, '$1/$2'],
  [/\\[dt]?frac(\d)(\d)/g, '$1/$2'],
  [/\\times(?![a-z])/g, '×'],
  [/\\cdot(?![a-z])/g, '·'],
  [/\^\s*\{\s*(-?\d+)\s*\}/g, '^$1'],
  [/\^\s*\{?\s*\\circ\s*\}?/g, '°'],
  [/\\([%$&#])/g, '$1'],
  [/\\(?:approx)(?![a-z])/g, '≈'],
];

/** LaTeX of a number, a unit or a short text as plain characters; what it does not know stays as it is. */
export function plainLatex(text: string): string {
  if (!/[\\$]/.test(text)) return text;
  // A dollar sign before a number alone is money, not mathematics.
  const isMath = /\\|^\$[^$]+\$$/.test(text.trim());
  if (!isMath) return text;
  return SIGNS.reduce((plain, [pattern, by]) => plain.trim().replace(pattern, by), text).trim();
}
