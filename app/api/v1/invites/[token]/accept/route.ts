import { z } from 'zod';
import { acceptInvite } from '@/lib/features/invites/accept-invite';
import { acceptInput, tokenParams } from '@/lib/features/invites/invite-schema';
import { findInviteOrThrow } from '@/lib/features/invites/show-invite';
import { callerOrNobody } from '@/lib/platform/auth/caller-or-nobody';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';
import { neededBy, refuseKey } from '@/lib/platform/permissions/refuse-key';

export const POST = route(
  {
    about: 'Makes whoever has the link a member; without a session or key with an account that is made for it.',
    answer: json({ workspaceId: z.uuid(), userId: z.uuid() }),
    auth: 'none',
    params: tokenParams,
    body: acceptInput,
    access: ({ params }) => findInviteOrThrow(params.token),
  },
  async ({ params, body, request }) => {
    const caller = await callerOrNobody(request);
    if (caller) refuseKey(caller, neededBy('account.write', 'POST'));
    return acceptInvite(caller, params.token, body);
  },
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
