'use client';
import { Menu as Base } from '@base-ui/react/menu';
import { type RefObject, useEffect, useRef } from 'react';
import { cx } from './cx';
import { MenuEntry, type MenuItem } from './menu-entry';

/** What has the focus when a menu opens: its first entry, its last one, or the list, of which no entry is chosen yet. */
export type MenuStart = 'first' | 'last' | 'list';

interface MenuListProps {
  id: string;
  /** What has opened it; it stands there, and the focus goes back to it. */
  button: RefObject<HTMLButtonElement | null>;
  /** `null` = closed. */
  start: MenuStart | null;
  items: MenuItem[];
  align: 'start' | 'end';
  side: 'above' | 'below';
  onClose: () => void;
}

const GAP_PX = 4;

/** The list of a menu. */
export function MenuList({ id, button, start, items, align, side, onClose }: MenuListProps) {
  const popup = useRef<HTMLDivElement>(null);
  const isChoice = items.some(({ checked }) => checked !== undefined);
  const entries = items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two teams may have one name.
    <MenuEntry key={`${index} ${item.label}`} item={item} value={index} />
  ));
  /** Something that an entry has opened has the focus already. */
  function isFocusTaken(): boolean {
    const focused = document.activeElement;
    return focused !== null && focused !== document.body && !popup.current?.contains(focused);
  }
  return (
    <Base.Root
      modal={false}
      open={start !== null}
      onOpenChange={(open, change) => {
        if (open) return;
        // A press on the button is the button's own affair.
        if (change.event.target instanceof Node && button.current?.contains(change.event.target)) change.cancel();
        else onClose();
      }}
    >
      <Base.Portal>
        <Base.Positioner
          anchor={button}
          side={side === 'above' ? 'top' : 'bottom'}
          align={align}
          sideOffset={GAP_PX}
          collisionPadding={GAP_PX}
          className="z-50 outline-none"
        >
          <Base.Popup
            ref={popup}
            id={id}
            finalFocus={() => (isFocusTaken() ? false : button.current)}
            className={cx(
              'appear max-h-[min(20rem,var(--available-height))] min-w-52 max-w-[min(20rem,90vw)] overflow-y-auto outline-none',
              'rounded-card border border-line bg-raised p-1 shadow-[0_8px_24px_var(--shadow)]',
            )}
          >
            {start && <FocusAtStart start={start} />}
            {isChoice ? (
              <Base.RadioGroup value={items.findIndex(({ checked }) => checked)}>{entries}</Base.RadioGroup>
            ) : (
              entries
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Moves the focus when the list around it has just opened. */
function FocusAtStart({ start }: { start: MenuStart }) {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (start === 'list') return;
    // After the list itself has taken the focus.
    const frame = requestAnimationFrame(() => {
      const found = mark.current?.parentElement?.querySelectorAll<HTMLElement>('[role^=menuitem]');
      found?.item(start === 'first' ? 0 : found.length - 1)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [start]);
  return <span ref={mark} hidden />;
}
