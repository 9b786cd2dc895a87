import { changeRole, removeMember } from '@/lib/features/members/change-member';
import { memberParams, memberSchema, roleInput } from '@/lib/features/members/member-schema';
import { getWorkspace } from '@/lib/features/workspaces/get-workspace';
import { json, NOTHING } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const PATCH = route(
  {
    about: 'Gives a member another role.',
    answer: json({ member: memberSchema }),
    params: memberParams,
    body: roleInput,
    access: ({ actor, params }) => getWorkspace(actor, params.id),
  },
  async ({ actor, params, body }) => ({
    member: await changeRole(actor, { workspaceId: params.id, userId: params.userId }, body.role),
  }),
);

export const DELETE = route(
  { about: 'Takes somebody out of a workspace, or oneself.', answer: NOTHING, params: memberParams },
  async ({ actor, params }) => {
    await removeMember(actor, { workspaceId: params.id, userId: params.userId });
    return noContent();
  },
);

export const { GET, HEAD, POST, PUT, OPTIONS } = otherMethods('PATCH', 'DELETE');
