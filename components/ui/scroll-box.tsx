'use client';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { cx } from './cx';

interface ScrollBoxProps {
  /** What is in it, for those who come by keyboard. */
  label: string;
  className?: string;
  /** `span` inside of a line. */
  as?: 'div' | 'span';
  children: ReactNode;
}

function isTooLarge({ scrollWidth, clientWidth, scrollHeight, clientHeight }: HTMLElement): boolean {
  return scrollWidth > clientWidth || scrollHeight > clientHeight;
}

/** A box that scrolls where its content is too large; only then is it a stop of the keyboard. */
export function ScrollBox({ label, className, as: Tag = 'div', children }: ScrollBoxProps) {
  const box = useRef<HTMLDivElement & HTMLSpanElement>(null);
  const [isScrolling, setScrolling] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setScrolling(isTooLarge(element)));
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);

  return (
    <Tag
      ref={box}
      tabIndex={isScrolling ? 0 : undefined}
      role={isScrolling ? 'group' : undefined}
      aria-label={isScrolling ? label : undefined}
      className={cx('block overflow-auto -outline-offset-2', className)}
    >
      {children}
    </Tag>
  );
}
