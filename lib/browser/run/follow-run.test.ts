import { describe, expect, it } from 'vitest';
import type { RunEvent } from '@/lib/protocol/event';
import { type Connection, followRun } from './follow-run';

type Script = (after: number, signal: AbortSignal) => Response;

const frame = (seq: number) =>
  `id: ${seq}\ndata: ${JSON.stringify({ seq, at: '', runId: 'r', type: 'agent.stopped', slot: 'A' })}\n\n`;
const END = 'event: end\ndata: {}\n\n';
const stream = (...chunks: string[]) => new Response(chunks.join(''), { status: 200 });

/** Follows a run whose connections answer by the scripts, in order. */
async function follow(scripts: Script[], after = 0) {
  const asked: { after: number; lastEventId: string | null }[] = [];
  const seqs: number[] = [];
  const connections: Connection[] = [];
  const waits: number[] = [];
  const abort = new AbortController();
  await followRun({
    runId: 'r',
    after,
    signal: abort.signal,
    onEvents: (events: RunEvent[]) => seqs.push(...events.map((event) => event.seq)),
    onConnection: (connection) => connections.push(connection),
    wait: async (ms) => {
      waits.push(ms);
      if (scripts.length === 0) abort.abort();
    },
    fetch: (async (url: string, init: RequestInit) => {
      const from = Number(new URL(url, 'http://x').searchParams.get('after'));
      asked.push({ after: from, lastEventId: new Headers(init.headers).get('last-event-id') });
      const script = scripts.shift();
      if (!script) throw new Error('connection refused');
      return script(from, init.signal as AbortSignal);
    }) as typeof fetch,
  });
  return { asked, seqs, connections, waits };
}

describe('followRun', () => {
  it('reads to the end', async () => {
    const result = await follow([() => stream(frame(1), frame(2), END)]);
    expect(result.seqs).toEqual([1, 2]);
    expect(result.connections).toEqual(['connecting', 'live', 'ended']);
  });

  it('reconnects after the last good event when the connection drops', async () => {
    const result = await follow([() => stream(frame(1), frame(2), 'id: 3\ndata: {"se'), () => stream(frame(3), END)]);
    expect(result.asked).toEqual([
      { after: 0, lastEventId: null },
      { after: 2, lastEventId: '2' },
    ]);
    expect(result.seqs).toEqual([1, 2, 3]);
    expect(result.connections).toEqual(['connecting', 'live', 'reconnecting', 'live', 'ended']);
  });

  it('never skips a gap: keeps what came before it and asks again from there', async () => {
    const result = await follow([() => stream(frame(1), frame(2), frame(4)), () => stream(frame(3), frame(4), END)]);
    expect(result.asked[1]?.after).toBe(2);
    expect(result.seqs).toEqual([1, 2, 3, 4]);
  });

  it('drops repeated events', async () => {
    const result = await follow([() => stream(frame(3), frame(4), frame(4), frame(5), END)], 4);
    expect(result.seqs).toEqual([5]);
  });

  it('survives a server that is down or answers 503, waiting longer each time', async () => {
    const down: Script = () => {
      throw new Error('connection refused');
    };
    const result = await follow([
      () => stream(frame(1)),
      down,
      () => new Response('', { status: 503 }),
      () => stream(frame(2), END),
    ]);
    expect(result.seqs).toEqual([1, 2]);
    expect(result.waits).toHaveLength(3);
    expect(result.waits[2]).toBeGreaterThan(result.waits[1] ?? 0);
  });

  it('stops asking when the run is not ours', async () => {
    const result = await follow([() => new Response('', { status: 404 })]);
    expect(result.connections.at(-1)).toBe('refused');
    expect(result.asked).toHaveLength(1);
  });
});
