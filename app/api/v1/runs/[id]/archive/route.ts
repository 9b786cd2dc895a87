import { z } from 'zod';
import { idParams } from '@/lib/http/id-params';
import { route } from '@/lib/http/route';
import { archiveRunFiles } from '@/lib/run-files/archive-run-files';

const query = z.object({ slot: z.string().min(1).optional() });

/** The files in a slot's working folder as one .zip. Not below `/files`: a file may have any name there. */
export const GET = route({ params: idParams, query }, async ({ actor, params, query }) => {
  const { name, content } = await archiveRunFiles(actor, params.id, query.slot);
  return new Response(content, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
});
