'use client';
import { Autocomplete } from '@base-ui/react/autocomplete';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { cx } from './cx';
import { CONTROL } from './input';
import { texts } from './texts';

export interface Suggestion {
  value: string;
  /** One quiet line under it. */
  note?: string;
}

interface SuggestInputProps {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
  placeholder?: string;
  suggestions: Suggestion[];
  value: string;
  onChange: (value: string) => void;
}

/** What the text does not rule out; all of them while it says nothing or names one exactly, so that another can be chosen. */
function fitting(suggestions: Suggestion[], text: string): Suggestion[] {
  const asked = text.trim().toLowerCase();
  if (asked === '' || suggestions.some(({ value }) => value === text)) return suggestions;
  return suggestions.filter(({ value }) => value.toLowerCase().includes(asked));
}

/** A text field with a list to choose from; any other text is as good. */
export function SuggestInput({ suggestions, value, onChange, placeholder, ...control }: SuggestInputProps) {
  const [open, setOpen] = useState<'no' | 'asked' | 'typing'>('no');
  const shown = fitting(suggestions, value);
  // Who has typed a whole name does not need the list over what comes next.
  const isNamed = open === 'typing' && suggestions.some((suggestion) => suggestion.value === value);
  return (
    <Autocomplete.Root
      items={shown}
      itemToStringValue={(item: Suggestion) => item.value}
      mode="none"
      value={value}
      onValueChange={onChange}
      open={open !== 'no' && !isNamed && shown.length > 0}
      onOpenChange={(next, { reason }) => setOpen(next ? (reason === 'input-change' ? 'typing' : 'asked') : 'no')}
      openOnInputClick
    >
      <div className="relative">
        <Autocomplete.Input
          {...control}
          // A list that is wanted, but has nothing to show, is not closed by what closes lists: it would open over what comes next.
          onBlur={({ relatedTarget }) => {
            if (relatedTarget && !relatedTarget.closest('[role=listbox]')) setOpen('no');
          }}
          placeholder={placeholder}
          spellCheck={false}
          autoCapitalize="off"
          className={cx(CONTROL, 'h-9', suggestions.length > 0 && 'pr-9')}
        />
        {suggestions.length > 0 && (
          <Autocomplete.Trigger
            aria-label={texts.showList}
            className="absolute inset-y-0 right-0 grid w-9 place-items-center rounded-control text-muted hover:text-text"
          >
            <ChevronDown className="icon" aria-hidden />
          </Autocomplete.Trigger>
        )}
      </div>
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={4} collisionPadding={4} align="start" className="z-50 outline-none">
          <Autocomplete.Popup className="appear max-h-[min(20rem,var(--available-height))] w-(--anchor-width) min-w-52 overflow-y-auto rounded-card border border-line bg-raised p-1 shadow-[0_8px_24px_var(--shadow)]">
            <Autocomplete.List aria-label={texts.suggestions}>
              {(item: Suggestion) => (
                <Autocomplete.Item
                  key={item.value}
                  value={item}
                  className="rounded-control px-2.5 py-1.5 text-sm data-highlighted:bg-hover pointer-coarse:py-3"
                >
                  <span className="block break-words">{item.value}</span>
                  {item.note && <span className="block text-muted text-xs">{item.note}</span>}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}
