import 'server-only';
import { evaluate } from './evaluate';
import { fitsIn } from './fits-in';
import { MOST_SOURCE, MOST_VALUE } from './limits';
import { notEvaluated } from './not-evaluated';
import { texts } from './texts';

export type PredicateRun = { passed: boolean } | { passed: null; because: string };

type Told = { passed: boolean } | { because: keyof typeof REASONS; detail?: string };

const REASONS = {
  syntax: texts.code,
  threw: texts.threw,
  kind: texts.kind,
  time: (_detail: string) => texts.time,
  memory: (_detail: string) => texts.memory,
};

/**
 * Runs a JavaScript predicate, which may be anybody's, on a JSON value: an expression of `answer`, or a function of it, that gives true or false.
 * It runs in a sandbox without anything of the host, bounded in time, memory and size, in a thread of its own. Never throws: what keeps it from a
 * result is said in words.
 */
export async function runPredicate(source: string, value: unknown): Promise<PredicateRun> {
  if (source.length > MOST_SOURCE) return { passed: null, because: texts.sourceTooLong };
  if (!fitsIn(value, MOST_VALUE)) return { passed: null, because: texts.valueTooLarge };
  const end = await evaluate({ kind: 'predicate', source, value });
  if (end.how !== 'result') return { passed: null, because: notEvaluated(end) };
  const told = end.result as Told;
  return 'because' in told ? { passed: null, because: REASONS[told.because](told.detail ?? '') } : told;
}
