'use client';
import { Keyboard, PanelLeftClose, Search, Settings, SquarePen, Users } from 'lucide-react';
import type { ConversationItem } from '@/lib/browser/conversation/read-conversations';
import type { WorkspaceChoice } from '@/lib/browser/ui/workspace';
import { IconButton } from '../ui/icon-button';
import { IntentLink } from '../ui/intent-link';
import { ConversationList } from './conversation-list';
import { SidebarLink } from './sidebar-link';
import { texts } from './texts';
import { Wordmark } from './wordmark';
import { WorkspaceSwitch } from './workspace-switch';

interface SidebarProps {
  userName: string;
  conversations: ConversationItem[];
  workspaces: WorkspaceChoice[];
  workspace: string;
  /** Absent in the phone's sheet. */
  onCollapse?: () => void;
  onHelp: () => void;
}

/** New chat, the conversations, teams and settings. */
export function Sidebar({ userName, conversations, workspaces, workspace, onCollapse, onHelp }: SidebarProps) {
  return (
    <div className="flex h-full flex-col">
      <div className="flex h-13 flex-none items-center justify-between pr-2 pl-4">
        <IntentLink href="/" className="rounded-control">
          <Wordmark />
        </IntentLink>
        {onCollapse && <IconButton label={texts.hideSidebar} shortcut="b" icon={PanelLeftClose} onClick={onCollapse} />}
      </div>
      <WorkspaceSwitch workspaces={workspaces} current={workspace} />
      <div className="flex-none px-2">
        <SidebarLink href="/" icon={SquarePen} label={texts.newChat} title={texts.newChatTitle} />
        <SidebarLink href="/search" icon={Search} label={texts.allConversations} title={texts.allConversationsTitle} />
      </div>
      <ConversationList initial={conversations} />
      <div className="pad-safe-bottom flex-none border-line border-t px-2 pt-2">
        <SidebarLink href="/teams" icon={Users} label={texts.teams} />
        <SidebarLink href="/settings" icon={Settings} label={texts.settings} />
        <div className="flex items-center gap-1 pl-2.5">
          <span className="min-w-0 flex-1 truncate text-muted text-xs" title={userName}>
            {userName}
          </span>
          <IconButton label={texts.shortcuts} shortcut="?" icon={Keyboard} onClick={onHelp} />
        </div>
      </div>
    </div>
  );
}
