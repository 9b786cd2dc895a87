'use client';
import { Tabs as Base } from '@base-ui/react/tabs';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { cx } from './cx';

interface TabsProps<T extends string> {
  label: string;
  tabs: { id: T; label: string; shortcut?: string }[];
  selected: T;
  onSelect: (id: T) => void;
  /** The panel of the selected tab; others are not mounted. */
  children: ReactNode;
}

/** Tabs by the ARIA pattern: arrows, Home and End move between them, the panel follows. */
export function Tabs<T extends string>({ label, tabs, selected, onSelect, children }: TabsProps<T>) {
  const id = useId();
  const strip = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // A shortcut may select a tab that the strip does not show on a phone. The page itself stays where it is.
    const view = strip.current?.getBoundingClientRect();
    const tab = document.getElementById(`${id}-${selected}`)?.getBoundingClientRect();
    if (!strip.current || !view || !tab) return;
    strip.current.scrollLeft += Math.max(0, tab.right - view.right) - Math.max(0, view.left - tab.left);
  }, [id, selected]);

  return (
    <Base.Root value={selected} onValueChange={onSelect}>
      <Base.List
        ref={strip}
        aria-label={label}
        activateOnFocus
        className="flex gap-1 overflow-x-auto border-line border-b"
      >
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.id}
            id={`${id}-${tab.id}`}
            value={tab.id}
            title={tab.shortcut ? `${tab.label} (${tab.shortcut})` : undefined}
            className={cx(
              '-mb-px flex-none border-b-2 px-3 py-2 font-medium text-sm whitespace-nowrap transition-colors duration-150 -outline-offset-2',
              tab.id === selected
                ? 'border-accent text-text'
                : 'border-transparent text-muted hover:text-text forced-colors:border-[Canvas]',
            )}
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      <Base.Panel key={selected} value={selected} className="pt-4">
        {children}
      </Base.Panel>
    </Base.Root>
  );
}
