import 'server-only';
import { evaluate } from './evaluate';
import { MOST_PATTERN, MOST_VALUE } from './limits';
import { notEvaluated } from './not-evaluated';
import { texts } from './texts';

export type PatternTest = { matches: boolean } | { matches: null; because: string };

/**
 * Whether a regular expression, which may be anybody's, is found in a text. Bounded in time, memory and size, in a thread of its own. Never
 * throws: what keeps it from a result is said in words.
 */
export async function testPattern(pattern: string, flags: string, text: string): Promise<PatternTest> {
  if (pattern.length > MOST_PATTERN) return { matches: null, because: texts.patternTooLong };
  if (text.length > MOST_VALUE) return { matches: null, because: texts.valueTooLarge };
  const end = await evaluate({ kind: 'pattern', pattern, flags, text });
  if (end.how !== 'result') return { matches: null, because: notEvaluated(end) };
  const told = end.result as { matches: boolean } | { because: 'syntax'; detail: string };
  return 'because' in told ? { matches: null, because: texts.pattern(told.detail) } : { matches: told.matches };
}
