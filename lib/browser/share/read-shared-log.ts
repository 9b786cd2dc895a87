import { createSseParser } from '@/lib/browser/api/sse-parser';
import type { RunEvent } from '@/lib/protocol/event';
import { sharedRunEvents } from './shared-address';

interface ReadSharedLog {
  token: string;
  runId: string;
  signal: AbortSignal;
  /** All that have come so far. */
  onEvents: (events: RunEvent[]) => void;
}

/** Reads what a link shows of a run's log, to its end. Throws when it is not given. */
export async function readSharedLog({ token, runId, signal, onEvents }: ReadSharedLog): Promise<void> {
  const response = await fetch(sharedRunEvents(token, runId, 0), { signal });
  if (!response.ok || !response.body) throw new Error(`The log was answered ${response.status}.`);
  const parse = createSseParser();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const events: RunEvent[] = [];
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const frames = parse(value).filter(({ event }) => event !== 'end');
    if (frames.length === 0) continue;
    events.push(...frames.map(({ data }) => JSON.parse(data) as RunEvent));
    onEvents(numberAnew(events));
  }
}

/** A link leaves events out, so their `seq` has gaps; a replay counts them. */
export function numberAnew(events: RunEvent[]): RunEvent[] {
  const numbers = new Map(events.map(({ seq }, index) => [seq, index + 1]));
  return events.map((event, index) =>
    event.type === 'vote.voided'
      ? { ...event, seq: index + 1, voteSeq: numbers.get(event.voteSeq) ?? 0 }
      : { ...event, seq: index + 1 },
  );
}
