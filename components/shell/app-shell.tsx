'use client';
import { usePathname, useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useState } from 'react';
import type { ConversationItem } from '@/lib/client/read-conversations';
import { setCookie } from '@/lib/client/set-cookie';
import { SIDEBAR_COOKIE } from '@/lib/client/sidebar';
import { useHotkeys } from '@/lib/client/use-hotkeys';
import { Dialog } from '../ui/dialog';
import { PhoneBar } from './phone-bar';
import { ShortcutsDialog } from './shortcuts-dialog';
import { Sidebar } from './sidebar';
import { SidebarRail } from './sidebar-rail';

interface AppShellProps {
  userName: string;
  conversations: ConversationItem[];
  collapsed: boolean;
  children: ReactNode;
}

/** The frame of every page behind sign-in: sidebar, rail when collapsed, sheet on a phone. */
export function AppShell({ userName, conversations, collapsed: initiallyCollapsed, children }: AppShellProps) {
  const router = useRouter();
  const path = usePathname();
  const [collapsed, setCollapsed] = useState(initiallyCollapsed);
  const [sheet, setSheet] = useState(false);
  const [help, setHelp] = useState(false);

  function collapse(next: boolean) {
    setCollapsed(next);
    setCookie(SIDEBAR_COOKIE, next ? 'collapsed' : 'open');
  }
  useHotkeys({ '?': () => setHelp(true), n: () => router.push('/'), b: () => collapse(!collapsed) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet closes whenever another page is shown.
  useEffect(() => setSheet(false), [path]);

  return (
    <div className="flex h-dvh flex-col overflow-clip md:flex-row">
      <a
        href="#main"
        className="sr-only z-50 rounded-control bg-raised px-3 py-2 focus:not-sr-only focus:absolute focus:top-2 focus:left-2"
      >
        Skip to the page
      </a>
      <PhoneBar onMenu={() => setSheet(true)} />
      {collapsed ? (
        <SidebarRail onExpand={() => collapse(false)} />
      ) : (
        <aside className="hidden w-66 flex-none border-line border-r bg-sunken md:block">
          <Sidebar
            userName={userName}
            conversations={conversations}
            onCollapse={() => collapse(true)}
            onHelp={() => setHelp(true)}
          />
        </aside>
      )}
      <Dialog open={sheet} onClose={() => setSheet(false)} title="Menu" shape="side">
        <Sidebar userName={userName} conversations={conversations} onHelp={() => setHelp(true)} />
      </Dialog>
      <main id="main" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
        {children}
      </main>
      <ShortcutsDialog open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
