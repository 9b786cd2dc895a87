import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { CONVERSATION_PAGE } from '@/lib/browser/conversation/read-conversations';
import { SIDEBAR_COOKIE } from '@/lib/browser/ui/sidebar';
import { listConversations } from '@/lib/features/conversations/list-conversations';
import { pageActor } from '@/lib/platform/auth/page-actor';

export default async function AppLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor();
  const [{ items }, jar] = await Promise.all([
    listConversations(actor, { archived: 'false', limit: CONVERSATION_PAGE }),
    cookies(),
  ]);
  const conversations = items.map(({ id, title, running, updatedAt }) => ({
    id,
    title,
    running,
    updatedAt: updatedAt.toISOString(),
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
