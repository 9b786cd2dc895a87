import type { Metadata } from 'next';
import { PageFrame } from '@/components/ui/page-frame';
import { ContextUsage } from '@/components/usage/context-usage';
import { UsageChart } from '@/components/usage/usage-chart';
import { UsageScope } from '@/components/usage/usage-scope';
import { UsageTable } from '@/components/usage/usage-table';
import { UsageTotal } from '@/components/usage/usage-total';
import { pageActor } from '@/lib/auth/page-actor';
import { getUsage } from '@/lib/usage/get-usage';
import { usageQuery } from '@/lib/usage/usage-query';

export const metadata: Metadata = { title: 'Usage' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** What the person's runs, or a whole workspace's, have used in the last 30 days. */
export default async function UsagePage({ searchParams }: PageProps) {
  const actor = await pageActor();
  const scope = (await searchParams).scope === 'workspace' ? 'workspace' : 'own';
  const ask = (by: 'day' | 'model' | 'conversation') => getUsage(actor, usageQuery.parse({ by, scope }));
  const [days, models, conversations] = await Promise.all([ask('day'), ask('model'), ask('conversation')]);
  return (
    <PageFrame
      title="Usage"
      text={`Ended runs from ${days.from} to ${days.to} (UTC), at list price.`}
      action={<UsageScope scope={scope} />}
    >
      <div className="flex flex-col gap-8">
        <UsageTotal total={days.total} />
        <ContextUsage contexts={days.contexts} />
        <UsageChart days={days.items} from={days.from} to={days.to} />
        <UsageTable
          title="By model"
          head="Model"
          rows={models.items.map((item) => ({
            key: `${item.backend} ${item.model}`,
            name: item.model || 'default',
            note: item.backend,
            ...item,
          }))}
        />
        <UsageTable
          title="By conversation"
          head="Conversation"
          rows={conversations.items.map((item) => ({
            key: item.conversationId ?? 'others',
            name: item.title ?? 'Deleted, or not visible to you',
            href: item.conversationId ? `/c/${item.conversationId}` : undefined,
            ...item,
          }))}
        />
      </div>
    </PageFrame>
  );
}
