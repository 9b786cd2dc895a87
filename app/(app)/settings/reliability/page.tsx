import type { Metadata } from 'next';
import { ReliabilityControls } from '@/components/reliability/reliability-controls';
import { ReliabilityTable } from '@/components/reliability/reliability-table';
import { PageFrame } from '@/components/ui/page-frame';
import { getReliability } from '@/lib/features/reliability/get-reliability';
import { managesReliability } from '@/lib/features/reliability/manages-reliability';
import { getUsage } from '@/lib/features/usage/get-usage';
import { usageQuery } from '@/lib/features/usage/usage-query';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { currentWorkspace } from '../../current-workspace';
import { texts } from '../../texts';

export const metadata: Metadata = { title: texts.reliability };

/** How often the models of the workspace that the person works in were right, what that is made of, and what they cost. */
export default async function ReliabilityPage() {
  const actor = await pageActor();
  const { workspaces, current } = await currentWorkspace();
  const [{ isOn, items }, manages, models] = await Promise.all([
    getReliability(actor, current.id),
    managesReliability(actor, current.id),
    getUsage(actor, usageQuery.parse({ by: 'model' })),
  ]);
  const costs = Object.fromEntries(models.items.map((item) => [`${item.backend} ${item.model}`, item]));
  const observations = items.reduce((sum, { kind, runs }) => sum + (kind === null ? runs : 0), 0);
  return (
    <PageFrame title={texts.reliability} text={texts.reliabilityText}>
      <div className="flex flex-col gap-8">
        {workspaces.length > 1 && (
          <p className="text-sm">{texts.reliabilityOf(current.personal ? null : current.name)}</p>
        )}
        <ReliabilityTable items={items} costs={costs} />
        {manages && <ReliabilityControls workspaceId={current.id} isOn={isOn} observations={observations} />}
      </div>
    </PageFrame>
  );
}
