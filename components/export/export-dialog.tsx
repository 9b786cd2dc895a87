'use client';
import { loadedPart, useLoaded } from '@/lib/browser/ui/use-loaded';
import { Dialog } from '../ui/dialog';
import { texts } from './dialog-title-texts';

const form = loadedPart(async () => (await import('./export-form')).ExportForm);

interface ExportDialogProps {
  conversationId: string;
  open: boolean;
  onClose: () => void;
}

/** Takes a conversation along as a file. Its code is loaded when it is first opened. */
export function ExportDialog({ conversationId, open, onClose }: ExportDialogProps) {
  const Form = useLoaded(form, open, onClose);
  return (
    <Dialog open={open && Form !== null} onClose={onClose} title={texts.title}>
      {Form && <Form conversationId={conversationId} onClose={onClose} />}
    </Dialog>
  );
}
