'use client';
import { PanelLeftOpen, SquarePen } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { IconButton } from '../ui/icon-button';
import { texts } from './texts';

/** What is left of the collapsed sidebar. */
export function SidebarRail({ onExpand }: { onExpand: () => void }) {
  const router = useRouter();
  return (
    <aside className="hidden w-12 flex-none flex-col items-center gap-1 border-line border-r bg-sunken py-2.5 md:flex">
      <IconButton label={texts.showSidebar} shortcut="b" icon={PanelLeftOpen} onClick={onExpand} />
      <IconButton label={texts.newChat} shortcut="n" icon={SquarePen} onClick={() => router.push('/')} />
    </aside>
  );
}
