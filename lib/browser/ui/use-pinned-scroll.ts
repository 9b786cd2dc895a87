import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

const NEAR_END_PX = 32;

/** Keeps a box scrolled to its end while its content grows or its room shrinks, unless the reader has scrolled away from the end. */
export function usePinnedScroll(box: RefObject<HTMLElement | null>): { onScroll: () => void } {
  const pinned = useRef(true);
  useLayoutEffect(() => {
    const element = box.current;
    if (element && pinned.current) element.scrollTop = element.scrollHeight;
  });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => {
      if (pinned.current) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return {
    onScroll() {
      const element = box.current;
      if (element) pinned.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX;
    },
  };
}
