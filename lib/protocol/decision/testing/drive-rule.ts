import { decideSelection } from '../decide-selection';
import type { Decision } from '../decision';
import type { DecisionView } from '../view';

/** What the world answers: small numbers, used up in order, round and round. */
export type World = number[];

/** Does what the rule asks for until it names a winner, and gives every decision on the way. Throws when it does not come to an end. */
export function driveRule(start: DecisionView, world: World): { view: DecisionView; decisions: Decision[] } {
  const view = structuredClone(start);
  const decisions: Decision[] = [];
  let at = 0;
  const next = () => world[at++ % world.length] ?? 0;
  for (let step = 0; step < 100; step += 1) {
    const decision = decideSelection(view);
    decisions.push(decision);
    if (decision.do === 'winner') return { view, decisions };
    answer(view, decision, next);
  }
  throw new Error(`No end: ${JSON.stringify(decisions.slice(-2))}`);
}

function answer(view: DecisionView, decision: Exclude<Decision, { do: 'winner' }>, next: () => number): void {
  if (decision.do === 'ask') for (const name of decision.slots) publish(view, name, decision.sees.length > 0, next);
  if (decision.do === 'compare') {
    view.comparisonsLeft -= 1;
    decision.answers.forEach((a, index) => {
      for (const b of decision.answers.slice(index + 1)) {
        view.findings.push({ a, b, is: next() % 2 === 0 ? 'same' : 'different', by: 'comparison' });
      }
    });
  }
  if (decision.do === 'check') {
    for (const check of decision.checks)
      view.results.push({ ...check, passed: [true, false, null][next() % 3] ?? null });
  }
  if (decision.do === 'ballot') {
    for (const { slot, lines } of decision.ballots) {
      view.cast = view.cast.filter((ballot) => ballot.slot !== slot);
      view.cast.push({ slot, scores: lines.map((answerId) => ({ answerId, score: next() % 11 })) });
    }
  }
  if (decision.do === 'judge') {
    view.verdicts = decision.orders.map((order) => ({ order, pick: order[next() % (order.length + 1)] ?? null }));
  }
}

/** The slot publishes its next version, keeps what it has, or gives nothing. */
function publish(view: DecisionView, name: string, isLook: boolean, next: () => number): void {
  const slot = view.slots.find((each) => each.slot === name);
  if (!slot) throw new Error(`Asked for ${name}, who is not there.`);
  if (!isLook && slot.stage === 'done') throw new Error(`Asked ${name} twice.`);
  slot.stage = 'done';
  slot.look = 'done';
  const version = (slot.answer?.version ?? 0) + 1;
  if (next() % 4 === 0) return;
  slot.answer = { answerId: `${name}.${version}`, version, seq: 100 + next(), isIndependent: !isLook };
  for (const other of view.slots) {
    const is = (['same', 'different', 'unknown'] as const)[next() % 3] ?? 'unknown';
    if (other === slot || !other.answer || is === 'unknown') continue;
    view.findings.push({ a: other.answer.answerId, b: slot.answer.answerId, is, by: 'rule' });
  }
}
