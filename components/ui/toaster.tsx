'use client';
import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { dismissToast, toastStore } from '@/lib/client/toast';
import { IconButton } from './icon-button';

/** Short messages at the bottom of the window; they leave by themselves. */
export function Toaster() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get, toastStore.getServer);
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-28 z-50 flex flex-col items-center gap-2 px-4">
      {toasts.map((toast) => (
        <div
          key={toast.id}
          role={toast.kind === 'error' ? 'alert' : 'status'}
          className="appear pointer-events-auto flex max-w-read items-center gap-3 rounded-card border border-line bg-raised py-1.5 pr-1.5 pl-4 text-sm shadow-[0_4px_16px_var(--shadow)]"
        >
          <span className={toast.kind === 'error' ? 'text-danger' : ''}>{toast.text}</span>
          {toast.action && (
            <button
              type="button"
              className="rounded-control px-2 py-1 font-medium text-accent hover:bg-hover"
              onClick={() => {
                toast.action?.run();
                dismissToast(toast.id);
              }}
            >
              {toast.action.label}
            </button>
          )}
          <IconButton label="Dismiss" icon={X} onClick={() => dismissToast(toast.id)} />
        </div>
      ))}
    </div>
  );
}
