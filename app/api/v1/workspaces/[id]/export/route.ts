import { exportWorkspace } from '@/lib/features/workspaces/export-workspace';
import { getWorkspace } from '@/lib/features/workspaces/get-workspace';
import { file } from '@/lib/platform/http/answer';
import { exportedFile } from '@/lib/platform/http/exported-file';
import { idParams } from '@/lib/platform/http/id-params';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';

export const GET = route(
  {
    needs: 'workspace.own',
    about:
      'Gives its owner everything of a workspace that they may read as one .zip: published conversations, teams, prompts, members, policy, usage, audit log.',
    answer: file('application/zip'),
    params: idParams,
    access: ({ actor, params }) => getWorkspace(actor, params.id),
  },
  async ({ actor, params }) =>
    exportedFile({
      content: await exportWorkspace(actor, params.id),
      fileName: 'workspace.zip',
      mediaType: 'application/zip',
    }),
);

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
