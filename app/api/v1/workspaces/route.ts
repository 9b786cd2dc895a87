import { route } from '@/lib/http/route';
import { listWorkspaces } from '@/lib/workspaces/list-workspaces';

export const GET = route({}, async ({ actor }) => ({ items: await listWorkspaces(actor), nextCursor: null }));
