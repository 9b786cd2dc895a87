import { useEffect, useRef } from 'react';
import { shortcutsAreOn } from './shortcuts';

const SEQUENCE_MS = 1200;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [contenteditable]') !==
      null
  );
}

/** A menu, a list of suggestions or a dialog is open: letters look for an entry there, Esc closes it. */
function isBusyElsewhere(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]') !== null;
}

/**
 * Single keys (lower case) and two-key sequences (`'g a'`), silent while somebody types or a dialog or menu is open. Letters, digits and signs
 * are silent too where a person has switched them off; keys with names, such as `escape`, are not.
 * A handler that answers `false` leaves the key to others. The handlers may change at every render.
 */
export function useHotkeys(keys: Record<string, () => unknown>, enabled = true): void {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    if (!enabled) return;
    let prefix = '';
    let prefixAt = 0;
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (isTyping(event.target) || isBusyElsewhere()) return;
      const key = event.key.toLowerCase();
      if (key.length === 1 && !shortcutsAreOn()) return;
      const sequence = prefix && event.timeStamp - prefixAt < SEQUENCE_MS ? `${prefix} ${key}` : key;
      prefix = key;
      prefixAt = event.timeStamp;
      const handler = current.current[sequence] ?? current.current[key];
      if (!handler) return;
      if (handler() === false) return;
      event.preventDefault();
      prefix = '';
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [enabled]);
}
