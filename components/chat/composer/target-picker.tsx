'use client';
import { ChevronDown } from 'lucide-react';
import { Menu } from '../../ui/menu';
import { texts } from './texts';

interface TargetPickerProps {
  slots: { slot: string; name: string }[];
  /** `null` = to all. */
  selected: string | null;
  onSelect: (slot: string | null) => void;
}

/** Who hears a steering message. */
export function TargetPicker({ slots, selected, onSelect }: TargetPickerProps) {
  return (
    <Menu
      align="start"
      side="above"
      title={texts.steeringTarget}
      triggerClass="inline-flex h-8 items-center gap-1 rounded-control px-2 text-muted text-sm transition-colors duration-150 hover:bg-hover hover:text-text"
      trigger={
        <>
          {selected ? `@${selected}` : texts.toAllShort}
          <ChevronDown className="icon" aria-hidden />
        </>
      }
      items={[
        { label: texts.toAll, note: texts.toAllNote, checked: selected === null, onSelect: () => onSelect(null) },
        ...slots.map(({ slot, name }) => ({
          label: `@${slot}`,
          note: name === slot ? undefined : name,
          checked: selected === slot,
          onSelect: () => onSelect(slot),
        })),
      ]}
    />
  );
}
