import { z } from 'zod';
import { limitViews } from '@/lib/features/shared/limit-views';
import { openLockedShare } from '@/lib/features/shared/open-share';
import { tokenParams } from '@/lib/features/shared/shared-schema';
import { unlockInput, unlockShare } from '@/lib/features/shared/unlock-share';
import { visitor } from '@/lib/platform/auth/visitor';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { ok } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const POST = route(
  {
    about: 'Takes the password of a link and sets the cookie that opens it.',
    answer: json({ ok: z.literal(true) }),
    params: tokenParams,
    body: unlockInput,
    auth: 'none',
    access: async ({ params, request }) => openLockedShare(params.token, await visitor(request)),
  },
  async ({ params, body, request }) => {
    limitViews(request.headers);
    const { headers } = request;
    const cookie = await unlockShare(params.token, await visitor(request), { ...body, headers });
    const response = ok({ ok: true });
    response.headers.append('set-cookie', cookie);
    return response;
  },
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
