'use client';
import { useRouter } from 'next/navigation';
import { Fragment, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { cx } from '../ui/cx';
import { PlainText } from '../ui/plain-text';
import { texts } from './texts';
import { usePaletteEntries } from './use-palette-entries';

interface PaletteProps {
  onClose: () => void;
  onHelp: () => void;
}

/** One box from which everything is reached: arrows choose, Enter goes there. */
export function Palette({ onClose, onHelp }: PaletteProps) {
  const router = useRouter();
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const entries = usePaletteEntries({
    asked: text.trim(),
    go(path) {
      onClose();
      router.push(path);
    },
    onHelp() {
      onClose();
      onHelp();
    },
  });
  const chosen = Math.min(at, entries.length - 1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another one is chosen.
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen, entries.length]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      setAt((chosen + step + entries.length) % entries.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      entries[chosen]?.run();
    }
  }
  return (
    <div className="flex flex-col gap-2">
      <input
        ref={(input) => input?.setAttribute('autofocus', '')}
        type="text"
        role="combobox"
        aria-label={texts.field}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={entries.length > 0 ? `${id}-${chosen}` : undefined}
        aria-autocomplete="list"
        placeholder={texts.field}
        value={text}
        maxLength={200}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        className="h-11 w-full rounded-control border border-line-strong bg-raised px-3 max-sm:text-[16px]"
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={texts.results}
        className="max-h-[50dvh] min-h-40 overflow-y-auto"
      >
        {entries.length === 0 && <p className="px-2 py-4 text-muted text-sm">{texts.nothing}</p>}
        {entries.map((entry, index) => (
          <Fragment key={entry.key}>
            {entry.group !== entries[index - 1]?.group && (
              <p aria-hidden className="px-2 pt-3 pb-1 text-muted text-xs">
                {texts.groups[entry.group]}
              </p>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard chooses in the box above. */}
            <div
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              onPointerMove={() => setAt(index)}
              onClick={entry.run}
              className={cx(
                'flex min-h-9 cursor-pointer flex-col justify-center rounded-control px-2 py-1 text-sm [@media(hover:none)]:min-h-11',
                index === chosen && 'bg-hover',
              )}
            >
              <span dir="auto" className="truncate">
                <PlainText text={entry.label} />
              </span>
              {entry.note && <span className="line-clamp-1 text-muted text-xs">{entry.note}</span>}
            </div>
          </Fragment>
        ))}
      </div>
    </div>
  );
}
