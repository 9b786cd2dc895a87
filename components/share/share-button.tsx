'use client';
import { Share2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { texts } from './button-texts';

const ShareSteps = dynamic(() => import('./share-steps').then((file) => file.ShareSteps), {
  loading: () => <p className="py-8 text-center text-muted text-sm">{texts.loading}</p>,
});

interface ShareButtonProps {
  conversationId: string;
  /** The end of the branch that is shown; absent = the server knows it. */
  leafId: string | undefined;
}

/** Opens what makes a link to the branch that is shown; its code is loaded then. */
export function ShareButton({ conversationId, leafId }: ShareButtonProps) {
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState<string>(texts.title);
  return (
    <>
      <Button
        look="quiet"
        size="sm"
        className="pointer-coarse:min-h-11"
        onClick={() => {
          setTitle(texts.title);
          setOpen(true);
        }}
      >
        <Share2 className="icon" aria-hidden />
        {texts.share}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title} shape="large">
        {open && (
          <div className="sm:w-[40rem] sm:max-w-full">
            <ShareSteps
              conversationId={conversationId}
              {...(leafId !== undefined && { leafId })}
              onTitle={setTitle}
              onClose={() => setOpen(false)}
            />
          </div>
        )}
      </Dialog>
    </>
  );
}
