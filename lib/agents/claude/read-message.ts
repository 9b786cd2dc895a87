import type { AgentEvent } from '../backend';
import { createSseParser } from '../http/create-sse-parser';
import { createEventReader, type EventReader } from './create-event-reader';
import { readFrame } from './message-frame';
import { readWholeMessage } from './read-whole-message';

type Bytes = ReadableStreamDefaultReader<Uint8Array>;

/** Of a reply that has no form of a stream. */
const MAX_FORMLESS_PIECES = 10_000;
/** A server that ends its stream within this time keeps its connection for the next request. */
const LET_GO_MS = 1_000;

/**
 * The events of a reply as its bytes come, until the message says that it is over or, once it has said why it stops, until the connection
 * ends in any way. Throws the provider's error, `protocol`, and `network` or the
 * connection's own error when the reply was cut.
 */
export async function* readMessage(body: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<AgentEvent> {
  const bytes = body.getReader();
  const parser = createSseParser();
  const reader = createEventReader();
  // Until something says that this is a stream, it may be a reply in another form.
  let whole: Buffer[] | null = [];
  try {
    for (let isAtEnd = false; !isAtEnd && !reader.isOver; ) {
      const piece = await nextPiece(bytes, reader);
      isAtEnd = piece === null;
      // What is left of a whole reply is at best its end, at worst half a frame.
      if (isAtEnd && reader.isWhole) break;
      const texts = piece ? parser.push(piece) : parser.end();
      if (texts.length > 0) whole = null;
      else if (piece && whole && whole.length < MAX_FORMLESS_PIECES) whole.push(piece);
      for (const text of texts) {
        const frame = readFrame(text);
        if (frame) yield* reader.push(frame);
      }
    }
  } finally {
    void letGo(bytes, reader.isOver ? LET_GO_MS : 0);
  }
  signal.throwIfAborted();
  yield* whole ? readWholeMessage(Buffer.concat(whole).toString('utf8')) : reader.end();
}

/** `null` = the connection is at its end, or broke when there was nothing more to come. */
async function nextPiece(bytes: Bytes, reader: EventReader): Promise<Buffer | null> {
  try {
    const { value } = await bytes.read();
    return value ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : null;
  } catch (error) {
    if (reader.isWhole) return null;
    throw error;
  }
}

/** Ends the connection unless the server ends its stream within `patienceMs`. Never rejects. */
async function letGo(bytes: Bytes, patienceMs: number): Promise<void> {
  const cancel = () => bytes.cancel().catch(() => {});
  if (patienceMs === 0) return void (await cancel());
  const timer = setTimeout(cancel, patienceMs).unref();
  try {
    while (!(await bytes.read()).done);
  } catch {
    // The connection broke, and nobody waits for more.
  } finally {
    clearTimeout(timer);
  }
}
