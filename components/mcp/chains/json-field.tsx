'use client';
import { Field } from '../../ui/field';
import { Textarea } from '../../ui/textarea';

interface JsonFieldProps {
  label: string;
  hint?: string;
  error: string | undefined;
  rows: number;
  value: string;
  onChange: (text: string) => void;
}

/** A field for JSON, in the letters of code. */
export function JsonField({ label, hint, error, rows, value, onChange }: JsonFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Textarea
          {...control}
          required
          rows={rows}
          spellCheck={false}
          autoCapitalize="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className="font-mono text-xs"
        />
      )}
    </Field>
  );
}
