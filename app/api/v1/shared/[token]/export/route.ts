import { exportShared } from '@/lib/features/shared/export-shared';
import { limitViews } from '@/lib/features/shared/limit-views';
import { openShare } from '@/lib/features/shared/open-share';
import { sharedExportQuery, tokenParams } from '@/lib/features/shared/shared-schema';
import { visitor } from '@/lib/platform/auth/visitor';
import { file } from '@/lib/platform/http/answer';
import { exportedFile } from '@/lib/platform/http/exported-file';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Gives what a link shows as a file, in Markdown or JSON: no more than its level shows.',
    answer: file('text/markdown', 'application/json'),
    params: tokenParams,
    query: sharedExportQuery,
    auth: 'none',
    access: async ({ params, request }) => openShare(params.token, await visitor(request), request.headers),
  },
  async ({ params, query, request }) => {
    limitViews(request.headers);
    const viewer = await visitor(request);
    return exportedFile(await exportShared({ ...params, ...query, viewer, headers: request.headers }));
  },
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
