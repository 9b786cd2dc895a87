/** Lets the product's rule decide one task of the replay: does what it asks for until it names a winner. */
import type { Decision } from '@/lib/protocol/decision/decision';
import type { DecisionView } from '@/lib/protocol/decision/view';
import type { ReplayContext } from './replay-context';
import { answerIdOf, emptyView, type Known, memberOf } from './replay-view';

type Rule = (view: DecisionView) => Decision;

/** More decisions than any task needs: a rule that asks for ever is a fault. */
const MOST_STEPS = 60;

/** The winning member. */
export function runRule(rule: Rule, context: ReplayContext, known: Known): number {
  const view = emptyView(context, known);
  const given = new Map<number, number>();
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const decision = rule(view);
    if (decision.do === 'winner') return decision.answerId === null ? 0 : memberOf(decision.answerId);
    carryOut(view, decision, context, known, given);
  }
  throw new Error('The rule does not come to an end.');
}

function carryOut(
  view: DecisionView,
  decision: Exclude<Decision, { do: 'winner' }>,
  context: ReplayContext,
  known: Known,
  given: Map<number, number>,
): void {
  const answersOf = (lines: string[]) => lines.map((line) => given.get(memberOf(line)) ?? -1);
  if (decision.do === 'ask') for (const slot of decision.slots) ask(view, Number(slot), context, given);
  if (decision.do === 'check') {
    for (const { check, answerId } of decision.checks) {
      view.results.push({ check, answerId, passed: context.test(memberOf(answerId), check as 'good' | 'weak') });
    }
  }
  if (decision.do === 'ballot') {
    for (const { slot, lines } of decision.ballots) {
      const scores = context.scores(Number(slot), answersOf(lines), known.ballots ?? 'fair');
      view.cast.push({
        slot,
        scores: lines.map((answerId, line) => ({ answerId, score: asScore(scores[line] ?? 0) })),
      });
    }
  }
  if (decision.do === 'judge') {
    // The simulated judge is asked in both orders at once and is not moved by them.
    const [lines] = decision.orders;
    const scores = context.scores(-1, answersOf(lines), known.judge?.kind ?? 'fair', { both: true });
    const pick = lines[scores.indexOf(Math.max(...scores))] ?? null;
    view.verdicts = decision.orders.map((order) => ({ order, pick }));
  }
  if (decision.do === 'compare') throw new Error('Equal answers are known in the replay.');
}

function ask(view: DecisionView, member: number, context: ReplayContext, given: Map<number, number>): void {
  const slot = view.slots[member];
  const answer = context.ask(member);
  if (!slot) return;
  slot.stage = 'done';
  if (answer < 0) return;
  const answerId = answerIdOf(member);
  slot.answer = { answerId, version: 1, seq: given.size + 1, isIndependent: true };
  for (const [other, theirs] of given) {
    view.findings.push({ a: answerIdOf(other), b: answerId, is: theirs === answer ? 'same' : 'different', by: 'rule' });
  }
  given.set(member, answer);
}

/** Utilities of the simulation on the scale of a ballot. */
function asScore(utility: number): number {
  return Math.min(10, Math.max(0, 5 + utility));
}
