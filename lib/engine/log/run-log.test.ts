import { expect, test } from 'vitest';
import type { RunEvent } from '@/lib/protocol/event';
import { deltaOf } from '@/lib/protocol/streamed-text';
import { type DeltaKind, type EventDraft, RunLog } from './run-log';

function logWith(lastSeq = 0) {
  const sealed: RunEvent[] = [];
  const more: number[] = [];
  const log = new RunLog('run', lastSeq, {
    onEvent: (event) => sealed.push(event),
    onMoreText(seq, at, piece) {
      more.push(seq);
      sealed.push({ seq, at, runId: 'run', ...deltaOf(piece) });
    },
  });
  return { sealed, more, log };
}

test('neighbouring deltas of a slot become one event, whatever other slots write meanwhile', () => {
  const { log } = logWith();
  expect(log.delta('A', 'a1', 'text', 'one ')).toBe(true);
  expect(log.delta('B', 'b1', 'text', 'uno ')).toBe(true);
  expect(log.delta('A', 'a1', 'text', 'two')).toBe(false);
  const lines = log.take();
  const events = (lines?.events ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(events.map(({ seq, slot, text }) => ({ seq, slot, text }))).toEqual([
    { seq: 1, slot: 'A', text: 'one two' },
    { seq: 2, slot: 'B', text: 'uno ' },
  ]);
  expect(lines).toMatchObject({ firstSeq: 1, lastSeq: 2 });
});

test('another kind, another call or another event of the run ends the coalescing', () => {
  const { log, sealed } = logWith(7);
  log.delta('A', 'a1', 'reasoning', 'hm');
  log.delta('A', 'a1', 'text', 'x');
  log.append({ type: 'agent.state', slot: 'B', state: 'thinking' });
  log.delta('A', 'a1', 'text', 'y');
  log.delta('A', 'a2', 'final', 'z');
  log.take();
  expect(sealed.map((event) => [event.seq, event.type])).toEqual([
    [8, 'agent.delta'],
    [9, 'agent.delta'],
    [10, 'agent.state'],
    [11, 'agent.delta'],
    [12, 'final.delta'],
  ]);
});

test('text is told to continue the text before it only where nothing but text has come between', () => {
  const { log, more } = logWith();
  const write = (slot: string, callId: string, kind: DeltaKind) => {
    log.delta(slot, callId, kind, 'x');
    log.sealDeltas();
  };
  write('A', 'a1', 'text');
  write('B', 'b1', 'text');
  write('A', 'a1', 'text');
  expect(more).toEqual([3]);
  write('A', 'a1', 'reasoning');
  write('A', 'a1', 'text');
  write('A', 'a2', 'text');
  expect(more).toEqual([3]);
  write('B', 'b1', 'text');
  expect(more).toEqual([3, 7]);
  log.append({ type: 'agent.state', slot: 'C', state: 'done' });
  write('B', 'b1', 'text');
  write('A', 'a2', 'text');
  expect(more).toEqual([3, 7]);
  write('A', 'a2', 'text');
  expect(more).toEqual([3, 7, 11]);
});

test('what has been taken is forgotten and the next lines continue behind it', () => {
  const { log } = logWith();
  log.append({ type: 'agent.state', slot: 'A', state: 'thinking' });
  expect(log.take()?.lastSeq).toBe(1);
  expect(log.take()).toBeNull();
  expect(log.isEmpty).toBe(true);
  log.append({ type: 'agent.state', slot: 'A', state: 'done' });
  expect(log.take()).toMatchObject({ firstSeq: 2, lastSeq: 2 });
});

test('a delta is written as JSON.stringify would write it, whatever its text', () => {
  const { log, sealed } = logWith();
  const texts = ['plain', '"quotes" \\ and\nlines', 'ü 漢 \u{1f600}', '\ud800 alone', '\u0000\u001e\u2028', '}'];
  for (const [index, text] of texts.entries()) {
    for (const kind of ['text', 'reasoning', 'final'] as const) {
      log.delta('A', `call "${index}"`, kind, text);
      log.sealDeltas();
      log.delta('A', `call "${index}"`, kind, text);
      log.sealDeltas();
    }
  }
  const written = log.take()?.events;
  expect(sealed).toHaveLength(texts.length * 6);
  expect(written).toBe(sealed.map((event) => `${JSON.stringify(event)}\n`).join(''));
});

test('it says whether members see all of what is taken; what is unknown to their view is told apart', () => {
  const { log } = logWith();
  log.delta('A', 'a1', 'text', 'one');
  log.append({ type: 'agent.state', slot: 'A', state: 'thinking' });
  expect(log.take()?.isWhole).toBe(true);
  log.append({ type: 'agent.state', slot: 'A', state: 'thinking', secret: 'x' } as EventDraft);
  log.append({ type: 'agent.state', slot: 'A', state: 'done' });
  expect(log.take()?.isWhole).toBe(false);
  log.append({ type: 'agent.state', slot: 'B', state: 'thinking' });
  expect(log.take()?.isWhole).toBe(true);
});

test('what a person asked for is not sent as it is stored: their name goes with it', () => {
  const { log } = logWith();
  log.append({ type: 'steer.received', text: 'Shorter.', by: { userId: 'u1' } });
  expect(log.take()?.isWhole).toBe(false);
});
