'use client';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { cx } from './cx';
import { IconButton } from './icon-button';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** `large` takes most of the window; `side` slides in from the left; all become a sheet from below on a phone unless `side`. */
  shape?: 'centre' | 'large' | 'side';
  children: ReactNode;
}

/** The platform's modal dialog: focus is kept inside, Esc and a click beside it close it. */
export function Dialog({ open, onClose, title, shape = 'centre', children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    const dialog = ref.current;
    return () => {
      // The browser gives the focus back only to what closes, not to what is taken away with its dialog.
      const now = document.activeElement;
      const isLost = now === null || now === document.body || dialog?.contains(now);
      if (isLost && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [open]);

  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog by itself; the click is for the backdrop.
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
      className={cx(
        'fixed border border-line bg-raised p-0 shadow-[0_12px_40px_var(--shadow)]',
        shape === 'centre' &&
          'inset-x-0 top-auto bottom-0 m-0 w-full max-w-none rounded-t-2xl sm:inset-0 sm:m-auto sm:h-fit sm:w-[28rem] sm:rounded-card open:animate-[rise_160ms_ease-out]',
        shape === 'large' &&
          'inset-x-0 top-auto bottom-0 m-0 w-full max-w-none rounded-t-2xl sm:inset-0 sm:m-auto sm:h-fit sm:w-fit sm:min-w-80 sm:max-w-[90vw] sm:rounded-card',
        shape === 'side' && 'inset-y-0 left-0 m-0 h-dvh max-h-none w-72 rounded-none border-y-0 border-l-0',
      )}
    >
      {open && (
        <div
          className={cx(
            'flex flex-col',
            shape === 'large' ? 'max-h-[95dvh]' : 'max-h-[85dvh]',
            shape === 'side' && 'h-full max-h-none',
          )}
        >
          <header
            className={cx('flex items-center justify-between gap-4 py-2 pr-2 pl-5', shape === 'side' && 'sr-only')}
          >
            <h2 id={titleId} className="min-w-0 truncate font-semibold text-base">
              {title}
            </h2>
            <IconButton label="Close" shortcut="Esc" icon={X} onClick={onClose} />
          </header>
          <div className={cx('min-h-0 flex-1 overflow-y-auto', shape !== 'side' && 'px-5 pb-5')}>{children}</div>
        </div>
      )}
    </dialog>
  );
}
