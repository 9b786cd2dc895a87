'use client';
import type { LucideIcon } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cx } from './cx';

export interface MenuItem {
  label: string;
  /** One quiet line under the label. */
  note?: string;
  icon?: LucideIcon;
  tone?: 'danger';
  checked?: boolean;
  onSelect: () => void;
}

interface MenuProps {
  /** Accessible name of the trigger when its content is not text. */
  label?: string;
  trigger: ReactNode;
  triggerClass: string;
  title?: string;
  items: MenuItem[];
  align?: 'start' | 'end';
  side?: 'above' | 'below';
  /** The button gives way where there is little room. */
  shrinks?: boolean;
  onOpen?: () => void;
}

const GAP_PX = 4;
/** Room a list needs below its button before it opens above instead. */
const ROOM_PX = 220;
/** About as wide as a list is. */
const WIDTH_PX = 216;

/** Fixed to the window, so that no scrolling box around the button clips the list. */
function placeBeside(button: HTMLElement, align: 'start' | 'end', side: 'above' | 'below'): CSSProperties {
  const box = button.getBoundingClientRect();
  const above = side === 'above' || box.bottom + ROOM_PX > window.innerHeight;
  // A list that would leave the window hangs on the button's other edge.
  const fits = align === 'start' ? box.left + WIDTH_PX <= window.innerWidth : box.right >= WIDTH_PX;
  const fromLeft = (align === 'start') === fits;
  return {
    ...(above ? { bottom: window.innerHeight - box.top + GAP_PX } : { top: box.bottom + GAP_PX }),
    ...(fromLeft ? { left: box.left } : { right: window.innerWidth - box.right }),
  };
}

/** A button that opens a list of actions: arrows move, Enter chooses, Esc or a click elsewhere closes. */
export function Menu({
  label,
  trigger,
  triggerClass,
  title,
  items,
  align = 'end',
  side = 'below',
  shrinks = false,
  onOpen,
}: MenuProps) {
  const [place, setPlace] = useState<CSSProperties | null>(null);
  const open = place !== null;
  const root = useRef<HTMLDivElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    const outside = (event: PointerEvent) => !root.current?.contains(event.target as Node) && setPlace(null);
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  function close() {
    setPlace(null);
    root.current?.querySelector<HTMLElement>('button')?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!open) return;
    const entries = [...(root.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') close();
    else if (event.key === 'Tab') setPlace(null);
    else if (step) entries[(at + step + entries.length) % entries.length]?.focus();
    else return;
    if (event.key !== 'Tab') {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside.
    <div ref={root} className={cx('relative', shrinks ? 'min-w-0' : 'flex-none')} onKeyDown={onKeyDown}>
      <button
        type="button"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={label}
        title={title ?? label}
        className={triggerClass}
        onClick={(event) => {
          if (!open) onOpen?.();
          setPlace(open ? null : placeBeside(event.currentTarget, align, side));
        }}
      >
        {trigger}
      </button>
      {open && (
        <div
          id={id}
          role="menu"
          style={place}
          className="appear fixed z-40 max-h-80 min-w-52 max-w-[min(20rem,90vw)] overflow-y-auto rounded-card border border-line bg-raised p-1 shadow-[0_8px_24px_var(--shadow)]"
        >
          {items.map(({ label: text, note, icon: Icon, tone, checked, onSelect }) => (
            // biome-ignore lint/a11y/useAriaPropsSupportedByRole: aria-checked is only set with the role menuitemradio.
            <button
              key={text}
              type="button"
              role={checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={checked}
              tabIndex={-1}
              onClick={() => {
                close();
                onSelect();
              }}
              className={cx(
                'flex w-full items-start gap-2.5 rounded-control px-2.5 py-1.5 text-left text-sm hover:bg-hover focus:bg-hover focus:outline-none',
                tone === 'danger' && 'text-danger',
              )}
            >
              {Icon && <Icon className="icon mt-0.5" aria-hidden />}
              <span className="min-w-0 flex-1">
                <span className={cx('block truncate', checked && 'font-medium')}>{text}</span>
                {note && <span className="block text-muted text-xs">{note}</span>}
              </span>
              {checked && <span className="mt-1.5 size-2 flex-none rounded-full bg-accent" aria-hidden />}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
