import { shownInviteSchema, tokenParams } from '@/lib/features/invites/invite-schema';
import { showInvite } from '@/lib/features/invites/show-invite';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Says to whoever has the link of an invite what it is for.',
    answer: json({ invite: shownInviteSchema }),
    auth: 'none',
    params: tokenParams,
  },
  async ({ params }) => ({ invite: await showInvite(params.token) }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
