'use client';
import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import type { ConversationItem } from '@/lib/browser/conversation/read-conversations';
import { useListEvents } from '@/lib/browser/conversation/use-conversations';
import { rememberMe } from '@/lib/browser/ui/me';
import { setCookie } from '@/lib/browser/ui/set-cookie';
import { SIDEBAR_COOKIE } from '@/lib/browser/ui/sidebar';
import { useHotkeys } from '@/lib/browser/ui/use-hotkeys';
import { chosenWorkspace, WORKSPACE_COOKIE, type WorkspaceChoice } from '@/lib/browser/ui/workspace';
import { PaletteDialog } from '../palette/palette-dialog';
import { SignInAgainDialog } from '../sign-in/sign-in-again-dialog';
import { Dialog } from '../ui/dialog';
import { OfflineNotice } from './offline-notice';
import { PhoneBar } from './phone-bar';
import { ShortcutsDialog } from './shortcuts-dialog';
import { Sidebar } from './sidebar';
import { SidebarRail } from './sidebar-rail';
import { texts } from './texts';

interface AppShellProps {
  user: { id: string; name: string; email: string };
  conversations: ConversationItem[];
  workspaces: WorkspaceChoice[];
  /** The one whose things are shown. */
  workspace: string;
  collapsed: boolean;
  children: ReactNode;
}

/** The frame of every page behind sign-in: sidebar, rail when collapsed, sheet on a phone. */
export function AppShell(props: AppShellProps) {
  const { user, conversations, workspaces, workspace, collapsed: initiallyCollapsed, children } = props;
  rememberMe(user.id);
  const router = useRouter();
  const path = usePathname();
  const [collapsed, setCollapsed] = useState(initiallyCollapsed);
  const [sheet, setSheet] = useState(false);
  const [help, setHelp] = useState(false);

  function collapse(next: boolean) {
    setCollapsed(next);
    setCookie(SIDEBAR_COOKIE, next ? 'collapsed' : 'open');
  }
  useListEvents();
  useHotkeys({ '?': () => setHelp(true), n: () => router.push('/'), b: () => collapse(!collapsed) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet closes whenever another page is shown.
  useEffect(() => setSheet(false), [path]);

  // What the browser asks for and hears of is of the workspace that the server shows: also before anybody chose one, and when the chosen one is
  // gone or somebody was taken out of it. Before any part of the page asks.
  useLayoutEffect(() => {
    if (chosenWorkspace() !== workspace) setCookie(WORKSPACE_COOKIE, workspace);
  }, [workspace]);

  return (
    <div className="flex h-dvh flex-col overflow-clip md:flex-row">
      <a
        href="#main"
        className="sr-only z-50 rounded-control bg-raised px-3 py-2 focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        {texts.skip}
      </a>
      <PhoneBar onMenu={() => setSheet(true)} />
      {collapsed ? (
        <SidebarRail onExpand={() => collapse(false)} />
      ) : (
        <aside className="hidden w-66 flex-none border-line border-r bg-sunken md:block">
          <Sidebar
            userName={user.name || user.email}
            conversations={conversations}
            workspaces={workspaces}
            workspace={workspace}
            onCollapse={() => collapse(true)}
            onHelp={() => setHelp(true)}
          />
        </aside>
      )}
      <Dialog open={sheet} onClose={() => setSheet(false)} title={texts.menu} shape="side">
        <Sidebar
          userName={user.name || user.email}
          conversations={conversations}
          workspaces={workspaces}
          workspace={workspace}
          onHelp={() => setHelp(true)}
        />
      </Dialog>
      <main id="main" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
        <OfflineNotice />
        {children}
      </main>
      <SignInAgainDialog userId={user.id} email={user.email} />
      <PaletteDialog onHelp={() => setHelp(true)} />
      <ShortcutsDialog open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
