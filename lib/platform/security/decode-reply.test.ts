import http from 'node:http';
import type { AddressInfo } from 'node:net';
import zlib from 'node:zlib';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { guardedFetch } from './guarded-fetch';

const TEXT = 'data: {"choices":[{"delta":{"content":"Grün."}}]}\n\n'.repeat(50);
const BYTES: Record<string, Buffer> = {
  gzip: zlib.gzipSync(TEXT),
  'x-gzip': zlib.gzipSync(TEXT),
  br: zlib.brotliCompressSync(TEXT),
  deflate: zlib.deflateSync(TEXT),
  'deflate-raw': zlib.deflateRawSync(TEXT),
  'gzip, br': zlib.brotliCompressSync(zlib.gzipSync(TEXT)),
  identity: Buffer.from(TEXT),
};

let server: http.Server;
let origin = '';

beforeAll(async () => {
  server = http.createServer((request, response) => {
    const kind = decodeURIComponent(request.url?.slice(1) ?? '');
    response.writeHead(200, { 'content-encoding': kind.replace('-raw', '') });
    if (kind !== 'gzip') return void response.end(BYTES[kind]);
    // What has been written is there before the rest of the reply is.
    const compressed = zlib.createGzip();
    compressed.pipe(response);
    compressed.write('first');
    compressed.flush(() => request.socket.once('data', () => compressed.end(' second')));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', origin);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  vi.unstubAllEnvs();
});

it.each(Object.keys(BYTES).filter((kind) => kind !== 'gzip'))('a reply in %s is read as it is meant', async (kind) => {
  const response = await guardedFetch(`${origin}/${encodeURIComponent(kind)}`);
  expect(await response.text()).toBe(TEXT);
  if (kind !== 'identity') expect(response.headers.get('content-encoding')).toBeNull();
});

it('a compressed stream is handed on piece by piece', async () => {
  const response = await guardedFetch(`${origin}/gzip`);
  const reader = response.body?.getReader();
  const piece = await reader?.read();
  expect(new TextDecoder().decode(piece?.value)).toBe('first');
  await reader?.cancel();
});
