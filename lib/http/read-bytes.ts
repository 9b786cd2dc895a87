import 'server-only';
import { AppError } from '@/lib/errors/app-error';

/** The request's body. Throws `too_large` above `maxBytes`, without reading further. */
export async function readBytes(request: Request, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length')) > maxBytes) throw tooLarge(maxBytes);
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): AppError {
  const size = maxBytes < 1e6 ? `${Math.floor(maxBytes / 1000)} kB` : `${Math.floor(maxBytes / 1e6)} MB`;
  return new AppError('too_large', `The body is larger than ${size}.`);
}
