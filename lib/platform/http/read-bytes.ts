import 'server-only';
import { AppError } from '@/lib/platform/errors/app-error';
import { texts } from '@/lib/platform/texts';

/** The request's body. Throws `too_large` above `maxBytes`, without reading further, and `malformed` where the sender has gone. */
export async function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length')) > maxBytes) throw tooLarge(maxBytes);
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of untilBroken(request.body)) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function* untilBroken(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (cause) {
    throw new AppError('malformed', texts.bodyBrokeOff, { hint: texts.sendAgain, cause });
  }
}

function tooLarge(maxBytes: number): AppError {
  const size = maxBytes < 1e6 ? `${Math.floor(maxBytes / 1000)} kB` : `${Math.floor(maxBytes / 1e6)} MB`;
  return new AppError('too_large', texts.bodyTooLarge(size));
}
