import type { AttachmentRef } from '@/lib/protocol/attachment';
import { MessageAttachments } from './message-attachments';

/** What the person asked, as they wrote it, under what they attached. */
export function UserMessage({ text, attachments }: { text: string; attachments: AttachmentRef[] }) {
  return (
    <div className="mx-auto flex w-full max-w-read flex-col items-end gap-2">
      <h2 className="sr-only">You</h2>
      <MessageAttachments attachments={attachments} />
      {text.trim() !== '' && (
        <p className="max-w-[85%] whitespace-pre-wrap break-words rounded-2xl rounded-br-md bg-hover px-4 py-2.5">
          {text}
        </p>
      )}
    </div>
  );
}
