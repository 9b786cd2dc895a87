'use client';
import { useState } from 'react';
import { jsonProblem } from '@/lib/browser/team/json-problem';
import { Field } from '../ui/field';
import { Textarea } from '../ui/textarea';
import { texts } from './texts';

interface SchemaFieldProps {
  schema: unknown;
  error: string | undefined;
  /** A text that is not JSON yet comes as it is. */
  onChange: (schema: unknown) => void;
}

/** A JSON Schema as text; what is typed stays as it is while it is no JSON. */
export function SchemaField({ schema, error, onChange }: SchemaFieldProps) {
  const [text, setText] = useState(typeof schema === 'string' ? schema : JSON.stringify(schema, null, 2));
  const problem = problemOf(text);
  return (
    <Field label={texts.schema} error={problem ?? error}>
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
