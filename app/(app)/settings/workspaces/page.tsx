import type { Metadata } from 'next';
import { PageFrame } from '@/components/ui/page-frame';
import { WorkspaceList } from '@/components/workspaces/workspace-list';
import { listWorkspaces } from '@/lib/features/workspaces/list-workspaces';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { texts } from '../../texts';

export const metadata: Metadata = { title: texts.workspaces };

export default async function WorkspacesPage() {
  const workspaces = await listWorkspaces(await pageActor());
  return (
    <PageFrame title={texts.workspaces} text={texts.workspacesText}>
      <WorkspaceList
        workspaces={workspaces.map(({ id, name, role, personal, members }) => ({ id, name, role, personal, members }))}
      />
    </PageFrame>
  );
}
