import { findLocalServers } from '@/lib/features/local-servers/find-local-servers';
import { localServerSchema } from '@/lib/features/local-servers/local-server-schema';
import { requireOwner } from '@/lib/features/trusted-origins/require-owner';
import { list } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const POST = route(
  {
    needs: 'trustedOrigin.manage',
    about: 'Looks for model servers at the usual ports of the machine that this server runs on. Trusts none of them.',
    answer: list(localServerSchema),
    access: ({ actor }) => requireOwner(actor),
  },
  async ({ actor }) => ({ items: await findLocalServers(actor), nextCursor: null }),
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
