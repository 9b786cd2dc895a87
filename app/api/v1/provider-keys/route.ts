import { z } from 'zod';
import { listProviderKeys } from '@/lib/features/provider-keys/list-provider-keys';
import { storedProviderKeySchema } from '@/lib/features/provider-keys/provider-key-schema';
import { providerKeySchema, saveProviderKey } from '@/lib/features/provider-keys/save-provider-key';
import { json, list } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { created } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    needs: 'providerKey.read',
    about: 'Lists the keys of model providers that are one’s own or a workspace’s, without the keys themselves.',
    answer: list(storedProviderKeySchema),
    query: z.object({ workspaceId: z.uuid().optional() }),
  },
  async ({ actor, query }) => ({ items: await listProviderKeys(actor, query.workspaceId), nextCursor: null }),
);

export const POST = route(
  {
    about: 'Stores a key in place of the one for the same provider and owner.',
    answer: json({ providerKey: storedProviderKeySchema }, 201),
    body: providerKeySchema,
  },
  async ({ actor, body }) => created({ providerKey: await saveProviderKey(actor, body) }),
);

export const PUT = route(
  {
    about: 'Stores a key as POST does.',
    answer: json({ providerKey: storedProviderKeySchema }),
    body: providerKeySchema,
  },
  async ({ actor, body }) => ({
    providerKey: await saveProviderKey(actor, body),
  }),
);

export const { PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST', 'PUT');
