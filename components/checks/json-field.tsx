'use client';
import { useState } from 'react';
import { jsonProblem } from '@/lib/browser/team/json-problem';
import { Field } from '../ui/field';
import { Textarea } from '../ui/textarea';

interface JsonFieldProps {
  label: string;
  value: unknown;
  error: string | undefined;
  /** A text that is not JSON yet comes as it is. */
  onChange: (value: unknown) => void;
}

/** JSON as text; what is typed stays as it is while it is no JSON. */
export function JsonField({ label, value, error, onChange }: JsonFieldProps) {
  const [text, setText] = useState(typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? ''));
  const problem = problemOf(text);
  return (
    <Field label={label} error={problem ?? error}>
      {(control) => (
        <Textarea
          {...control}
          className="font-mono text-xs"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            onChange(problemOf(event.target.value) === null ? JSON.parse(event.target.value) : event.target.value);
          }}
        />
      )}
    </Field>
  );
}

function problemOf(text: string): string | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    return jsonProblem(error);
  }
}
