import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { pageActor } from '@/lib/auth/page-actor';
import { CONVERSATION_PAGE } from '@/lib/client/read-conversations';
import { SIDEBAR_COOKIE } from '@/lib/client/sidebar';
import { listConversations } from '@/lib/conversations/list-conversations';

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
      userName={actor.name || actor.email}
      conversations={conversations}
      collapsed={jar.get(SIDEBAR_COOKIE)?.value === 'collapsed'}
    >
      {children}
    </AppShell>
  );
}
