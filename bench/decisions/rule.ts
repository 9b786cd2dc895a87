/**
 * The product's rule of decision by evidence in the form that `replay.mjs` of the decision data takes (`--rule bench/decisions/rule.ts`):
 * the same function each time, with more knowledge given to it. It can be imported by plain Node, hence the hooks and the late imports.
 */
import type { LearnedRate } from '@/lib/protocol/decision/view';
import '../../scripts/ts-hooks.mjs';
import type { ReplayContext } from './replay-context';
import type { Known } from './replay-view';

const { decideSelection } = await import('@/lib/protocol/decision/decide-selection');
const { panelVerdict } = await import('@/lib/protocol/decision/panel-verdict');
const { byScores, scoreAnswers } = await import('@/lib/protocol/decision/score-answers');
const { runRule } = await import('./run-rule');

const row = (known: Known) => (context: ReplayContext) => runRule(decideSelection, context, known);

const overrules = ({ cal }: ReplayContext): LearnedRate[] =>
  cal.over.map((rate, member) => ({ rate, observations: cal.overN[member] ?? 1 }));
const perKind = ({ cal, kind }: ReplayContext): LearnedRate[] =>
  cal.kind(kind).map((rate) => ({ rate, observations: null }));

export const rules = {
  'nothing known': row({}),
  overrules: row({ reliability: overrules }),
  kinds: row({ reliability: perKind }),
  'good tests': row({ reliability: overrules, test: 'good' }),
  'weak tests': row({ reliability: overrules, test: 'weak' }),
  'kinds and weak tests': row({ reliability: perKind, test: 'weak' }),
  ballots: row({ ballots: 'fair' }),
  'judge 70': row({ reliability: overrules, judge: { accuracy: 0.7, kind: 'fair' } }),
  'judge 80': row({ reliability: overrules, judge: { accuracy: 0.8, kind: 'strong' } }),
};

/**
 * The winner by scores alone, as on ballots: `scores[judge][answer]`, `null` where a judge did not score. First places decide, ties by the
 * mean, then the earlier column. Returns the column; −1 without any.
 */
export function fromScores(scores: (number | null)[][]): number {
  const answers = Math.max(0, ...scores.map((given) => given.length));
  const results = scoreAnswers(scores, answers);
  return (
    Array.from(results.keys()).sort((a, b) => {
      const [left, right] = [results[a], results[b]];
      return (left && right ? byScores(left, right) : 0) || a - b;
    })[0] ?? -1
  );
}

type Mark = '1' | '2' | 't' | '-' | number | null | undefined | (string & {});
/** A judge's marks with the answers in the order 1–2 and in the order 2–1; perhaps the share of its verdicts that are right. */
type Verdict = string | readonly [Mark, Mark, number?] | { first: Mark; second: Mark; accuracy?: number };

/**
 * What several judges of a pair come to. A mark names the better answer in the original numbering, whatever the order it was shown in:
 * `'12'`, `['1', '2', 0.8]` or `{ first: '1', second: '2', accuracy: 0.8 }`. A verdict that does not survive the swap is none; the others
 * weigh by the log-odds of their judge's accuracy, 0.7 when it is not given. Returns `'1'`, `'2'` or `'t'` = none.
 */
export function panel(verdicts: readonly Verdict[]): '1' | '2' | 't' {
  return panelVerdict(verdicts.map(asBothOrders)) ?? 't';
}

function asBothOrders(verdict: Verdict) {
  const [first, second, accuracy] = isMarks(verdict) ? verdict : [verdict.first, verdict.second, verdict.accuracy];
  return {
    picks: [asPick(first), asPick(second)],
    accuracy: typeof accuracy === 'number' ? accuracy : null,
  };
}

function isMarks(verdict: Verdict): verdict is string | readonly [Mark, Mark, number?] {
  return typeof verdict === 'string' || Array.isArray(verdict);
}

function asPick(mark: Mark): '1' | '2' | null {
  const text = String(mark);
  return text === '1' || text === '2' ? text : null;
}
