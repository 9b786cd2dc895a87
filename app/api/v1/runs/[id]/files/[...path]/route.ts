import { z } from 'zod';
import { route } from '@/lib/http/route';
import { readRunFile } from '@/lib/run-files/read-run-file';

const params = z.object({ id: z.uuid(), path: z.array(z.string()) });
const query = z.object({ slot: z.string().min(1), at: z.enum(['now', 'start']).default('now') });

/** One file as it is, or as it was at the start of the turn. Whatever it holds, a browser shows it as text or saves it. */
export const GET = route({ params, query }, async ({ actor, params, query }) => {
  const file = await readRunFile(actor, {
    runId: params.id,
    path: params.path.join('/'),
    ...query,
  });
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.isText ? 'text/plain; charset=utf-8' : 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
});
