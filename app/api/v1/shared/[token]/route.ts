import { getShared } from '@/lib/features/shared/get-shared';
import { limitViews } from '@/lib/features/shared/limit-views';
import { sharedViewShape, tokenParams } from '@/lib/features/shared/shared-schema';
import { visitor } from '@/lib/platform/auth/visitor';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about:
      'Gives what a link shows. One that is revoked, expired, unknown or not for the caller is 404, always the same.',
    answer: json(sharedViewShape),
    params: tokenParams,
    auth: 'none',
  },
  async ({ params, request }) => {
    limitViews(request.headers);
    const { opened: _, ...view } = await getShared({
      token: params.token,
      viewer: await visitor(request),
      headers: request.headers,
    });
    return view;
  },
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
