import { z } from 'zod';
import { listBackends } from '@/lib/agents/list-backends';
import { route } from '@/lib/http/route';

const query = z.object({ refresh: z.enum(['true', 'false'], 'Give true or false.').default('false') });

export const GET = route({ query }, async ({ actor, query: { refresh } }) => ({
  items: await listBackends(actor, { refresh: refresh === 'true' }),
  nextCursor: null,
}));
