import { type RefObject, useLayoutEffect } from 'react';

const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary';

/**
 * When a row goes away with the keyboard's focus, for example because it was deleted, the focus goes to the row behind it, else to the
 * one before it, else to the part of the page that held the rows. Without this the next Tab would begin at the top of the page.
 */
export function useFocusNeighbour(row: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = row.current;
    if (!element) return;
    return () => {
      const focused = document.activeElement;
      // The question whether to delete it is a dialog beside the page.
      if (!element.contains(focused) && !focused?.closest('[role=dialog]')) return;
      const neighbour = element.nextElementSibling ?? element.previousElementSibling;
      const place = element.parentElement?.closest<HTMLElement>('form, section, nav, main') ?? null;
      // A dialog gives the focus back first.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          if (!element.isConnected) takeLostFocus(neighbour, place);
        }),
      );
    };
  }, [row]);
}

function takeLostFocus(neighbour: Element | null, place: HTMLElement | null): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  const control = neighbour?.isConnected ? neighbour.querySelector<HTMLElement>(FOCUSABLE) : null;
  if (control) control.focus();
  else if (place?.isConnected) {
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }
}
