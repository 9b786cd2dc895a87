import { listLocalServers } from '@/lib/features/local-servers/list-local-servers';
import { localServerSchema } from '@/lib/features/local-servers/local-server-schema';
import { list } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    needs: 'providerKey.use',
    about: 'Lists the model servers at trusted private addresses that answer now, with their models.',
    answer: list(localServerSchema),
  },
  async ({ actor }) => ({ items: await listLocalServers(actor), nextCursor: null }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
