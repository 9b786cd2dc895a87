import { inviteParams } from '@/lib/features/invites/invite-schema';
import { revokeInvite } from '@/lib/features/invites/list-invites';
import { NOTHING } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const DELETE = route(
  { about: 'Takes an invite back.', answer: NOTHING, params: inviteParams },
  async ({ actor, params }) => {
    await revokeInvite(actor, params.id, params.inviteId);
    return noContent();
  },
);

export const { GET, HEAD, POST, PUT, PATCH, OPTIONS } = otherMethods('DELETE');
