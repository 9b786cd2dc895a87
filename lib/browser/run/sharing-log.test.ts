import { describe, expect, it } from 'vitest';
import type { SharedContext } from '@/lib/protocol/context-event';
import type { DraftEvent, RunEvent } from '@/lib/protocol/event';
import { testTeam } from '@/lib/protocol/testing/test-team';
import { sharingLog } from './sharing-log';

const START = Date.parse('2026-01-01T00:00:00.000Z');

/** Events one second apart. */
function logOf(...drafts: DraftEvent[]): RunEvent[] {
  const started: DraftEvent = { type: 'run.started', team: testTeam(3), input: 'x', seed: 1 };
  return [started, ...drafts].map((draft, index) => ({
    ...draft,
    seq: index + 1,
    at: new Date(START + index * 1000).toISOString(),
    runId: 'r',
  }));
}

const captured = (slot: string, snapshotId: string, bytes: number): DraftEvent => ({
  type: 'context.captured',
  slot,
  callId: 'c',
  snapshotId,
  hash: `hash-${snapshotId}`,
  parentId: null,
  kind: 'answer',
  answerId: `${slot}.1`,
  items: 3,
  files: 0,
  bytes,
  tookMs: 4,
});
const shared = (from: string, changes: Partial<SharedContext> = {}): SharedContext => ({
  kind: 'peer',
  from,
  answerId: null,
  snapshotId: `${from}1`,
  hash: 'h',
  form: 'structured',
  bytes: 400,
  tokens: 100,
  items: 3,
  tookMs: 2,
  ...changes,
});
const delivered = (slot: string, changes: Partial<Extract<DraftEvent, { type: 'context.delivered' }>>): DraftEvent => ({
  type: 'context.delivered',
  slot,
  callId: 'c',
  answerIds: [],
  tookMs: 3,
  ...changes,
});
const note = (slot: string, noteId: string, to?: string[]): DraftEvent => ({
  type: 'note.posted',
  slot,
  callId: 'c',
  noteId,
  text: 'The tests need Node 24.',
  ...(to && { to }),
});

describe('sharingLog', () => {
  it('has the snapshots of each slot, newest first, and their sum', () => {
    const log = sharingLog(logOf(captured('A', 'A1', 100), captured('B', 'B1', 20), captured('A', 'A2', 5)));
    expect(log.slots).toEqual(['A', 'B', 'C']);
    expect(log.versions.get('A')).toMatchObject([
      { snapshotId: 'A2', ms: 3000 },
      { snapshotId: 'A1', ms: 1000 },
    ]);
    expect(log.totals).toMatchObject({ captured: 3, bytes: 125, captureMs: 12 });
  });

  it('splits a receipt by author: answer and work of one belong together', () => {
    const receipt = delivered('B', { answerIds: ['C.1', 'A.1'], contexts: [shared('A'), shared('C', { tokens: 7 })] });
    const log = sharingLog(logOf(receipt));
    expect(log.deliveries.get('B')?.get('A')).toEqual([
      { seq: 2, callId: 'c', ms: 1000, answerIds: ['A.1'], noteIds: [], context: shared('A'), isAsked: false },
    ]);
    expect(log.deliveries.get('B')?.get('C')?.[0]).toMatchObject({ answerIds: ['C.1'], context: { tokens: 7 } });
    expect(log.totals).toMatchObject({ delivered: 2, tokens: 107, deliverMs: 4 });
  });

  it('puts the work behind an answer to the answer, though its receipt comes later', () => {
    const work = shared('A', { answerId: 'A.2' });
    const log = sharingLog(
      logOf(
        delivered('B', { answerIds: ['A.1'] }),
        delivered('B', { callId: 'd', answerIds: ['A.2'], noteIds: [] }),
        delivered('B', { callId: 'd', contexts: [work] }),
        delivered('B', { callId: 'd', contexts: [shared('A', { answerId: 'A.2', tokens: 5 })], toolCallId: 't1' }),
        delivered('B', { callId: 'e', contexts: [shared('A', { answerId: 'A.1' })] }),
      ),
    );
    expect(log.deliveries.get('B')?.get('A')).toMatchObject([
      { seq: 6, answerIds: [], context: { answerId: 'A.1' } },
      { seq: 5, answerIds: [], context: { tokens: 5 }, isAsked: true },
      { seq: 3, answerIds: ['A.2'], context: work, isAsked: false },
      { seq: 2, answerIds: ['A.1'], context: null },
    ]);
    expect(log.totals.delivered).toBe(3);
  });

  it('puts later receipts first and knows which were asked for', () => {
    const log = sharingLog(
      logOf(delivered('B', { answerIds: ['A.1'] }), delivered('B', { contexts: [shared('A')], toolCallId: 't1' })),
    );
    expect(log.deliveries.get('B')?.get('A')).toMatchObject([
      { seq: 3, isAsked: true },
      { seq: 2, isAsked: false },
    ]);
  });

  it('shows the work of the turn before under the reader’s own letter', () => {
    const log = sharingLog(logOf(delivered('A', { contexts: [shared('A', { kind: 'own' })] })));
    expect(log.deliveries.get('A')?.get('A')).toMatchObject([{ context: { kind: 'own' } }]);
  });

  it('tells who has read a note', () => {
    const log = sharingLog(
      logOf(
        note('A', 'A-n1'),
        note('B', 'B-n1', ['C']),
        delivered('C', { noteIds: ['A-n1', 'B-n1'] }),
        delivered('B', { noteIds: ['A-n1'] }),
      ),
    );
    expect(log.notes).toMatchObject([
      { noteId: 'A-n1', to: null, readBy: ['C', 'B'] },
      { noteId: 'B-n1', to: ['C'], readBy: ['C'] },
    ]);
    expect(log.deliveries.get('C')?.get('B')).toMatchObject([{ noteIds: ['B-n1'] }]);
  });

  it('keeps failures in words', () => {
    const error = { code: 'context_damaged', message: 'Snapshot A1 is damaged.' };
    const log = sharingLog(logOf({ type: 'context.failed', slot: 'A', snapshotId: 'A1', error }));
    expect(log.failures).toEqual([
      { seq: 2, ms: 1000, slot: 'A', snapshotId: 'A1', message: 'Snapshot A1 is damaged.' },
    ]);
    expect(log.totals.captured).toBe(0);
  });
});
