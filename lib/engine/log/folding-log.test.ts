import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RunEvent } from '@/lib/protocol/event';
import { fold } from '@/lib/protocol/fold';
import { initialState } from '@/lib/protocol/initial-state';
import { RunFold } from '@/lib/protocol/run-fold';
import { randomRun } from '@/lib/protocol/testing/random-run';
import { testTeam } from '@/lib/protocol/testing/test-team';
import { foldingLog } from './folding-log';
import type { EventDraft } from './run-log';

/** Writes a run's events once more, each text in pieces of so many characters, and looks at the state behind every `look`-th. */
function rewrite(events: RunEvent[], characters: number, look: number) {
  const fold = new RunFold(initialState('run'));
  const log = foldingLog(fold, { contexts: null, onBudget() {} });
  let pieces = 0;
  for (const { seq: _, at: __, runId: ___, ...draft } of events) {
    if (draft.type === 'agent.delta' || draft.type === 'final.delta') {
      const kind = draft.type === 'final.delta' ? 'final' : draft.kind;
      for (let from = 0; from < draft.text.length; from += characters) {
        log.delta(draft.slot, draft.callId, kind, draft.text.slice(from, from + characters));
        log.sealDeltas();
        pieces += 1;
        if (pieces % look === 0) expect(fold.state.seq).toBe(log.seq);
      }
    }
    // The log says itself what follows from an event.
    else if (draft.type !== 'agent.state') log.append(draft as EventDraft);
  }
  const lines = log.take()?.events.trimEnd().split('\n') ?? [];
  return { fold, log: lines.map((line) => JSON.parse(line) as RunEvent), pieces };
}

test('text that is folded late folds to the state of the log, whoever looks in between', () => {
  let pieces = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.integer(),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(1, 2, 7, 1_000),
      (size, seed, characters, look) => {
        const written = rewrite(randomRun(testTeam(size), seed, null).run.events, characters, look);
        pieces += written.pieces;
        expect(JSON.stringify(written.fold.state)).toBe(JSON.stringify(fold('run', written.log)));
      },
    ),
    { numRuns: 100 },
  );
  expect(pieces).toBeGreaterThan(1_000);
});

test('a state that was looked at does not change', () => {
  const events = randomRun(testTeam(3), 7, null).run.events;
  const end = events.findLastIndex(({ type }) => type === 'agent.delta');
  const { fold } = rewrite(events.slice(0, end), 3, 1_000);
  const { state } = fold;
  const copy = structuredClone(state);
  fold.addPiece(state.seq + 1, events[end]?.at ?? '', { slot: 'A', callId: 'a', kind: 'text', text: 'more' });
  expect(fold.state).not.toBe(state);
  expect(state).toEqual(copy);
});
