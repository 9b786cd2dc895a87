import type { Metadata } from 'next';
import { TeamImport } from '@/components/team/team-import';
import { PageFrame } from '@/components/ui/page-frame';
import { pageActor } from '@/lib/auth/page-actor';

export const metadata: Metadata = { title: 'Import a team' };

export default async function ImportTeamPage() {
  await pageActor();
  return (
    <PageFrame
      title="Import a team"
      text="From a file of this application or of MassGen. You see what was read before anything is saved."
    >
      <TeamImport />
    </PageFrame>
  );
}
