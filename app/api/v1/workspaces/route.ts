import { createWorkspace } from '@/lib/features/workspaces/create-workspace';
import { listWorkspaces } from '@/lib/features/workspaces/list-workspaces';
import { workspaceInput, workspaceSchema } from '@/lib/features/workspaces/workspace-schema';
import { json, list } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { created } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  { about: 'Lists one’s workspaces, the personal one first.', answer: list(workspaceSchema) },
  async ({ actor }) => ({ items: await listWorkspaces(actor), nextCursor: null }),
);

export const POST = route(
  {
    about: 'Makes a workspace, whose owner one is.',
    answer: json({ workspace: workspaceSchema }, 201),
    body: workspaceInput,
    needs: 'workspace.create',
  },
  async ({ actor, body }) => created({ workspace: await createWorkspace(actor, body) }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
