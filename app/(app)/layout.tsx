import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { CONVERSATION_PAGE } from '@/lib/browser/conversation/read-conversations';
import { SIDEBAR_COOKIE } from '@/lib/browser/ui/sidebar';
import { WORKSPACE_COOKIE } from '@/lib/browser/ui/workspace';
import { listConversations } from '@/lib/features/conversations/list-conversations';
import { listWorkspaces } from '@/lib/features/workspaces/list-workspaces';
import { pageActor } from '@/lib/platform/auth/page-actor';

export default async function AppLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor();
  const [workspaces, jar] = await Promise.all([listWorkspaces(actor), cookies()]);
  const chosen = jar.get(WORKSPACE_COOKIE)?.value;
  const current = (workspaces.find(({ id }) => id === chosen) ?? workspaces[0])?.id ?? '';
  const page = {
    archived: 'false' as const,
    limit: CONVERSATION_PAGE,
    ...(workspaces.length > 1 && { workspaceId: current }),
  };
  const [pinned, recent] = await Promise.all([
    listConversations(actor, { ...page, pinned: 'true' }),
    listConversations(actor, { ...page, pinned: 'false' }),
  ]);
  const conversations = [...pinned.items, ...recent.items].map((item) => ({
    id: item.id,
    workspaceId: item.workspaceId,
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
      workspaces={workspaces.map(({ id, name, personal }) => ({ id, name, personal }))}
      workspace={current}
      collapsed={jar.get(SIDEBAR_COOKIE)?.value === 'collapsed'}
    >
      {children}
    </AppShell>
  );
}
