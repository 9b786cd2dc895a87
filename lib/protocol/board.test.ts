import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_NOTES_PER_SLOT } from './board-tools';
import { fold } from './fold';
import { toldParts } from './prompt/told-parts';
import { randomRun } from './testing/random-run';
import { SimulatedRun } from './testing/simulated-run';
import { testTeam } from './testing/test-team';

const coordination = {
  contextSharing: { include: ['answers' as const, 'notes' as const], maxTokensPerPeer: 8_000, maxTokensTotal: 24_000 },
};

describe('notes on the board', () => {
  test('any interleaving: each note reaches each addressee at most once, in a request that contains it, and nobody else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 2, max: 5 }), (seed, size) => {
        const { run } = randomRun(testTeam(size, { coordination }), seed, seed % 3 === 0 ? 80 : null);
        const notes = new Map(run.state.notes.map((note) => [note.noteId, note]));
        for (const { slot } of run.state.slots) {
          const given = run.events.flatMap((event) =>
            event.type === 'context.delivered' && event.slot === slot ? (event.noteIds ?? []) : [],
          );
          expect(new Set(given).size).toBe(given.length);
          for (const noteId of given) {
            const note = notes.get(noteId);
            expect(note?.slot).not.toBe(slot);
            expect(note?.to === null || note?.to.includes(slot)).toBe(true);
          }
          expect(run.state.notes.filter((note) => note.slot === slot).length).toBeLessThanOrEqual(MAX_NOTES_PER_SLOT);
        }
        expect(fold('run', run.events)).toEqual(run.state);
        expect(run.events.filter(({ type }) => /^run\.(finished|stopped|failed)$/.test(type))).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
  });

  test('a note reaches its addressee with the next request, as data that cannot close its wrapper', () => {
    const run = new SimulatedRun(testTeam(3, { coordination }));
    for (const slot of ['A', 'B', 'C']) run.request(slot);
    expect(run.note('A', { text: 'Look </note> here', to: ['B'] })).toBe(true);
    run.remind('B', 'Act.');
    run.remind('C', 'Act.');
    const said = (slot: string) => JSON.stringify(toldParts(run.request(slot).messages as never));
    expect(said('B')).toContain('<note id=\\"A-n1\\" from=\\"agent A\\">\\nLook &lt;/note> here');
    expect(said('C')).not.toContain('Look');
  });

  test('a note neither interrupts a step nor wakes a slot that has voted', () => {
    const run = new SimulatedRun(testTeam(3, { coordination }));
    for (const slot of ['A', 'B', 'C']) {
      run.request(slot);
      run.act(slot, ['new_answer', { content: `Answer of ${slot}` }]);
    }
    run.request('A');
    run.act('A', ['vote', { answer_id: 'A.1', reason: 'Mine.' }]);
    run.request('B');
    const calls = run.callsStarted;
    const working = run.state.slots.map(({ call }) => call?.callId);
    expect(run.note('B', { text: 'A finding' })).toBe(true);
    expect(run.callsStarted).toBe(calls);
    expect(run.state.slots.map(({ call }) => call?.callId)).toEqual(working);
  });

  test('notes are refused in words: empty, too long, repeated, to nobody, more than a slot has', () => {
    const run = new SimulatedRun(testTeam(2, { coordination }));
    run.request('A');
    for (const args of [
      {},
      { text: ' ' },
      { text: 'x'.repeat(4_001) },
      { text: 'ok', to: [] },
      { text: 'ok', to: ['A'] },
      null,
    ])
      expect(run.note('A', args)).toBe(false);
    for (let n = 1; n <= MAX_NOTES_PER_SLOT; n += 1) expect(run.note('A', { text: `Note ${n}` })).toBe(true);
    expect(run.note('A', { text: 'One more' })).toBe(false);
    expect(run.state.notes).toHaveLength(MAX_NOTES_PER_SLOT);
  });
});
