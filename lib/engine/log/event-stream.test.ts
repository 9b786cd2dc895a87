import { expect, test } from 'vitest';
import { eventStream } from './event-stream';
import { createInProcessBus } from './in-process-bus';

const PAGE_ROWS = 100;

/** A log in memory; `commit` adds a batch and may keep its news from the bus. */
function fakeRun() {
  const bus = createInProcessBus();
  const rows: { firstSeq: number; lastSeq: number; events: string }[] = [];
  let reads = 0;
  return {
    rows,
    reads: () => reads,
    source: {
      bus,
      pollMs: null,
      open: new Set<() => void>(),
      readLog: async (_runId: string, after: number) => {
        reads += 1;
        const rest = rows.filter((row) => row.lastSeq > after);
        const page = rest.slice(0, PAGE_ROWS);
        return {
          events: page.map((row) => row.events).join(''),
          firstSeq: page[0]?.firstSeq ?? 0,
          lastSeq: page.at(-1)?.lastSeq ?? 0,
          more: rest.length > page.length,
        };
      },
    },
    commit(types: string[], { silent = false } = {}) {
      const firstSeq = (rows.at(-1)?.lastSeq ?? 0) + 1;
      const events = types.map((type, i) => `${JSON.stringify({ seq: firstSeq + i, type, text: 'ä' })}\n`).join('');
      const batch = { firstSeq, lastSeq: firstSeq + types.length - 1, events };
      rows.push(batch);
      if (!silent) bus.publish({ runId: 'run', ...batch, ended: types.at(-1) === 'run.finished' });
    },
  };
}

const seqsIn = (row: { firstSeq: number; lastSeq: number }) =>
  Array.from({ length: row.lastSeq - row.firstSeq + 1 }, (_, index) => row.firstSeq + index);
const collect = (stream: ReadableStream<Uint8Array>) => new Response(stream).text();
const seqsOf = (text: string) => [...text.matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]));

test('stored events come first, then live ones, then the end', async () => {
  const run = fakeRun();
  run.commit(['run.started', 'agent.delta']);
  const text = collect(eventStream(run.source, 'run', 0, null));
  run.commit(['agent.delta']);
  run.commit(['run.finished']);
  expect(seqsOf(await text)).toEqual([1, 2, 3, 4]);
  expect((await text).endsWith('event: end\ndata: {}\n\n')).toBe(true);
});

test('a resumed stream is byte for byte the rest of the whole one, from the middle of a batch too', async () => {
  const run = fakeRun();
  run.commit(['run.started', 'agent.delta', 'agent.delta']);
  run.commit(['agent.delta', 'run.finished']);
  const whole = await collect(eventStream(run.source, 'run', 0, 5));
  for (const after of [1, 2, 3, 4]) {
    const rest = await collect(eventStream(run.source, 'run', after, 5));
    expect(whole.endsWith(rest)).toBe(true);
    expect(seqsOf(rest)).toEqual([1, 2, 3, 4, 5].slice(after));
  }
});

test('who comes as a run begins gets its events without a reading, byte for byte as they are stored', async () => {
  const run = fakeRun();
  const unserve = run.source.bus.serve('run', async () => ({ ok: true }));
  run.commit(['run.started', 'agent.delta', 'agent.delta']);
  const streams = [0, 1, 3].map((after) => collect(eventStream(run.source, 'run', after, null)));
  run.commit(['agent.delta']);
  run.commit(['run.finished']);
  unserve();
  const [whole = '', ...rests] = await Promise.all(streams);
  expect(run.reads()).toBe(0);
  expect(seqsOf(whole)).toEqual([1, 2, 3, 4, 5]);
  for (const rest of rests) expect(whole.endsWith(rest)).toBe(true);
  expect(rests.map((rest) => seqsOf(rest).length)).toEqual([4, 2]);
  expect(await collect(eventStream(run.source, 'run', 0, 5))).toBe(whole);
  expect(run.reads()).toBe(1);
});

test('the log of a run that is older, or of which this process has not seen the beginning, is read', async () => {
  for (const beginning of ['long', 'elsewhere'] as const) {
    const run = fakeRun();
    run.source.bus.serve('run', async () => ({ ok: true }));
    run.commit(['run.started'], { silent: beginning === 'elsewhere' });
    run.commit(Array.from({ length: beginning === 'long' ? 300 : 1 }, () => 'agent.delta'));
    const text = collect(eventStream(run.source, 'run', 0, null));
    run.commit(['run.finished']);
    expect(seqsOf(await text)).toEqual(run.rows.flatMap(seqsIn));
    expect(run.reads()).toBeGreaterThan(0);
  }
});

test('a lost message is repaired from the log', async () => {
  const run = fakeRun();
  run.commit(['run.started']);
  const reader = eventStream(run.source, 'run', 0, null).getReader();
  await reader.read();
  run.commit(['agent.delta'], { silent: true });
  run.commit(['run.finished']);
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read())
    text += Buffer.from(part.value).toString();
  expect(seqsOf(text)).toEqual([2, 3]);
});

test('a reader at the end of a run that is over gets only the end', async () => {
  const run = fakeRun();
  run.commit(['run.started', 'run.finished']);
  expect(await collect(eventStream(run.source, 'run', 2, 2))).toBe('event: end\ndata: {}\n\n');
});

test('a slow reader is served from the log and misses nothing', async () => {
  const run = fakeRun();
  run.commit(['run.started']);
  const reader = eventStream(run.source, 'run', 0, null).getReader();
  await reader.read();
  for (let i = 0; i < 400; i++) run.commit(Array.from({ length: 40 }, () => 'agent.delta'));
  run.commit(['run.finished']);
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read())
    text += Buffer.from(part.value).toString();
  expect(seqsOf(text)).toEqual(Array.from({ length: 16_001 }, (_, i) => i + 2));
  expect(run.reads()).toBeGreaterThan(2);
});

test('one encoding serves all viewers', async () => {
  const run = fakeRun();
  const readers = [1, 2].map(() => eventStream(run.source, 'run', 0, null).getReader());
  await expect.poll(() => run.reads()).toBe(2);
  run.commit(['run.finished']);
  const [one, two] = await Promise.all(readers.map((reader) => reader.read()));
  expect(one?.value).toBe(two?.value);
});
