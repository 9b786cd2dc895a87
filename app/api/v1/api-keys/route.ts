import { createApiKey, createApiKeyInput } from '@/lib/api-keys/create-api-key';
import { listApiKeys } from '@/lib/api-keys/list-api-keys';
import { created } from '@/lib/http/respond';
import { route } from '@/lib/http/route';

export const GET = route({}, async ({ actor }) => ({ items: await listApiKeys(actor), nextCursor: null }));

export const POST = route({ body: createApiKeyInput }, async ({ actor, body }) =>
  created(await createApiKey(actor, body)),
);
