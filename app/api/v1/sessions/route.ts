import { sessionSchema } from '@/lib/features/users/user-schema';
import { listSessions } from '@/lib/platform/auth/list-sessions';
import { revokeOtherSessions } from '@/lib/platform/auth/revoke-other-sessions';
import { list, NOTHING } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  { about: 'Lists the browsers in which one is signed in.', answer: list(sessionSchema) },
  async ({ actor }) => ({ items: await listSessions(actor), nextCursor: null }),
);

export const DELETE = route(
  { needs: 'account.write', about: 'Signs every other browser out.', answer: NOTHING },
  async ({ actor }) => {
    await revokeOtherSessions(actor);
    return noContent();
  },
);

export const { POST, PUT, PATCH, OPTIONS } = otherMethods('GET', 'DELETE');
