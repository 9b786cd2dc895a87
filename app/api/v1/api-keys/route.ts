import { apiKeySchema, madeApiKey } from '@/lib/features/api-keys/api-key-schema';
import { createApiKey, createApiKeyInput } from '@/lib/features/api-keys/create-api-key';
import { listApiKeys } from '@/lib/features/api-keys/list-api-keys';
import { json, list } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { created } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  { about: 'Lists one’s API keys, without the keys themselves.', answer: list(apiKeySchema) },
  async ({ actor }) => ({ items: await listApiKeys(actor), nextCursor: null }),
);

export const POST = route(
  { needs: 'apiKey.create', about: 'Makes an API key.', answer: json(madeApiKey, 201), body: createApiKeyInput },
  async ({ actor, body }) => created(await createApiKey(actor, body)),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
