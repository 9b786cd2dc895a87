import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../event';
import { fold } from '../fold';
import { randomRun } from '../testing/random-run';
import { testTeam } from '../testing/test-team';
import { projector } from './projector';

const POSTED = {
  ...{ seq: 3, at: '2026-01-01T00:00:00.000Z', runId: 'r', type: 'answer.posted' as const },
  ...{ slot: 'A', callId: 'c', answerId: 'A.1' as const, content: 'Yes. ✓' },
};

describe('a member', () => {
  const { show, showLine } = projector('member');

  it('is shown the whole log, byte for byte, and folds it to the same state', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const { run } = randomRun(testTeam(3), seed, null);
      for (const event of run.events) {
        expect(show(event)).toBe(event);
        // Such a line can be the result of other white space or order of fields, which a second writing would not keep.
        const line = ` ${JSON.stringify(event)}`;
        expect(showLine(line)).toBe(line);
      }
      const shown = run.events.flatMap((event) => show(event) ?? []);
      expect(fold('run', shown)).toEqual(run.state);
    }
  });

  it('is not shown a field that the vocabulary does not name, wherever the log has it from', () => {
    const planted = { ...POSTED, apiKey: 'sk-secret', seat: 1 };
    expect(show(planted)).toEqual(POSTED);
    expect(showLine(JSON.stringify(planted))).toBe(JSON.stringify(POSTED));
  });

  it('is not shown an event of another type', () => {
    for (const type of ['key.used', 'toString', '__proto__']) {
      const event = { ...POSTED, type } as unknown as RunEvent;
      expect(show(event)).toBeNull();
      expect(showLine(JSON.stringify(event))).toBeNull();
    }
  });
});
