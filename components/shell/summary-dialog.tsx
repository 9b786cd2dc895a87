'use client';
import { conversationActions } from '@/lib/browser/conversation/conversation-actions';
import type { ConversationItem } from '@/lib/browser/conversation/read-conversations';
import { loadedPart, useLoaded } from '@/lib/browser/ui/use-loaded';
import { Dialog } from '../ui/dialog';
import { texts } from './texts';

const form = loadedPart(async () => (await import('./summary-form')).SummaryForm);

interface SummaryDialogProps {
  open: boolean;
  item: ConversationItem;
  /** The server has taken another one. */
  onChanged: () => void;
  onClose: () => void;
}

/** What a conversation is about, to be read and worded anew. */
export function SummaryDialog({ open, item, onChanged, onClose }: SummaryDialogProps) {
  const Form = useLoaded(form, open, onClose);
  return (
    <Dialog open={open && Form !== null} onClose={onClose} title={texts.summaryTitle}>
      {Form && (
        <Form
          title={item.title}
          summary={item.summary}
          onSave={async (summary) => {
            onClose();
            if (await conversationActions.summarise(item, summary)) onChanged();
          }}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}
