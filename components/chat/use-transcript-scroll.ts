import { useLayoutEffect, useRef } from 'react';
import { scrollToTopOf } from '@/lib/client/scroll-to-top-of';

const SENT_SETTLE_MS = 50;

/**
 * Scrolls only when somebody meant it: to the end when the page opens and when a message was sent.
 * What agents write never moves the page.
 */
export function useTranscriptScroll(turns: number) {
  const box = useRef<HTMLDivElement>(null);
  const opened = useRef(false);
  useLayoutEffect(() => {
    if (opened.current || turns === 0 || !box.current) return;
    opened.current = true;
    // The last question at the top: its final answer comes first below it.
    box.current.querySelector(':scope > div > :last-child')?.scrollIntoView({ block: 'start' });
  }, [turns]);
  return {
    box,
    toEnd() {
      setTimeout(() => {
        scrollToTopOf(box.current?.querySelector(':scope > div > :last-child'));
      }, SENT_SETTLE_MS);
    },
  };
}
