import { checkProviderKey } from '@/lib/features/provider-keys/check-provider-key';
import { checkedKeySchema } from '@/lib/features/provider-keys/provider-key-schema';
import { providerKeySchema } from '@/lib/features/provider-keys/save-provider-key';
import { json } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const POST = route(
  {
    needs: 'providerKey.use',
    about: 'Asks a provider with a key which models it may use, without storing the key and without using tokens.',
    answer: json({ check: checkedKeySchema }),
    body: providerKeySchema,
  },
  async ({ actor, body }) => ({ check: await checkProviderKey(actor, body) }),
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
