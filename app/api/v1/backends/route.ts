import { listBackends } from '@/lib/agents/list-backends';
import { route } from '@/lib/http/route';

export const GET = route({}, async ({ actor }) => ({ items: await listBackends(actor), nextCursor: null }));
