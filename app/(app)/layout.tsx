import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { CONVERSATION_PAGE } from '@/lib/browser/conversation/read-conversations';
import { SIDEBAR_COOKIE } from '@/lib/browser/ui/sidebar';
import { listConversations } from '@/lib/features/conversations/list-conversations';
import { pageActor } from '@/lib/platform/auth/page-actor';

export default async function AppLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor();
  const [pinned, recent, jar] = await Promise.all([
    listConversations(actor, { archived: 'false', pinned: 'true', limit: CONVERSATION_PAGE }),
    listConversations(actor, { archived: 'false', pinned: 'false', limit: CONVERSATION_PAGE }),
    cookies(),
  ]);
  const conversations = [...pinned.items, ...recent.items].map((item) => ({
    id: item.id,
    title: item.title,
    running: item.running,
    unread: item.unread,
    pinned: item.pinned,
    labels: item.labels,
    activeLeafId: item.activeLeafId,
    archivedAt: null,
    updatedAt: item.updatedAt.toISOString(),
  }));
  return (
    <AppShell
      user={{ id: actor.userId, name: actor.name, email: actor.email }}
      conversations={conversations}
      collapsed={jar.get(SIDEBAR_COOKIE)?.value === 'collapsed'}
    >
      {children}
    </AppShell>
  );
}
