import { listSessions } from '@/lib/auth/list-sessions';
import { revokeOtherSessions } from '@/lib/auth/revoke-other-sessions';
import { noContent } from '@/lib/http/respond';
import { route } from '@/lib/http/route';

export const GET = route({}, async ({ actor }) => ({ items: await listSessions(actor), nextCursor: null }));

export const DELETE = route({}, async ({ actor }) => {
  await revokeOtherSessions(actor);
  return noContent();
});
