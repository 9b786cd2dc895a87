import { expect, it } from 'vitest';
import { encodeFrames } from './sse-frames';

const at = '2026-01-01T00:00:00.000Z';
const delta = `{"seq":1,"at":"${at}","runId":"r","type":"agent.delta","slot":"A","callId":"c","kind":"text","text":"one"}`;
const word = `{"seq":2,"at":"${at}","runId":"r","type":"agent.state","slot":"A","state":"thinking"}`;
const odd = `{"seq":2,"at":"${at}","runId":"r","type":"agent.state","slot":"A","state":"thinking","secret":"x"}`;
const asked = `{"seq":2,"at":"${at}","runId":"r","type":"steer.received","text":"Shorter.","by":{"userId":"u1"}}`;
const textOf = (frames: Uint8Array) => Buffer.from(frames).toString();
const logOf = (...lines: string[]) => ({ firstSeq: 1, events: lines.map((line) => `${line}\n`).join('') });

it('members are sent the same bytes whether or not it is known that they see all of a batch', () => {
  const looked = encodeFrames(logOf(delta, word), 1, 'member');
  expect(textOf(looked)).toBe(`id: 1\ndata: ${delta}\n\nid: 2\ndata: ${word}\n\n`);
  expect(encodeFrames({ ...logOf(delta, word), isWhole: true }, 1, 'member')).toEqual(looked);
  expect(encodeFrames({ ...logOf(delta, word), isWhole: true }, 2, 'member')).toEqual(
    encodeFrames(logOf(delta, word), 2, 'member'),
  );
});

it('whoever is told names is sent a batch that has none as it is stored', () => {
  const nameOf = () => 'Ada';
  // Nothing of it is looked at: what is odd about it stays.
  expect(textOf(encodeFrames({ ...logOf(delta, odd), isWhole: true }, 1, 'member', nameOf))).toContain('secret');
  expect(textOf(encodeFrames({ ...logOf(delta, asked), isWhole: false }, 1, 'member', nameOf))).toContain('Ada');
});

it('what members do not see is left out where a batch is not known to be whole', () => {
  expect(textOf(encodeFrames(logOf(delta, odd), 1, 'member'))).not.toContain('secret');
  expect(textOf(encodeFrames({ ...logOf(delta, odd), isWhole: false }, 1, 'member'))).not.toContain('secret');
});

it('a share is sent what it shows, whatever members see', () => {
  const shared = encodeFrames(logOf(delta, word), 1, 'share:answers');
  expect(encodeFrames({ ...logOf(delta, word), isWhole: true }, 1, 'share:answers')).toEqual(shared);
  expect(textOf(shared)).not.toContain('one');
});
