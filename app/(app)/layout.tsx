import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { CONVERSATION_PAGE } from '@/lib/browser/conversation/read-conversations';
import { SIDEBAR_COOKIE } from '@/lib/browser/ui/sidebar';
import { listConversations } from '@/lib/features/conversations/list-conversations';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { currentWorkspace } from './current-workspace';

export default async function AppLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor();
  const [{ workspaces, current }, jar] = await Promise.all([currentWorkspace(), cookies()]);
  const page = {
    archived: 'false' as const,
    limit: CONVERSATION_PAGE,
    ...(workspaces.length > 1 && { workspaceId: current.id }),
  };
  const [pinned, recent] = await Promise.all([
    listConversations(actor, { ...page, pinned: 'true' }),
    listConversations(actor, { ...page, pinned: 'false' }),
  ]);
  const conversations = [...pinned.items, ...recent.items].map((item) => ({
    id: item.id,
    workspaceId: item.workspaceId,
    title: item.title,
    summary: item.summary,
    running: item.running,
    unread: item.unread,
    pinned: item.pinned,
    labels: item.labels,
    activeLeafId: item.activeLeafId,
    archivedAt: null,
    visibility: item.visibility,
    updatedAt: item.updatedAt.toISOString(),
  }));
  return (
    <AppShell
      user={{ id: actor.userId, name: actor.name, email: actor.email }}
      conversations={conversations}
      workspaces={workspaces.map(({ id, name, personal }) => ({ id, name, personal }))}
      workspace={current.id}
      collapsed={jar.get(SIDEBAR_COOKIE)?.value === 'collapsed'}
    >
      {children}
    </AppShell>
  );
}
