import { z } from 'zod';
import { limitViews } from '@/lib/features/shared/limit-views';
import { openShare } from '@/lib/features/shared/open-share';
import { readSharedFile } from '@/lib/features/shared/read-shared-file';
import { sharedRunParams } from '@/lib/features/shared/shared-schema';
import { visitor } from '@/lib/platform/auth/visitor';
import { file } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

const params = sharedRunParams.extend({ path: z.array(z.string()) });
const query = z.object({ slot: z.string().min(1).max(20).optional() });

export const GET = route(
  {
    about:
      'Gives a file that a link shows: with `slot` of that agent, else what is attached to the question, by its id or name.',
    answer: file('text/plain', 'application/octet-stream', 'application/pdf', 'image/*'),
    params,
    query,
    auth: 'none',
    access: async ({ params, request }) => openShare(params.token, await visitor(request), request.headers),
  },
  async ({ params, query, request }) => {
    limitViews(request.headers);
    const share = await openShare(params.token, await visitor(request), request.headers);
    return readSharedFile(share, { runId: params.runId, path: params.path.join('/'), slot: query.slot });
  },
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
