import type { Metadata } from 'next';
import { ReliabilityControls } from '@/components/reliability/reliability-controls';
import { ReliabilityTable } from '@/components/reliability/reliability-table';
import { PageFrame } from '@/components/ui/page-frame';
import { getReliability } from '@/lib/features/reliability/get-reliability';
import { getUsage } from '@/lib/features/usage/get-usage';
import { usageQuery } from '@/lib/features/usage/usage-query';
import { listWorkspaces } from '@/lib/features/workspaces/list-workspaces';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { texts } from '../../texts';

export const metadata: Metadata = { title: texts.reliability };

/** How often the models of the person's own workspace were right, what that is made of, and what they cost. */
export default async function ReliabilityPage() {
  const actor = await pageActor();
  const workspace = (await listWorkspaces(actor)).find(({ personal }) => personal);
  if (!workspace) throw new Error('A person has a workspace of their own.');
  const [{ isOn, items }, models] = await Promise.all([
    getReliability(actor, workspace.id),
    getUsage(actor, usageQuery.parse({ by: 'model' })),
  ]);
  const costs = Object.fromEntries(models.items.map((item) => [`${item.backend} ${item.model}`, item]));
  const observations = items.reduce((sum, { kind, runs }) => sum + (kind === null ? runs : 0), 0);
  return (
    <PageFrame title={texts.reliability} text={texts.reliabilityText}>
      <div className="flex flex-col gap-8">
        <ReliabilityTable items={items} costs={costs} />
        <ReliabilityControls workspaceId={workspace.id} isOn={isOn} observations={observations} />
      </div>
    </PageFrame>
  );
}
