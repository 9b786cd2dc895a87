import { listMembers } from '@/lib/features/members/list-members';
import { memberSchema } from '@/lib/features/members/member-schema';
import { list } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  { about: 'Lists the members of a workspace by name.', answer: list(memberSchema), params: idParams },
  async ({ actor, params }) => ({ items: await listMembers(actor, params.id), nextCursor: null }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
