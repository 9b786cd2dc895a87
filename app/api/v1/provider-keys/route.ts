import { created } from '@/lib/http/respond';
import { route } from '@/lib/http/route';
import { listProviderKeys } from '@/lib/provider-keys/list-provider-keys';
import { providerKeySchema, saveProviderKey } from '@/lib/provider-keys/save-provider-key';

export const GET = route({}, async ({ actor }) => ({ items: await listProviderKeys(actor), nextCursor: null }));

export const POST = route({ body: providerKeySchema }, async ({ actor, body }) =>
  created({ providerKey: await saveProviderKey(actor, body) }),
);

export const PUT = route({ body: providerKeySchema }, async ({ actor, body }) => ({
  providerKey: await saveProviderKey(actor, body),
}));
