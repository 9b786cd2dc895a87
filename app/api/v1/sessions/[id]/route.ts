import { revokeSession } from '@/lib/auth/revoke-session';
import { idParams } from '@/lib/http/id-params';
import { noContent } from '@/lib/http/respond';
import { route } from '@/lib/http/route';

export const DELETE = route({ params: idParams }, async ({ actor, params }) => {
  await revokeSession(actor, params.id);
  return noContent();
});
