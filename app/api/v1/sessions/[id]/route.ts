import { revokeSession } from '@/lib/platform/auth/revoke-session';
import { NOTHING } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const DELETE = route(
  { needs: 'account.write', about: 'Signs a browser out.', answer: NOTHING, params: idParams },
  async ({ actor, params }) => {
    await revokeSession(actor, params.id);
    return noContent();
  },
);

export const { GET, HEAD, POST, PUT, PATCH, OPTIONS } = otherMethods('DELETE');
