import type { Readable } from 'node:stream';

const MAX_BYTES = 8 * 1024 * 1024;

/** The whole body as text; what is beyond 8 MB is dropped. */
export async function readBody(response: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) break;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
