import { compareJson } from './compare-json';
import { compareQuantities } from './compare-quantities';
import { type FinalValue, readValue } from './final-value';
import type { Choice } from './read-choice';
import type { ListValue } from './read-list';
import { type Relation, together } from './relation';

/** What the rule knows of two results. Results of different kinds may still be the same in other words. */
export function compareValues(a: FinalValue, b: FinalValue): Relation {
  if (a.kind === 'quantity' && b.kind === 'quantity') return compareQuantities(a, b);
  if (a.kind === 'choice' && b.kind === 'choice') return compareChoices(a, b);
  if (a.kind === 'date' && b.kind === 'date') return compareDates(a.readings, b.readings);
  if (a.kind === 'list' && b.kind === 'list') return compareLists(a, b);
  if (a.kind === 'json' && b.kind === 'json') return compareJson(a.json, b.json);
  if (a.kind === 'code' && b.kind === 'code')
    return a.code === b.code && a.language === b.language ? 'same' : 'unknown';
  if (a.kind === 'text' && b.kind === 'text') return compareTexts(a.text, b.text);
  return 'unknown';
}

function compareChoices(a: Choice, b: Choice): Relation {
  if (a.of !== b.of) return 'unknown';
  const texts = a.text === '' || b.text === '' ? 'same' : compareTexts(a.text, b.text);
  if (a.choice === b.choice) return texts;
  return texts === 'same' && a.text !== '' && b.text !== '' ? 'unknown' : 'different';
}

function compareDates(a: string[], b: string[]): Relation {
  if (a.length === 1 && b.length === 1 && a[0] === b[0]) return 'same';
  // A month may be said of a day in it.
  return a.some((left) => b.some((right) => left.startsWith(right) || right.startsWith(left)))
    ? 'unknown'
    : 'different';
}

/** In the same order the same; in another order only sets are. */
function compareLists(a: ListValue, b: ListValue): Relation {
  const figures = a.items.length;
  const isSet = a.brackets === '{' && b.brackets === '{';
  const kinds = new Set([a.brackets, b.brackets]);
  // Two numbers in brackets may be an interval.
  if (kinds.size > 1 && (kinds.has('{') || kinds.has('(') || figures < 3)) return 'unknown';
  if (figures !== b.items.length) return isSet ? 'unknown' : areFigures(a) && areFigures(b) ? 'different' : 'unknown';
  const inOrder = together(a.items.map((item, index) => compareItems(item, b.items[index] ?? '')));
  if (inOrder === 'same') return 'same';
  const rest = [...b.items];
  for (const item of a.items) {
    const at = rest.findIndex((other) => compareItems(item, other) === 'same');
    if (at < 0) return inOrder;
    rest.splice(at, 1);
  }
  return isSet ? 'same' : 'unknown';
}

function areFigures({ items }: ListValue): boolean {
  return items.every((item) => readValue(item)?.kind === 'quantity');
}

function compareItems(a: string, b: string): Relation {
  const [left, right] = [readValue(a), readValue(b)];
  return left && right ? compareValues(left, right) : 'unknown';
}

/** Short texts in the same words. Capitals are overlooked only in words: in symbols they mean something. */
function compareTexts(a: string, b: string): Relation {
  const [left, right] = [spaced(a), spaced(b)];
  if (left === right) return 'same';
  return left.toLowerCase() === right.toLowerCase() && isInWords(left) && isInWords(right) ? 'same' : 'unknown';
}

function spaced(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?([=+]) ?/g, '$1');
}

/** Words of which the first letter alone may be a capital: no symbols, abbreviations or formulas. */
function isInWords(text: string): boolean {
  const words = text.split(/[\s,.;:]+/).filter((word) => word !== '');
  return (
    words.every((word) => /^\p{L}?[\p{Ll}\p{Lo}'-]+$|^\p{Lu}[\p{Ll}\p{Lo}'-]+$|^[aAI]$/u.test(word)) &&
    words.some((word) => word.length > 3)
  );
}
