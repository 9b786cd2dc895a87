import { Paperclip } from 'lucide-react';
import type { DeliveredAttachment } from '@/lib/protocol/attachment';
import { texts } from '../texts';

/** What this agent's model really got of the files that a person attached. */
export function FilesRow({ items }: { items: DeliveredAttachment[] }) {
  const whole = items.filter(({ note }) => !note);
  const less = items.filter(({ note }) => note);
  return (
    <div className="flex gap-2 text-muted text-xs">
      <Paperclip className="icon" aria-hidden />
      <div className="min-w-0 self-center break-words">
        {whole.length > 0 && <p>{texts.received(whole)}</p>}
        {less.map(({ id, name, as, note }) => (
          <p key={id} className="text-warn">
            {texts.receivedLess({ name, as }, note ?? '')}
          </p>
        ))}
      </div>
    </div>
  );
}
