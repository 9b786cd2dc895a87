import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBatchFanOut } from './batch-fan-out';
import type { CommittedBatch } from './run-bus';

const deltaAt = (seq: number) =>
  `{"seq":${seq},"at":"2026-01-01T00:00:00.000Z","runId":"r","type":"agent.delta","slot":"A","callId":"c","kind":"text","text":"w${seq} "}\n`;

const batchAt = (seq: number, events = deltaAt(seq)): CommittedBatch => ({
  runId: 'r',
  firstSeq: seq,
  lastSeq: seq,
  events,
  ended: false,
  isWhole: true,
});

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

/** A fan-out with so many listeners, and what each has heard. */
function fanOutTo(count: number) {
  const fanOut = createBatchFanOut();
  const heard = Array.from({ length: count }, () => {
    const batches: CommittedBatch[] = [];
    const listener = (batch: CommittedBatch) => void batches.push(batch);
    fanOut.add(listener);
    return { batches, leave: () => fanOut.remove(listener) };
  });
  return { fanOut, heard };
}

describe('BatchFanOut', () => {
  it('tells a single listener of each batch at once', () => {
    const { fanOut, heard } = fanOutTo(1);
    for (const seq of [1, 2, 3]) fanOut.deliver(batchAt(seq));
    expect(heard[0]?.batches.map((batch) => batch.lastSeq)).toEqual([1, 2, 3]);
  });

  it('tells many of the first at once and of what follows closely as one, the same object for all, in order', () => {
    const { fanOut, heard } = fanOutTo(20);
    for (const seq of [1, 2, 3, 4]) {
      fanOut.deliver(batchAt(seq));
      vi.advanceTimersByTime(10);
    }
    expect(heard[0]?.batches).toEqual([batchAt(1)]);
    vi.advanceTimersByTime(150);
    for (const { batches } of heard) {
      expect(batches).toHaveLength(2);
      expect(batches[1]).toEqual({
        runId: 'r',
        firstSeq: 2,
        lastSeq: 4,
        events: deltaAt(2) + deltaAt(3) + deltaAt(4),
        ended: false,
        isWhole: true,
      });
      expect(batches[1]).toBe(heard[0]?.batches[1]);
    }
  });

  it('says of a joined batch that members see all of it only where they see all of each part', () => {
    const { fanOut, heard } = fanOutTo(20);
    fanOut.deliver(batchAt(1));
    fanOut.deliver(batchAt(2));
    fanOut.deliver({ ...batchAt(3), isWhole: false });
    vi.advanceTimersByTime(150);
    expect(heard[0]?.batches.map(({ lastSeq, isWhole }) => [lastSeq, isWhole])).toEqual([
      [1, true],
      [3, false],
    ]);
  });

  it('never holds back what is no piece of text', () => {
    const { fanOut, heard } = fanOutTo(20);
    fanOut.deliver(batchAt(1));
    fanOut.deliver(batchAt(2));
    fanOut.deliver(
      batchAt(3, '{"seq":3,"at":"2026-01-01T00:00:00.000Z","runId":"r","type":"run.steered","text":"shorter"}\n'),
    );
    expect(heard[5]?.batches.map((batch) => [batch.firstSeq, batch.lastSeq])).toEqual([
      [1, 1],
      [2, 3],
    ]);
  });

  it('holds nothing back longer than 150 ms, however many listen', () => {
    const { fanOut, heard } = fanOutTo(500);
    fanOut.deliver(batchAt(1));
    fanOut.deliver(batchAt(2));
    vi.advanceTimersByTime(150);
    expect(heard[499]?.batches.map((batch) => batch.lastSeq)).toEqual([1, 2]);
  });

  it('shows a gap instead of closing it', () => {
    const { fanOut, heard } = fanOutTo(2);
    fanOut.deliver(batchAt(1));
    fanOut.deliver(batchAt(2));
    fanOut.deliver(batchAt(4));
    vi.advanceTimersByTime(150);
    expect(heard[0]?.batches.map((batch) => batch.firstSeq)).toEqual([1, 4]);
  });

  it('tells nobody who has left, and keeps no timer when all have', () => {
    const { fanOut, heard } = fanOutTo(2);
    fanOut.deliver(batchAt(1));
    fanOut.deliver(batchAt(2));
    for (const { leave } of heard) leave();
    expect(vi.getTimerCount()).toBe(0);
    expect(fanOut.size).toBe(0);
    expect(heard[0]?.batches).toEqual([batchAt(1)]);
  });
});
