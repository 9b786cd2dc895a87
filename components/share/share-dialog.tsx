'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Dialog } from '../ui/dialog';
import { texts } from './button-texts';

const ShareSteps = dynamic(() => import('./share-steps').then((file) => file.ShareSteps), {
  loading: () => <p className="py-8 text-center text-muted text-sm">{texts.loading}</p>,
});

interface ShareDialogProps {
  conversationId: string;
  /** The end of the branch that is shown; absent = the server knows it. */
  leafId?: string | undefined;
  open: boolean;
  onClose: () => void;
}

/** What makes a link to a conversation; its code is loaded then. */
export function ShareDialog({ conversationId, leafId, open, onClose }: ShareDialogProps) {
  const [title, setTitle] = useState<string>(texts.title);

  function close() {
    setTitle(texts.title);
    onClose();
  }
  return (
    <Dialog open={open} onClose={close} title={title} shape="large">
      {open && (
        <div className="sm:w-[40rem] sm:max-w-full">
          <ShareSteps
            conversationId={conversationId}
            {...(leafId !== undefined && { leafId })}
            onTitle={setTitle}
            onClose={close}
          />
        </div>
      )}
    </Dialog>
  );
}
