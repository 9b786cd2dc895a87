'use client';
import { conversationActions } from '@/lib/browser/conversation/conversation-actions';
import type { ConversationItem } from '@/lib/browser/conversation/read-conversations';
import { ExportDialog } from '../export/export-dialog';
import { ShareDialog } from '../share/share-dialog';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { LabelsDialog } from './labels-dialog';
import { SummaryDialog } from './summary-dialog';
import { texts } from './texts';

export type RowDialog = 'labels' | 'summary' | 'share' | 'export' | 'delete';

interface ConversationRowDialogsProps {
  item: ConversationItem;
  /** `null` = none is open. */
  open: RowDialog | null;
  /** Carries a change out; `leave` = its page is of no use afterwards. */
  onChange: (work: Promise<boolean>, leave?: boolean) => void;
  /** The server has taken a change of it. */
  onChanged: () => void;
  onClose: () => void;
}

/** What a row of the list asks in a dialog. They are not in the page before one of them is wanted: there are many rows. */
export function ConversationRowDialogs({ item, open, onChange, onChanged, onClose }: ConversationRowDialogsProps) {
  return (
    <>
      <LabelsDialog
        open={open === 'labels'}
        labels={item.labels}
        onSave={(labels) => onChange(conversationActions.label(item, labels))}
        onClose={onClose}
      />
      <SummaryDialog open={open === 'summary'} item={item} onChanged={onChanged} onClose={onClose} />
      <ShareDialog conversationId={item.id} open={open === 'share'} onClose={onClose} />
      <ExportDialog conversationId={item.id} open={open === 'export'} onClose={onClose} />
      <ConfirmDialog
        open={open === 'delete'}
        title={texts.deleteTitle}
        text={texts.deleteText(item.title)}
        action={texts.delete}
        onConfirm={() => onChange(conversationActions.remove(item), true)}
        onClose={onClose}
      />
    </>
  );
}
