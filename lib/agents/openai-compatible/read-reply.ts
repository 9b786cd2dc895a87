import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { AgentEvent } from '../backend';
import { BackendError } from '../backend-error';
import type { EventQueue } from '../event-queue';
import { createSseParser } from '../http/create-sse-parser';
import { readBytes } from '../http/read-bytes';
import { createChunkReader } from './create-chunk-reader';
import { errorInLines } from './error-in-lines';
import { createHeldBytes } from './held-bytes';
import { readWholeReply } from './read-whole-reply';

/** Of a reply without the form of a stream, or of what comes between two events. */
const MAX_HELD_BYTES = 8 * 1024 * 1024;
/** How long a connection may take to end after the reply has. */
const LINGER_MS = 500;

/**
 * Reads a reply into the queue, up to its `done` event. Whether it is a stream of events or one JSON document is told by what comes, not by
 * its content type. `onBegun` = something of the reply has come. `tools` = names of the tools that were offered.
 */
export async function readReply(
  response: Readable,
  tools: readonly string[],
  queue: EventQueue,
  onBegun: () => void,
): Promise<void> {
  const push = (events: AgentEvent[]) => {
    if (events.length > 0) onBegun();
    for (const event of events) queue.push(event);
  };
  const parser = createSseParser();
  const reader = createChunkReader(newToolCallId, tools);
  const over = Promise.withResolvers<void>();
  const held = createHeldBytes(MAX_HELD_BYTES);
  let isStream = false;
  const take = (frames: string[]) => {
    if (frames.length > 0) isStream = true;
    for (const data of frames) push(reader.push(data));
  };
  const bytesRead = readBytes(response, (bytes) => {
    if (reader.isOver) return;
    held.add(bytes);
    const frames = parser.push(bytes);
    take(frames);
    if (reader.isOver) return over.resolve();
    if (frames.length > 0) held.keepLast();
    if (!queue.isFull) return;
    response.pause();
    queue.whenEmpty(() => response.resume());
  });

  try {
    await Promise.race([bytesRead, over.promise]);
    take(parser.end());
  } catch (error) {
    // A connection that breaks behind the end of the reply has brought the whole of it.
    if (!isBroken(error)) throw error;
    if (!reader.isComplete) throw errorInLines(held.text()) ?? error;
  }
  letGoOf(response);
  const error = reader.isComplete ? null : errorInLines(held.text());
  if (error) throw error;
  push(isStream ? reader.end() : readWholeReply(held.text(), newToolCallId, tools));
}

/** The connection is at fault, not what it has brought. */
function isBroken(error: unknown): boolean {
  return error instanceof Error && !(error instanceof BackendError) && 'code' in error;
}

/** Leaves the connection to the next request if the server ends the reply, and closes it if the server leaves it open. */
function letGoOf(response: Readable): void {
  if (response.destroyed || response.readableEnded) return;
  const timer = setTimeout(() => response.destroy(), LINGER_MS);
  timer.unref();
  response.once('close', () => clearTimeout(timer));
  // It may have been paused for a slow reader.
  response.resume();
}

function newToolCallId(): string {
  return `call_${randomUUID()}`;
}
