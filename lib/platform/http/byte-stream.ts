/** Where a source of bytes gives them to. */
export interface ByteSink {
  /** Bytes that it takes before its reader is behind; not positive = it is. */
  readonly room: number;
  write(bytes: Uint8Array): void;
  close(): void;
  fail(error: unknown): void;
}

export interface ByteSource {
  /** Called once, before anything else. */
  start(sink: ByteSink): void;
  /** The reader has taken something. */
  pull(): void;
  /** Nobody reads any more. It may have ended itself already. */
  cancel(): void;
}

type Bytes = Uint8Array<ArrayBufferLike>;

/**
 * A stream of bytes whose reader may be `mostBehind` bytes behind. Where it is piped as it is, as the server does with the body of a response, what
 * the source gives goes straight to the writer: the platform's own pipe puts each piece into a queue and takes it out with a request and
 * several promises, which is a tenth of what a streamed token costs.
 */
export function byteStream(source: ByteSource, mostBehind: number): ReadableStream<Bytes> {
  let queue: ReadableStreamDefaultController<Bytes>;
  let piped: ByteSink | null = null;
  const queued: ByteSink = {
    get room() {
      return queue.desiredSize ?? 0;
    },
    write: (bytes) => queue.enqueue(bytes),
    close: () => queue.close(),
    fail: (error) => queue.error(error),
  };
  const sink: ByteSink = {
    get room() {
      return (piped ?? queued).room;
    },
    write: (bytes) => (piped ?? queued).write(bytes),
    close: () => (piped ?? queued).close(),
    fail: (error) => (piped ?? queued).fail(error),
  };
  const stream = new ReadableStream<Bytes>(
    {
      start(controller) {
        queue = controller;
        source.start(sink);
      },
      pull: () => source.pull(),
      cancel: () => source.cancel(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostBehind }),
  );

  /** What was given before there was somebody to give it to; from then on the pipe has it at once. */
  async function empty(reader: ReadableStreamDefaultReader<Bytes>, pipe: Pipe): Promise<void> {
    try {
      while ((queue.desiredSize ?? 0) < mostBehind) {
        const { done, value } = await reader.read();
        if (done) return pipe.sink.close();
        await pipe.writer.write(value);
      }
      piped = pipe.sink;
      source.pull();
    } catch (error) {
      pipe.leave(error);
    }
  }

  stream.pipeTo = async (destination, { signal } = {}) => {
    const reader = stream.getReader();
    const pipe = createPipe(destination.getWriter(), source, mostBehind, signal);
    void empty(reader, pipe);
    await pipe.over;
  };
  return stream;
}

interface Pipe {
  sink: ByteSink;
  writer: WritableStreamDefaultWriter<Bytes>;
  /** Settles when nothing more goes through, as the promise of `pipeTo` does. */
  over: Promise<void>;
  leave(reason: unknown): void;
}

function createPipe(
  writer: WritableStreamDefaultWriter<Bytes>,
  source: ByteSource,
  mostBehind: number,
  signal?: AbortSignal,
): Pipe {
  const over = Promise.withResolvers<void>();
  let behind = 0;
  let isOver = false;

  function end(): boolean {
    if (isOver) return false;
    isOver = true;
    signal?.removeEventListener('abort', abort);
    return true;
  }
  function fail(reason: unknown): void {
    if (!end()) return;
    // It may be what has failed.
    writer.abort(reason).catch(() => {});
    over.reject(reason);
  }
  function leave(reason: unknown): void {
    if (isOver) return;
    fail(reason);
    source.cancel();
  }
  const abort = () => leave(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  writer.closed.catch(leave);

  const sink: ByteSink = {
    get room() {
      return mostBehind - behind;
    },
    write(bytes) {
      behind += bytes.length;
      writer.write(bytes).then(() => {
        behind -= bytes.length;
        source.pull();
      }, leave);
    },
    close() {
      if (end()) over.resolve(writer.close());
    },
    fail,
  };
  return { sink, writer, over: over.promise, leave };
}
