import { revokeApiKey } from '@/lib/features/api-keys/revoke-api-key';
import { NOTHING } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const DELETE = route(
  { needs: 'account.write', about: 'Revokes an API key.', answer: NOTHING, params: idParams },
  async ({ actor, params }) => {
    await revokeApiKey(actor, params.id);
    return noContent();
  },
);

export const { GET, HEAD, POST, PUT, PATCH, OPTIONS } = otherMethods('DELETE');
