import 'server-only';

/** More bytes came than are taken. */
export class BodyTooLargeError extends Error {
  readonly most: number;

  constructor(most: number) {
    super(`More than ${most} bytes came.`);
    this.name = 'BodyTooLargeError';
    this.most = most;
  }
}

const NEWLINE = 10;
const RETURN = 13;

/**
 * The response, whose body fails with a `BodyTooLargeError` behind `most` bytes; of a stream of events, each may have that many. Nobody
 * needs to hold more than that in memory.
 * @param onTooLarge is told at once, also where whoever reads the body keeps its failure to himself
 */
export function capBody(response: Response, most: number, onTooLarge?: (error: BodyTooLargeError) => void): Response {
  if (!response.body) return response;
  const isEvents = /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '');
  let bytes = 0;
  let newlines = 0;
  /** Counts from the last empty line, which ends an event. */
  const countEvents = (chunk: Uint8Array) => {
    for (const byte of chunk) {
      bytes += 1;
      if (byte === NEWLINE) newlines += 1;
      else if (byte !== RETURN) newlines = 0;
      if (newlines > 1) bytes = 0;
      if (bytes > most) return;
    }
  };
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      if (isEvents) countEvents(chunk);
      else bytes += chunk.byteLength;
      if (bytes <= most) return controller.enqueue(chunk);
      const error = new BodyTooLargeError(most);
      controller.error(error);
      onTooLarge?.(error);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(counted), { status, statusText, headers });
}
