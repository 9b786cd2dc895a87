import dynamic from 'next/dynamic';
import type { AttachmentRef } from '@/lib/protocol/attachment';
import { PlainText } from '../ui/plain-text';
import { CutText } from './cut-text';
import { texts } from './texts';

/** Most questions come without files. */
const MessageAttachments = dynamic(() => import('./message-attachments').then((file) => file.MessageAttachments));

interface UserMessageProps {
  text: string;
  /** The name of somebody else who asked. */
  askedBy: string | null;
  cutFrom: number | null;
  readWhole: () => Promise<string>;
  attachments: AttachmentRef[];
}

/** What the person asked, as they wrote it, under what they attached. */
export function UserMessage({ text, askedBy, cutFrom, readWhole, attachments }: UserMessageProps) {
  return (
    <div className="mx-auto flex w-full max-w-read flex-col items-end gap-2">
      <h2 className={askedBy === null ? 'sr-only' : '-mb-1 px-1 text-muted text-xs'}>{askedBy ?? texts.you}</h2>
      {attachments.length > 0 && <MessageAttachments attachments={attachments} />}
      {text.trim() !== '' && (
        <div className="max-w-[85%] rounded-2xl rounded-br-md bg-hover px-4 py-2.5 forced-colors:border">
          <CutText text={text} cutFrom={cutFrom} readWhole={readWhole}>
            {(shown) => (
              <p dir="auto" className="whitespace-pre-wrap break-words [unicode-bidi:plaintext]">
                <PlainText text={shown} />
              </p>
            )}
          </CutText>
        </div>
      )}
    </div>
  );
}
