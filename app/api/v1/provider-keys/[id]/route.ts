import { idParams } from '@/lib/http/id-params';
import { noContent } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { deleteProviderKey } from '@/lib/provider-keys/delete-provider-key';

export const DELETE = route({ params: idParams }, async ({ actor, params }) => {
  await deleteProviderKey(actor, params.id);
  return noContent();
});
