import { getSharedRun } from '@/lib/features/shared/get-shared-run';
import { limitViews } from '@/lib/features/shared/limit-views';
import { openShare } from '@/lib/features/shared/open-share';
import { sharedRunParams, sharedRunSchema } from '@/lib/features/shared/shared-schema';
import { visitor } from '@/lib/platform/auth/visitor';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Gives a run as a link shows it.',
    answer: json({ run: sharedRunSchema }),
    params: sharedRunParams,
    auth: 'none',
  },
  async ({ params, request }) => {
    limitViews(request.headers);
    const share = await openShare(params.token, await visitor(request), request.headers);
    return { run: await getSharedRun(share, params.runId) };
  },
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
