import type { Metadata } from 'next';
import { TeamImport } from '@/components/team/import/team-import';
import { PageFrame } from '@/components/ui/page-frame';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { texts } from '../../texts';

export const metadata: Metadata = { title: texts.importTeam };

export default async function ImportTeamPage() {
  await pageActor();
  return (
    <PageFrame title={texts.importTeam} text={texts.importText}>
      <TeamImport />
    </PageFrame>
  );
}
