'use client';
import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { cx } from './cx';
import { texts } from './texts';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** `large` takes most of the window; `side` slides in from the left; all become a sheet from below on a phone unless `side`. */
  shape?: 'centre' | 'large' | 'side';
  children: ReactNode;
}

const SHEET = 'inset-x-0 bottom-0 w-full rounded-t-2xl sm:inset-0 sm:m-auto sm:h-fit sm:rounded-card';
const SHAPE = {
  centre: `${SHEET} max-h-[85dvh] animate-[rise_160ms_ease-out] sm:w-[28rem]`,
  large: `${SHEET} max-h-[95dvh] sm:w-fit sm:min-w-80 sm:max-w-[90vw]`,
  side: 'inset-y-0 left-0 h-dvh w-72 max-w-[90vw] border-y-0 border-l-0',
};

/** What somebody opens a dialog for: to write, or to choose. */
const FIELD =
  ':is(textarea, select, input:not([type=radio], [type=checkbox]), input[type=radio]:checked):not(:disabled)';
const CONTROL = ':is(a[href], button, input):not(:disabled)';

/** A modal dialog: focus is kept inside and goes back to where it came from; Esc and a click beside it close it. */
export function DialogWindow({
  open,
  onClose,
  title,
  shape = 'centre',
  children,
  opener,
}: DialogProps & { opener: HTMLElement | null }) {
  const content = useRef<HTMLDivElement>(null);
  /** Never the way out where there is something to fill in: what is typed at once would end there. */
  function firstFocus(): HTMLElement | true {
    return content.current?.querySelector<HTMLElement>(shape === 'side' ? CONTROL : FIELD) ?? true;
  }
  /** Base UI would give the focus to the first control inside something that only scripts focus, such as an agent's card. */
  function giveFocusBack(): boolean {
    if (!opener?.isConnected || opener.tabIndex >= 0) return true;
    opener.focus({ preventScroll: true });
    return false;
  }
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[oklch(0_0_0/0.32)]" />
        <Base.Popup
          initialFocus={firstFocus}
          finalFocus={giveFocusBack}
          className={cx(
            'fixed z-40 flex flex-col border border-line bg-raised shadow-[0_12px_40px_var(--shadow)]',
            SHAPE[shape],
          )}
        >
          <header
            className={cx(
              'flex items-center justify-between gap-4 py-2 pr-2 pl-5',
              // Beside what stands at its top anyway.
              shape === 'side' && 'absolute top-0 right-0 z-10 py-1!',
            )}
          >
            <Base.Title className={shape === 'side' ? 'sr-only' : 'min-w-0 truncate font-semibold text-base'}>
              {title}
            </Base.Title>
            {/* No tooltip of the page's own: it would take the first Esc for itself. */}
            <Base.Close
              aria-label={texts.close}
              title={texts.closeTitle}
              className="grid size-8 flex-none place-items-center rounded-control text-muted transition-colors duration-150 hover:bg-hover hover:text-text"
            >
              <X className="icon" aria-hidden />
            </Base.Close>
          </header>
          <div ref={content} className={cx('min-h-0 flex-1 overflow-y-auto', shape !== 'side' && 'px-5 pt-1 pb-5')}>
            {children}
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
