'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface VirtualListProps {
  label: string;
  count: number;
  /** The reader comes near the end; `null` = there is no more. */
  onEnd: (() => void) | null;
  children: (index: number) => ReactNode;
}

/** Pixels of a row: as high as a finger needs. */
const ROW = 44;
/** Rows that are drawn beyond the window, so that neither scrolling nor the Tab key meets an end. */
const BEYOND = 12;

/** Rows of equal height, however many: only those near the window are in the page. */
export function VirtualList({ label, count, onEnd, children }: VirtualListProps) {
  const box = useRef<HTMLDivElement>(null);
  const [{ from, to }, setShown] = useState({ from: 0, to: 40 });

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => {
      // In steps: a row more or less is no reason to draw.
      const first = Math.floor(element.scrollTop / ROW / BEYOND) * BEYOND;
      const rows = Math.ceil(element.clientHeight / ROW);
      const next = { from: Math.max(0, first - BEYOND), to: first + rows + 2 * BEYOND };
      setShown((before) => (before.from === next.from && before.to === next.to ? before : next));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      observer.disconnect();
    };
  }, []);

  useEffect(() => {
    if (to >= count) onEnd?.();
  }, [to, count, onEnd]);

  const last = Math.min(to, count);
  const indexes = Array.from({ length: Math.max(0, last - from) }, (_, index) => from + index);
  return (
    <div ref={box} className="-mx-2 min-h-80 flex-1 overflow-y-auto px-2">
      <ul aria-label={label} className="relative" style={{ height: count * ROW }}>
        {indexes.map((index) => (
          <li
            key={index}
            aria-setsize={count}
            aria-posinset={index + 1}
            className="absolute inset-x-0"
            style={{ top: index * ROW, height: ROW }}
          >
            {children(index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
