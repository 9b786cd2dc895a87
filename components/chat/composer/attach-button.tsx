'use client';
import { Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { ACCEPTED } from '@/lib/browser/conversation/attachment-draft';
import { IconButton } from '../../ui/icon-button';
import { texts } from './texts';

/** Opens the system's file dialog. */
export function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton label={texts.attach} icon={Paperclip} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={texts.filesToAttach}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again after it was removed.
          event.target.value = '';
        }}
      />
    </>
  );
}
