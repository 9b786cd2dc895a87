'use client';
import { useState } from 'react';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { PlainText } from '../ui/plain-text';
import { Textarea } from '../ui/textarea';
import { texts } from './summary-texts';

interface SummaryFormProps {
  title: string;
  summary: string | null;
  onSave: (summary: string) => void;
  onClose: () => void;
}

/** The summary of a conversation in a box. */
export function SummaryForm({ title, summary, onSave, onClose }: SummaryFormProps) {
  const [text, setText] = useState(summary ?? '');
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(text.trim());
      }}
    >
      <p dir="auto" className="break-words font-medium text-sm">
        <PlainText text={title} />
      </p>
      <Field label={texts.field} hint={texts.hint}>
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            rows={4}
            maxLength={1000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={onClose}>
          {texts.cancel}
        </Button>
        <Button look="primary" type="submit">
          {texts.save}
        </Button>
      </div>
    </form>
  );
}
