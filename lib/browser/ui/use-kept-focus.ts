import { type RefObject, useRef } from 'react';

/**
 * For lists whose rows can be taken away: `keep()` after a removal puts the keyboard's focus on the control of `ref` (as a rule "Add") when
 * the button that was pressed is gone.
 */
export function useKeptFocus<T extends HTMLElement>(): { ref: RefObject<T | null>; keep: () => void } {
  const ref = useRef<T>(null);
  return {
    ref,
    keep() {
      requestAnimationFrame(() => {
        if (document.activeElement === null || document.activeElement === document.body) ref.current?.focus();
      });
    },
  };
}
