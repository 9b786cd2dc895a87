'use client';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { cx } from './cx';

interface TabsProps<T extends string> {
  label: string;
  tabs: { id: T; label: string; shortcut?: string }[];
  selected: T;
  onSelect: (id: T) => void;
  /** The panel of the selected tab; others are not mounted. */
  children: ReactNode;
}

/** Tabs by the ARIA pattern: arrows move between them, the panel follows. */
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

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = tabs.findIndex((tab) => tab.id === selected);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    onSelect(next.id);
    document.getElementById(`${id}-${next.id}`)?.focus();
  }

  return (
    <>
      <div
        ref={strip}
        role="tablist"
        aria-label={label}
        className="flex gap-1 overflow-x-auto border-line border-b"
        onKeyDown={onKeyDown}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${id}-${tab.id}`}
            type="button"
            role="tab"
            aria-selected={tab.id === selected}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === selected ? 0 : -1}
            title={tab.shortcut ? `${tab.label} (${tab.shortcut})` : undefined}
            onClick={() => onSelect(tab.id)}
            className={cx(
              '-mb-px flex-none border-b-2 px-3 py-2 font-medium text-sm whitespace-nowrap transition-colors duration-150 -outline-offset-2',
              tab.id === selected ? 'border-accent text-text' : 'border-transparent text-muted hover:text-text',
            )}
          >
            {tab.label}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${selected}`} className="pt-4">
        {children}
      </div>
    </>
  );
}
