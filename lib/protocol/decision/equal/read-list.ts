/** Several values in a row. */
export interface ListValue {
  kind: 'list';
  items: string[];
  /** `(` and `[` around two numbers may be intervals, `{` is a set. */
  brackets: '' | '[' | '(' | '{';
}

const BULLET = /^(\s*)(?:[-*•]|\d{1,3}[.)])\s+(.+)$/;
const CLOSING: Record<string, string> = { '[': ']', '(': ')', '{': '}' };

/** Reads bullets, items in brackets, or items set off by commas; `null` for anything else. */
export function readList(text: string): ListValue | null {
  return bullets(text) ?? row(text.trim());
}

function bullets(text: string): ListValue | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const found = lines.map((line) => BULLET.exec(line));
  const items = found.map((bullet) => bullet?.[2]?.trim() ?? '');
  // What is indented further belongs to the line above it.
  const isFlat = new Set(found.map((bullet) => bullet?.[1])).size === 1;
  return lines.length > 1 && isFlat && items.every((item) => item !== '')
    ? { kind: 'list', items, brackets: '' }
    : null;
}

function row(text: string): ListValue | null {
  if (text.includes('\n')) return null;
  const opening = /^[[({]/.exec(text)?.[0] ?? '';
  const isWrapped = opening !== '' && text.endsWith(CLOSING[opening] ?? '') && text.length > 2;
  const inner = isWrapped ? text.slice(1, -1).trim() : text;
  if (/[[\](){}]/.test(inner)) return null;
  const parts = inner.split(isWrapped && !/,\s/.test(inner) ? /[,;]/ : /[,;]\s+/).map((part) => part.trim());
  if (parts.length < 2) return null;
  const last = parts.at(-1) ?? '';
  const joined = isWrapped ? [last] : last.replace(/^(?:and|und|&)\s+/i, '').split(/\s+(?:and|und|&)\s+/i);
  const items = [...parts.slice(0, -1), ...joined].map((item) => item.trim());
  // A sentence has commas too: items are short, and none of them denies or offers another.
  const isPlain = items.every(
    (item) => item !== '' && item.length <= 60 && !/\b(?:not|or|but|nicht|oder|aber)\b/i.test(item),
  );
  return isPlain && (isWrapped || items.length > 2)
    ? { kind: 'list', items, brackets: isWrapped ? (opening as '[') : '' }
    : null;
}
