import { z } from 'zod';
import { findRunOrThrow } from '@/lib/features/runs/find-run-or-throw';
import { archiveRunFiles } from '@/lib/features/work-folders/archive-run-files';
import { file } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

const query = z.object({ slot: z.string().min(1).optional() });

export const GET = route(
  {
    about: 'Gives the files in a slot’s working folder as one .zip.',
    answer: file('application/zip'),
    params: idParams,
    query,
    access: ({ actor, params }) => findRunOrThrow(actor, params.id, 'read'),
  },
  async ({ actor, params, query }) => {
    const { name, content } = await archiveRunFiles(actor, params.id, query.slot);
    return new Response(content, {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="${name}"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    });
  },
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
