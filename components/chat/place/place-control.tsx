'use client';
import { ChevronDown, FolderInput, Lock, Users } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { conversationActions } from '@/lib/browser/conversation/conversation-actions';
import type { WorkspaceChoice } from '@/lib/browser/ui/workspace';
import { Menu } from '../../ui/menu';
import type { MenuItem } from '../../ui/menu-entry';
import { texts } from './texts';

export interface Place {
  workspace: WorkspaceChoice;
  visibility: 'private' | 'workspace';
  mayPublish: boolean;
  targets: WorkspaceChoice[];
}

interface PlaceControlProps {
  conversationId: string;
  place: Place;
}

/** Says where the conversation lives and who sees it; publishes it there, or moves it, for whoever may. */
export function PlaceControl({
  conversationId,
  place: { workspace, visibility, mayPublish, targets },
}: PlaceControlProps) {
  const router = useRouter();
  const isShown = visibility === 'workspace';
  const name = nameOf(workspace);
  const words = (
    <>
      {isShown ? <Users className="icon" aria-hidden /> : <Lock className="icon" aria-hidden />}
      <span className="max-w-40 truncate">{texts.where(name, isShown)}</span>
    </>
  );
  async function change(work: Promise<boolean>) {
    if (await work) router.refresh();
  }
  const items: MenuItem[] = [
    ...(mayPublish
      ? [
          isShown
            ? {
                label: texts.hide,
                note: texts.hideNote,
                icon: Lock,
                onSelect: () => change(conversationActions.show(conversationId, 'private', texts.hidden)),
              }
            : {
                label: texts.publish(name),
                note: texts.publishNote,
                icon: Users,
                onSelect: () => change(conversationActions.show(conversationId, 'workspace', texts.published(name))),
              },
        ]
      : []),
    ...targets.map((target) => ({
      label: texts.move(nameOf(target)),
      note: target.personal ? texts.moveHomeNote : texts.moveNote,
      icon: FolderInput,
      onSelect: () => change(conversationActions.move(conversationId, target.id, texts.moved(nameOf(target)))),
    })),
  ];
  const look = 'inline-flex h-8 items-center gap-1.5 rounded-control px-2 text-muted text-sm pointer-coarse:min-h-11';
  if (items.length === 0) return <span className={look}>{words}</span>;
  return (
    <Menu
      title={texts.change}
      triggerClass={`${look} transition-colors duration-150 hover:bg-hover hover:text-text`}
      trigger={
        <>
          {words}
          <ChevronDown className="icon" aria-hidden />
        </>
      }
      items={items}
    />
  );
}

function nameOf({ name, personal }: WorkspaceChoice): string {
  return personal ? texts.personal : name;
}
