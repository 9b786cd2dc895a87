import { useCallback, useEffect, useState } from 'react';

/** How long a pointer rests before a tooltip comes, ms. */
const REST_MS = 500;
/** Time to move from the element onto its tooltip, ms. */
const LEAVE_MS = 150;

/**
 * The element with a `data-tooltip` whose tooltip is to be seen: the mouse rests on it or on the tooltip itself, or the keyboard has
 * moved the focus to it. A press takes it away.
 */
export function useTooltipTarget(): { target: HTMLElement | null; close(): void } {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const close = useCallback(() => setTarget(null), []);

  useEffect(() => {
    let pending: HTMLElement | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    function later(next: HTMLElement | null, ms: number) {
      clearTimeout(timer);
      pending = next;
      timer = setTimeout(() => setTarget(next), ms);
    }
    function onOver({ target: over, pointerType }: PointerEvent) {
      if (pointerType !== 'mouse' || !(over instanceof Element)) return;
      if (over.closest('[data-tooltip-popup]')) return clearTimeout(timer);
      const next = over.closest<HTMLElement>('[data-tooltip]');
      if (next !== pending) later(next, next ? REST_MS : LEAVE_MS);
    }
    function onFocus({ target: focused }: FocusEvent) {
      if (!(focused instanceof HTMLElement) || !focused.dataset.tooltip || !focused.matches(':focus-visible')) return;
      later(focused, 0);
    }
    function hide() {
      clearTimeout(timer);
      setTarget(null);
    }
    document.addEventListener('pointerover', onOver);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', hide);
    document.addEventListener('pointerdown', hide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', onOver);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', hide);
      document.removeEventListener('pointerdown', hide);
    };
  }, []);

  return { target, close };
}
