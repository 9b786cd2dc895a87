import { describe, expect, it } from 'vitest';
import type { RunEvent } from './event';
import { fold, foldMore } from './fold';
import { SimulatedRun } from './testing/simulated-run';
import { testTeam } from './testing/test-team';

const DELTAS = 300;

/** Three agents, two calls each, every call with its deltas, then the presentation with as many. */
function longLog(): RunEvent[] {
  const run = new SimulatedRun(testTeam(3));
  const stream = (slot: string) => {
    run.request(slot);
    for (let index = 0; index < DELTAS; index += 1) run.text(slot, `word${index} `);
  };
  for (const slot of ['A', 'B', 'C']) {
    stream(slot);
    run.act(slot, ['new_answer', { content: `The answer of ${slot}` }]);
  }
  for (const slot of ['A', 'B', 'C']) {
    stream(slot);
    run.act(slot, ['vote', { answer_id: 'B.1', reason: 'It is right.' }]);
  }
  const callId = run.callId('B');
  run.append({ type: 'final.started', slot: 'B', callId });
  for (let index = 0; index < DELTAS; index += 1) {
    run.append({ type: 'final.delta', slot: 'B', callId, text: `word${index} ` });
  }
  run.append({ type: 'agent.finished', slot: 'B', callId, outcome: 'presented' });
  return run.events;
}

describe('fold', () => {
  it('folds a log of more than two thousand events within 10 ms', () => {
    const log = longLog();
    expect(log.length).toBeGreaterThan(7 * DELTAS);
    // The best of many: the machine may be busy with other work.
    const times = Array.from({ length: 30 }, () => {
      const began = performance.now();
      expect(fold('run', log).status).toBe('finished');
      return performance.now() - began;
    });
    expect(Math.min(...times)).toBeLessThan(10);
  });

  it('shares what did not change, and leaves the state before as it was', () => {
    const log = longLog();
    const cut = log.findLastIndex((event) => event.type === 'agent.delta' && event.slot === 'C');
    const before = fold('run', log.slice(0, cut));
    const copy = structuredClone(before);
    const after = foldMore(before, log.slice(cut, cut + 1));
    expect(after.slots[2]).not.toBe(before.slots[2]);
    expect(after.slots[0]).toBe(before.slots[0]);
    expect(after.answers).toBe(before.answers);
    expect(before).toEqual(copy);
  });
});
