import { z } from 'zod';
import { transferWorkspace } from '@/lib/features/members/change-member';
import { getWorkspace } from '@/lib/features/workspaces/get-workspace';
import { workspaceSchema } from '@/lib/features/workspaces/workspace-schema';
import { json } from '@/lib/platform/http/answer';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const POST = route(
  {
    about: 'Makes another member the owner; one is then an administrator.',
    answer: json({ workspace: workspaceSchema }),
    params: idParams,
    body: z.strictObject({ userId: z.uuid() }),
    access: ({ actor, params }) => getWorkspace(actor, params.id),
  },
  async ({ actor, params, body }) => {
    await transferWorkspace(actor, { workspaceId: params.id, userId: body.userId });
    return { workspace: await getWorkspace(actor, params.id) };
  },
);

export const { GET, HEAD, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
