import { Paperclip } from 'lucide-react';
import { listWords } from '@/lib/client/format';
import type { AttachmentForm, DeliveredAttachment } from '@/lib/protocol/attachment';

const FORM: Record<AttachmentForm, string> = {
  image: 'as an image',
  document: 'as a document',
  text: 'as text',
  mention: 'by name only',
};

/** What this agent's model really got of the files that a person attached. */
export function FilesRow({ items }: { items: DeliveredAttachment[] }) {
  const whole = items.filter(({ note }) => !note);
  const less = items.filter(({ note }) => note);
  return (
    <div className="flex gap-2 text-muted text-xs">
      <Paperclip className="icon" aria-hidden />
      <div className="min-w-0 self-center break-words">
        {whole.length > 0 && <p>Got {listWords(whole.map(({ name, as }) => `${name} ${FORM[as]}`))}</p>}
        {less.map(({ id, name, as, note }) => (
          <p key={id} className="text-warn">
            Got {name} {FORM[as]}: {note}
          </p>
        ))}
      </div>
    </div>
  );
}
