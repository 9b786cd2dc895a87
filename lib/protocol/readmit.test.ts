import { expect, it } from 'vitest';
import { SimulatedRun } from './testing/simulated-run';
import { testTeam } from './testing/test-team';

const answer = (content: string): [string, unknown] => ['new_answer', { content }];
const slotOf = (run: SimulatedRun, slot: string) => run.state.slots.find((state) => state.slot === slot)!;

it('P20: a quarantined slot is asked again at once, with tries of its own; others are not disturbed', () => {
  const run = new SimulatedRun(testTeam(3));
  run.act('A', answer('Alpha'));
  run.act('B', answer('Beta'));
  run.fail('A', { code: 'auth', message: 'The key is wrong.' }, false);
  run.fail('B', { code: 'auth', message: 'The key is wrong.' }, false);
  const working = slotOf(run, 'C').call;
  for (const slot of ['A', 'B']) {
    expect(slotOf(run, slot).out).toBe('quarantined');
    run.append({ type: 'agent.readmitted', slot });
    expect(slotOf(run, slot)).toMatchObject({ out: null, failures: 0, mayRetry: true, lastError: null });
    expect(slotOf(run, slot).call ?? run.waiting.get(slot)).toBeDefined();
  }
  expect(slotOf(run, 'C').call).toBe(working);
  run.append({ type: 'agent.readmitted', slot: 'C' });
  expect(slotOf(run, 'C').call).toBe(working);
});
