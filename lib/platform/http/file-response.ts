import 'server-only';
import { isUtf8 } from 'node:buffer';

/** What agents or people have written, byte for byte. Whatever it holds, a browser shows it as text or saves it. */
export function fileResponse({ name, bytes }: { name: string; bytes: Buffer }): Response {
  const isText = isUtf8(bytes) && !bytes.includes(0);
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': isText ? 'text/plain; charset=utf-8' : 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name.toWellFormed())}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
