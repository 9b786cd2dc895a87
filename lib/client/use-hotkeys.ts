import { useEffect, useRef } from 'react';

const SEQUENCE_MS = 1200;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=range]), textarea, select, [contenteditable]') !== null
  );
}

/**
 * Single keys (lower case) and two-key sequences (`'g a'`), silent while somebody types or a dialog is open.
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
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const key = event.key.toLowerCase();
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
