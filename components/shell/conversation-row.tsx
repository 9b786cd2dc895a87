'use client';
import { Archive, ArchiveRestore, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import { useState } from 'react';
import { conversationActions } from '@/lib/client/conversation-actions';
import type { ConversationItem } from '@/lib/client/read-conversations';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { cx } from '../ui/cx';
import { Menu } from '../ui/menu';
import { TitleInput } from './title-input';

interface ConversationRowProps {
  item: ConversationItem;
  archived: boolean;
  /** The server has taken a change of it. */
  onChanged: () => void;
}

/** One conversation: open it, see whether it runs, rename, archive or restore, or delete it. */
export function ConversationRow({ item, archived, onChanged }: ConversationRowProps) {
  const router = useRouter();
  const here = usePathname() === `/c/${item.id}`;
  const [renaming, setRenaming] = useState(false);
  const [deleting, setDeleting] = useState(false);

  async function change(work: Promise<boolean>, leave = false) {
    if (!(await work)) return;
    onChanged();
    if (leave && here) router.push('/');
  }

  if (renaming) {
    return (
      <li>
        <TitleInput
          title={item.title}
          onDone={(title) => {
            setRenaming(false);
            if (title) void change(conversationActions.rename(item, title));
          }}
        />
      </li>
    );
  }
  return (
    <li
      className={cx(
        'group relative flex items-center rounded-control transition-colors duration-150 hover:bg-hover',
        here && 'bg-hover',
      )}
    >
      <Link
        href={`/c/${item.id}`}
        aria-current={here ? 'page' : undefined}
        title={item.title}
        className={cx(
          'flex h-8 min-w-0 flex-1 items-center gap-2 rounded-control pl-2.5 text-sm',
          here && 'font-medium',
        )}
      >
        <span className="truncate">{item.title}</span>
        {item.running && (
          <span className="breathe size-2 flex-none rounded-full bg-accent" title="A run goes on">
            <span className="sr-only">, running</span>
          </span>
        )}
      </Link>
      <div className="opacity-0 transition-opacity duration-150 focus-within:opacity-100 group-hover:opacity-100 has-aria-expanded:opacity-100 [@media(hover:none)]:opacity-100">
        <Menu
          label={`Actions for ${item.title}`}
          trigger={<Ellipsis className="icon" aria-hidden />}
          triggerClass="grid size-8 place-items-center rounded-control text-muted hover:text-text"
          items={[
            { label: 'Rename', icon: Pencil, onSelect: () => setRenaming(true) },
            archived
              ? { label: 'Restore', icon: ArchiveRestore, onSelect: () => change(conversationActions.restore(item)) }
              : { label: 'Archive', icon: Archive, onSelect: () => change(conversationActions.archive(item), true) },
            { label: 'Delete', icon: Trash2, tone: 'danger', onSelect: () => setDeleting(true) },
          ]}
        />
      </div>
      <ConfirmDialog
        open={deleting}
        title="Delete this conversation?"
        text={`“${item.title}” with all its messages, runs and logs will be gone for good.`}
        action="Delete"
        onConfirm={() => change(conversationActions.remove(item), true)}
        onClose={() => setDeleting(false)}
      />
    </li>
  );
}
