import { revokeApiKey } from '@/lib/api-keys/revoke-api-key';
import { idParams } from '@/lib/http/id-params';
import { noContent } from '@/lib/http/respond';
import { route } from '@/lib/http/route';

export const DELETE = route({ params: idParams }, async ({ actor, params }) => {
  await revokeApiKey(actor, params.id);
  return noContent();
});
