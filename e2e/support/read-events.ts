import type { RunEvent } from '../../lib/protocol/event';

export interface ReadEvents {
  /** `data:` lines exactly as they came, by seq. */
  lines: Map<number, string>;
  events: RunEvent[];
  /** True when the stream said `event: end`. */
  ended: boolean;
}

interface Options {
  key: string;
  after?: number;
  lastEventId?: number;
  /** Stop reading when this returns true. */
  until?: (event: RunEvent) => boolean;
  signal?: AbortSignal;
  onEvent?: (event: RunEvent) => void;
}

/**
 * Reads a run's event stream to its end (or until told). Throws when a seq is missing or comes twice.
 * A connection that breaks ends the reading with `ended: false`.
 */
export async function readEvents(url: string, runId: string, options: Options): Promise<ReadEvents> {
  const after = options.after ?? 0;
  const result: ReadEvents = { lines: new Map(), events: [], ended: false };
  let last = options.lastEventId ?? after;
  const controller = new AbortController();
  options.signal?.addEventListener('abort', () => controller.abort());
  try {
    const response = await fetch(`${url}/api/v1/runs/${runId}/events?after=${after}`, {
      headers: {
        authorization: `Bearer ${options.key}`,
        ...(options.lastEventId === undefined ? {} : { 'last-event-id': String(options.lastEventId) }),
      },
      signal: controller.signal,
    });
    if (!response.ok || !response.body) throw new HttpError(response.status, await response.text());
    for await (const frame of frames(response.body)) {
      if (frame.event === 'end') {
        result.ended = true;
        break;
      }
      if (frame.data === undefined) continue;
      const event = JSON.parse(frame.data) as RunEvent;
      if (event.seq !== last + 1) throw new Error(`seq ${event.seq} came after ${last}`);
      if (Number(frame.id) !== event.seq) throw new Error(`frame id ${frame.id} on seq ${event.seq}`);
      last = event.seq;
      result.lines.set(event.seq, frame.data);
      result.events.push(event);
      options.onEvent?.(event);
      if (options.until?.(event)) break;
    }
  } catch (error) {
    if (error instanceof HttpError || (error instanceof Error && error.message.startsWith('seq '))) throw error;
    if (!(error instanceof Error) || !['AbortError', 'TypeError'].includes(error.name)) throw error;
  } finally {
    controller.abort();
  }
  return result;
}

class HttpError extends Error {
  constructor(status: number, body: string) {
    super(`The event stream answered ${status}: ${body}`);
  }
}

interface Frame {
  id?: string;
  event?: string;
  data?: string;
}

async function* frames(body: ReadableStream<Uint8Array>): AsyncGenerator<Frame> {
  const decoder = new TextDecoder();
  let buffer = '';
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    buffer += decoder.decode(chunk, { stream: true });
    for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
      const frame: Frame = {};
      for (const line of buffer.slice(0, end).split('\n')) {
        const colon = line.indexOf(': ');
        if (colon > 0) frame[line.slice(0, colon) as keyof Frame] = line.slice(colon + 2);
      }
      buffer = buffer.slice(end + 2);
      yield frame;
    }
  }
}
