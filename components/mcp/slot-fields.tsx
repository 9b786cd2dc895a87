'use client';
import type { McpSlot } from '@/lib/browser/mcp/mcp-server';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { texts } from './texts';

interface SlotFieldsProps {
  slots: McpSlot[];
  values: ReadonlyMap<string, string>;
  onChange: (values: ReadonlyMap<string, string>) => void;
}

/** What a person has to fill in before servers can be added; each name once. */
export function SlotFields({ slots, values, onChange }: SlotFieldsProps) {
  const unique = slots.filter(({ name }, index) => slots.findIndex((slot) => slot.name === name) === index);
  if (unique.length === 0) return null;
  // An address is shown and exported; a field that hides it would promise more.
  const isInAddress = (name: string) =>
    slots.some((slot) => slot.name === name && /\.transport\.(?:url|args\[\d+\])$/.test(slot.in));
  return (
    <fieldset className="flex max-w-md flex-col gap-3">
      <legend className="mb-2 font-medium text-sm">{texts.slots}</legend>
      {unique.map(({ name, description }) => (
        <Field key={name} label={name} hint={hintOf(isInAddress(name), description)}>
          {(control) => (
            <Input
              {...control}
              type={isInAddress(name) ? 'text' : 'password'}
              autoComplete="off"
              value={values.get(name) ?? ''}
              onChange={(event) => onChange(new Map(values).set(name, event.target.value))}
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}

function hintOf(isInAddress: boolean, description: string | undefined): string | undefined {
  if (!isInAddress) return description;
  return description ? `${description} ${texts.inAddress}` : texts.inAddress;
}
