'use client';
import {
  Archive,
  ArchiveRestore,
  Download,
  Ellipsis,
  Pencil,
  Pin,
  PinOff,
  Share2,
  Tag,
  Text,
  Trash2,
  Users,
} from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { memo, useEffect, useRef, useState } from 'react';
import { conversationActions } from '@/lib/browser/conversation/conversation-actions';
import type { ConversationItem } from '@/lib/browser/conversation/read-conversations';
import { useFocusNeighbour } from '@/lib/browser/ui/use-focus-neighbour';
import { cx } from '../ui/cx';
import { IntentLink } from '../ui/intent-link';
import { Menu } from '../ui/menu';
import { PlainText } from '../ui/plain-text';
import { ConversationRowDialogs, type RowDialog } from './conversation-row-dialogs';
import { texts } from './texts';
import { TitleInput } from './title-input';

interface ConversationRowProps {
  item: ConversationItem;
  archived: boolean;
  /** The server has taken a change of it. */
  onChanged: () => void;
}

/** One conversation: open it, see whether it runs, rename, archive or restore, or delete it. Drawn anew when something of it has changed, not with the list. */
export const ConversationRow = memo(function ConversationRow({ item, archived, onChanged }: ConversationRowProps) {
  const router = useRouter();
  const here = usePathname() === `/c/${item.id}`;
  const [renaming, setRenaming] = useState(false);
  /** Which dialog is open; undefined = none ever was. */
  const [dialog, setDialog] = useState<RowDialog | null>();
  const row = useRef<HTMLLIElement>(null);
  useFocusNeighbour(row);

  const ownsFocus = useRef(false);
  useEffect(() => {
    // The title's box is gone: back to where renaming was chosen.
    if (!renaming && ownsFocus.current) row.current?.querySelector('button')?.focus();
    ownsFocus.current = false;
  }, [renaming]);

  async function change(work: Promise<boolean>, leave = false) {
    if (!(await work)) return;
    onChanged();
    if (leave && here) router.push('/');
  }

  if (renaming) {
    return (
      <li ref={row}>
        <TitleInput
          title={item.title}
          onDone={(title, byKey) => {
            ownsFocus.current = byKey;
            setRenaming(false);
            if (title) void change(conversationActions.rename(item, title));
          }}
        />
      </li>
    );
  }
  return (
    <li
      ref={row}
      className={cx(
        'group relative flex items-center rounded-control transition-colors duration-150 hover:bg-hover',
        here && 'bg-hover',
      )}
    >
      <IntentLink
        href={`/c/${item.id}`}
        aria-current={here ? 'page' : undefined}
        title={item.summary ? texts.titleAndSummary(item.title, item.summary) : item.title}
        className={cx(
          'flex h-8 min-w-0 flex-1 items-center gap-2 rounded-control pl-2.5 text-sm',
          (here || item.unread) && 'font-medium',
        )}
      >
        <span dir="auto" className="truncate text-start">
          <PlainText text={item.title} />
        </span>
        {item.unread && !item.running && !here && (
          <span className="size-2 flex-none rounded-full bg-accent" title={texts.unread}>
            <span className="sr-only">{texts.unreadSpoken}</span>
          </span>
        )}
        {item.visibility === 'workspace' && (
          <Users className="icon flex-none text-muted" aria-label={texts.published} />
        )}
        {item.pinned && <Pin className="icon flex-none text-muted" aria-label={texts.pinned} />}
        {item.running && (
          <span className="breathe size-2 flex-none rounded-full bg-accent" title={texts.running}>
            <span className="sr-only">{texts.runningSpoken}</span>
          </span>
        )}
      </IntentLink>
      <div className="opacity-0 transition-opacity duration-150 focus-within:opacity-100 group-hover:opacity-100 has-aria-expanded:opacity-100 [@media(hover:none)]:opacity-100">
        <Menu
          label={texts.actions(item.title)}
          trigger={<Ellipsis className="icon" aria-hidden />}
          triggerClass="grid size-8 place-items-center rounded-control text-muted hover:text-text"
          items={[
            {
              label: item.pinned ? texts.unpin : texts.pin,
              icon: item.pinned ? PinOff : Pin,
              onSelect: () => change(conversationActions.pin(item, !item.pinned)),
            },
            { label: texts.rename, icon: Pencil, onSelect: () => setRenaming(true) },
            { label: texts.summary, icon: Text, onSelect: () => setDialog('summary') },
            { label: texts.labels, icon: Tag, onSelect: () => setDialog('labels') },
            { label: texts.share, icon: Share2, onSelect: () => setDialog('share') },
            { label: texts.export, icon: Download, onSelect: () => setDialog('export') },
            archived
              ? {
                  label: texts.restore,
                  icon: ArchiveRestore,
                  onSelect: () => change(conversationActions.restore(item)),
                }
              : {
                  label: texts.archive,
                  icon: Archive,
                  onSelect: () => change(conversationActions.archive(item), true),
                },
            { label: texts.delete, icon: Trash2, tone: 'danger', onSelect: () => setDialog('delete') },
          ]}
        />
      </div>
      {dialog !== undefined && (
        <ConversationRowDialogs
          item={item}
          open={dialog}
          onChange={change}
          onChanged={onChanged}
          onClose={() => setDialog(null)}
        />
      )}
    </li>
  );
});
