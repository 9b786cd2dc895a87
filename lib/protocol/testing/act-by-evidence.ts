import type { Slot } from '../team';
import { slotOf } from '../update-slot';
import type { SimulatedRun } from './simulated-run';

/** A few conclusions, so that agents agree by chance; the words leave the rule in doubt. */
const CONCLUSIONS = [...'12345678']
  .map((number) => `Final answer: ${number}`)
  .concat('Yes, do it.', 'By all means, do.');

/** What an agent of a team that decides by evidence does; false = it does what any agent may do wrong. */
export function actByEvidence(run: SimulatedRun, slot: Slot, kind: number, next: () => number): boolean {
  const call = slotOf(run.state, slot)?.call;
  if (!call || kind > 0.8) return false;
  const { phase, lines = [] } = call;
  const reason = 'It is right.';
  const number = () => 1 + Math.floor(next() * lines.length);
  switch (phase) {
    case 'comparison':
      run.act(slot, ['report_pairs', { pairs: pairs(lines.length, next) }]);
      return true;
    case 'ballot': {
      const scores = lines.map((_, index) => ({ answer: index + 1, score: Math.floor(next() * 11) }));
      run.act(slot, kind < 0.1 ? ['abstain', { reason }] : ['score_answers', { scores, reason }]);
      return true;
    }
    case 'check': {
      const verdict = kind < 0.1 ? 'unclear' : next() < 0.5 ? 'pass' : 'fail';
      run.act(slot, ['report_check', { reason, verdict }]);
      return true;
    }
    case 'judge':
      run.act(slot, ['choose_answer', { answer: kind < 0.1 ? 0 : number(), reason }]);
      return true;
    default:
      if (kind < 0.5) run.act(slot, ['new_answer', { content: conclusion(run, next) }]);
      else run.act(slot, ['keep_answer', { reason }]);
      return true;
  }
}

function conclusion(run: SimulatedRun, next: () => number): string {
  return `${CONCLUSIONS[Math.floor(next() * CONCLUSIONS.length)]}${next() < 0.5 ? '' : `\n${run.events.length}`}`;
}

function pairs(count: number, next: () => number): object[] {
  return Array.from({ length: count }, (_, first) =>
    Array.from({ length: count - first - 1 }, (_, behind) => ({
      first: first + 1,
      second: first + behind + 2,
      verdict: next() < 0.3 ? 'same' : 'different',
    })),
  ).flat();
}
