'use client';
import { X } from 'lucide-react';
import { type ToastMessage, waitingToasts } from '@/lib/browser/ui/toast';
import { IconButton } from './icon-button';
import { texts } from './texts';
import { TOAST_ACTION, TOAST_BOX, TOAST_PLACE } from './toast-look';

/** Messages without the region's code, which could not be loaded: the server is away, and the message may well say so. They stay until dismissed. */
export function PlainToasts({ messages }: { messages: ToastMessage[] }) {
  return (
    <div role="alert" className={TOAST_PLACE}>
      {messages.map(({ id, text, kind, action }) => (
        <div key={id} className={TOAST_BOX}>
          <span className={kind === 'error' ? 'text-danger' : ''}>{text}</span>
          {action && (
            <button
              type="button"
              className={TOAST_ACTION}
              onClick={() => {
                action.run();
                waitingToasts.take(id);
              }}
            >
              {action.label}
            </button>
          )}
          <IconButton label={texts.dismiss} icon={X} onClick={() => waitingToasts.take(id)} />
        </div>
      ))}
    </div>
  );
}
