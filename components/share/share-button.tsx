'use client';
import { Share2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button';
import { texts } from './button-texts';
import { ShareDialog } from './share-dialog';

interface ShareButtonProps {
  conversationId: string;
  /** The end of the branch that is shown; absent = the server knows it. */
  leafId: string | undefined;
}

/** Opens what makes a link to the branch that is shown. */
export function ShareButton({ conversationId, leafId }: ShareButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" size="sm" className="pointer-coarse:min-h-11" onClick={() => setOpen(true)}>
        <Share2 className="icon" aria-hidden />
        {texts.share}
      </Button>
      <ShareDialog conversationId={conversationId} leafId={leafId} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
