import { cleanText, isDeceptive } from './clean-text';
import { compareValues } from './compare-values';
import { finalValue } from './final-value';
import type { Relation } from './relation';

/**
 * Whether two answers come to the same (P24), by rule alone: nobody is asked, and nothing that an answer says about another one counts.
 * `unknown` is for a comparison to say.
 */
export function compareAnswers(a: string, b: string): Relation {
  if (isDeceptive(a) || isDeceptive(b)) return 'unknown';
  if (oneLine(a) !== '' && oneLine(a) === oneLine(b)) return 'same';
  const [left, right] = [finalValue(a), finalValue(b)];
  return left && right ? compareValues(left, right) : 'unknown';
}

/** White space does not make an answer different, but in code it may. */
function oneLine(text: string): string {
  const clean = cleanText(text).trim();
  return /```|~~~|^(?: {4}|\t)/m.test(clean) ? clean : clean.replace(/[ \t]+/g, ' ').replace(/\n+/g, '\n');
}
