'use client';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { loadedPart, useLoaded } from '@/lib/browser/ui/use-loaded';
import type { MenuItem } from './menu-entry';
import type { MenuStart } from './menu-list';

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
  /** Somebody is about to open it, or has opened it. */
  onApproach?: () => void;
}

const menuList = loadedPart(async () => (await import('./menu-list')).MenuList);

/**
 * A button that opens a list of actions: arrows, Home, End and first letters move, Enter chooses, Esc or a click elsewhere closes.
 * The list's code is loaded when somebody approaches the first such button.
 */
export function Menu({
  label,
  trigger,
  triggerClass,
  title,
  items,
  align = 'end',
  side = 'below',
  shrinks = false,
  onApproach,
}: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [approached, setApproached] = useState(false);
  /** Where its list begins; `null` while it is closed. */
  const [start, setStart] = useState<MenuStart | null>(null);
  const close = () => setStart(null);
  const List = useLoaded(menuList, approached || start !== null, close);

  function approach() {
    setApproached(true);
    onApproach?.();
  }
  function open(from: MenuStart) {
    approach();
    setStart(from);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    open(event.key === 'ArrowDown' ? 'first' : 'last');
  }

  return (
    <div className={shrinks ? 'min-w-0' : 'flex-none'}>
      <button
        ref={button}
        type="button"
        aria-label={label}
        title={title ?? label}
        aria-haspopup="menu"
        aria-expanded={start !== null}
        aria-controls={start === null ? undefined : id}
        className={triggerClass}
        onPointerEnter={approach}
        onFocus={approach}
        // A click without a pointer (`detail` 0) is a key.
        onClick={({ detail }) => (start === null ? open(detail === 0 ? 'first' : 'list') : close())}
        onKeyDown={onKeyDown}
      >
        {trigger}
      </button>
      {List && <List id={id} button={button} start={start} items={items} align={align} side={side} onClose={close} />}
    </div>
  );
}
