import { listWorkspaces } from '@/lib/features/workspaces/list-workspaces';
import { workspaceSchema } from '@/lib/features/workspaces/workspace-schema';
import { list } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  { about: 'Lists one’s workspaces, the personal one first.', answer: list(workspaceSchema) },
  async ({ actor }) => ({ items: await listWorkspaces(actor), nextCursor: null }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
