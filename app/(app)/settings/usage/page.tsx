import type { Metadata } from 'next';
import { PageFrame } from '@/components/ui/page-frame';
import { ContextUsage } from '@/components/usage/context-usage';
import { UsageChart } from '@/components/usage/usage-chart';
import { UsageScope } from '@/components/usage/usage-scope';
import { UsageTable } from '@/components/usage/usage-table';
import { UsageTotal } from '@/components/usage/usage-total';
import { getUsage } from '@/lib/features/usage/get-usage';
import { usageQuery } from '@/lib/features/usage/usage-query';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { texts } from '../../texts';

export const metadata: Metadata = { title: texts.usage };

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
    <PageFrame title={texts.usage} text={texts.usageText(days.from, days.to)} action={<UsageScope scope={scope} />}>
      <div className="flex flex-col gap-8">
        <UsageTotal total={days.total} />
        <ContextUsage contexts={days.contexts} />
        <UsageChart days={days.items} from={days.from} to={days.to} />
        <UsageTable
          title={texts.byModel}
          head={texts.model}
          rows={models.items.map((item) => ({
            key: `${item.backend} ${item.model}`,
            name: item.model || texts.defaultModel,
            note: item.backend,
            ...item,
          }))}
        />
        <UsageTable
          title={texts.byConversation}
          head={texts.conversation}
          rows={conversations.items.map((item) => ({
            key: item.conversationId ?? 'others',
            name: item.title ?? texts.otherConversations,
            href: item.conversationId ? `/c/${item.conversationId}` : undefined,
            ...item,
          }))}
        />
      </div>
    </PageFrame>
  );
}
