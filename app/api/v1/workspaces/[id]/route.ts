import { changeWorkspace } from '@/lib/features/workspaces/change-workspace';
import { deleteWorkspace } from '@/lib/features/workspaces/delete-workspace';
import { getWorkspace } from '@/lib/features/workspaces/get-workspace';
import { workspaceInput, workspaceSchema } from '@/lib/features/workspaces/workspace-schema';
import { json, NOTHING } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { noContent } from '@/lib/platform/http/respond';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  { about: 'Gives a workspace.', answer: json({ workspace: workspaceSchema }), params: idParams },
  async ({ actor, params }) => ({ workspace: await getWorkspace(actor, params.id) }),
);

export const PATCH = route(
  {
    about: 'Renames a workspace.',
    answer: json({ workspace: workspaceSchema }),
    params: idParams,
    body: workspaceInput,
    access: ({ actor, params }) => getWorkspace(actor, params.id),
  },
  async ({ actor, params, body }) => ({ workspace: await changeWorkspace(actor, params.id, body) }),
);

export const DELETE = route(
  { about: 'Deletes a workspace with everything in it.', answer: NOTHING, params: idParams },
  async ({ actor, params }) => {
    await deleteWorkspace(actor, params.id);
    return noContent();
  },
);

export const { POST, PUT, OPTIONS } = otherMethods('GET', 'PATCH', 'DELETE');
