import { z } from 'zod';
import { backendSchema } from '@/lib/features/backends/backend-schema';
import { listBackends } from '@/lib/features/backends/list-backends';
import { list } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

const query = z.object({ refresh: z.enum(['true', 'false'], 'Give true or false.').default('false') });

export const GET = route(
  {
    needs: 'providerKey.use',
    about: 'Lists the backends with their health as who asks would meet it.',
    answer: list(backendSchema),
    query,
  },
  async ({ actor, query: { refresh } }) => ({
    items: await listBackends(actor, { refresh: refresh === 'true' }),
    nextCursor: null,
  }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
