import { createInvite } from '@/lib/features/invites/create-invite';
import { inviteSchema, madeInviteSchema, newInviteInput } from '@/lib/features/invites/invite-schema';
import { listInvites } from '@/lib/features/invites/list-invites';
import { json, list } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { requestOrigin } from '@/lib/platform/http/request-origin';
import { created } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    about: 'Lists the invites that can still be used, without their links.',
    answer: list(inviteSchema),
    needs: 'workspace.manage',
    params: idParams,
  },
  async ({ actor, params }) => ({ items: await listInvites(actor, params.id), nextCursor: null }),
);

export const POST = route(
  {
    about: 'Makes an invite, whose link is shown this once.',
    answer: json({ invite: madeInviteSchema }, 201),
    params: idParams,
    body: newInviteInput,
    access: ({ actor, params }) => listInvites(actor, params.id),
  },
  async ({ actor, params, body, request }) =>
    created({ invite: await createInvite(actor, params.id, body, requestOrigin(request.headers)) }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
