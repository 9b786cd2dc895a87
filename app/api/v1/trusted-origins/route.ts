import { listTrustedOrigins } from '@/lib/features/trusted-origins/list-trusted-origins';
import { requireOwner } from '@/lib/features/trusted-origins/require-owner';
import { trustedOriginSchema, trustOrigin } from '@/lib/features/trusted-origins/trust-origin';
import { storedOriginSchema } from '@/lib/features/trusted-origins/trusted-origin-schema';
import { json, list } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { created } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    needs: 'trustedOrigin.manage',
    about: 'Lists the private addresses that the owner trusts for model requests.',
    answer: list(storedOriginSchema),
  },
  async ({ actor }) => ({ items: await listTrustedOrigins(actor), nextCursor: null }),
);

export const POST = route(
  {
    needs: 'trustedOrigin.manage',
    about: 'Trusts a private address for model requests, exactly its scheme, host and port.',
    answer: json({ trustedOrigin: storedOriginSchema }, 201),
    body: trustedOriginSchema,
    access: ({ actor }) => requireOwner(actor),
  },
  async ({ actor, body }) => created({ trustedOrigin: await trustOrigin(actor, body) }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
