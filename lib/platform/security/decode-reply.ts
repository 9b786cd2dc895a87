import 'server-only';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { PassThrough, pipeline, type Readable, type Transform } from 'node:stream';
import zlib from 'node:zlib';

/** A reply: its status, its headers and its bytes as they are meant. */
export type GuardedResponse = Readable & { statusCode?: number | undefined; headers: IncomingHttpHeaders };

/** What is there is handed on at once; a reply that is cut off is seen to be by whoever reads it. */
const SYNC = { flush: zlib.constants.Z_SYNC_FLUSH, finishFlush: zlib.constants.Z_SYNC_FLUSH };
const BROTLI_SYNC = {
  flush: zlib.constants.BROTLI_OPERATION_FLUSH,
  finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH,
};

/** The reply without its compression, for servers that compress although they were asked not to. */
export function decodeReply(response: IncomingMessage): GuardedResponse {
  const encodings = (response.headers['content-encoding'] ?? '').toLowerCase().split(/[\s,]+/);
  const named = encodings.filter((encoding) => encoding !== '' && encoding !== 'identity').toReversed();
  const decoders = named.map(decoderFor);
  if (decoders.length === 0 || decoders.includes(null)) return response;
  const { 'content-encoding': _encoding, 'content-length': _length, ...headers } = response.headers;
  const decoded = new PassThrough();
  // Failures and early ends reach both sides of the pipeline.
  pipeline([response, ...decoders.flatMap((decoder) => decoder ?? []), decoded], () => {});
  return Object.assign(decoded, { statusCode: response.statusCode, headers });
}

/** `null` = not known. */
function decoderFor(encoding: string): Transform | null {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return zlib.createGunzip(SYNC);
    case 'br':
      return zlib.createBrotliDecompress(BROTLI_SYNC);
    case 'zstd':
      // Not in every Node 22.
      return zlib.createZstdDecompress?.() ?? null;
    case 'deflate':
      return new InflateAny();
    default:
      return null;
  }
}

/** `deflate` is sent with a zlib header, as it should be, or without; the first byte tells. */
class InflateAny extends PassThrough {
  #inflate: Transform | null = null;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    if (!this.#inflate) {
      const hasHeader = chunk.length > 0 && ((chunk[0] ?? 0) & 0x0f) === 8;
      this.#inflate = hasHeader ? zlib.createInflate(SYNC) : zlib.createInflateRaw(SYNC);
      this.#inflate.on('data', (bytes: Buffer) => this.push(bytes));
      this.#inflate.on('error', (error) => this.destroy(error));
    }
    this.#inflate.write(chunk, done);
  }

  override _flush(done: (error?: Error | null) => void): void {
    if (this.#inflate) this.#inflate.once('end', () => done()).end();
    else done();
  }
}
