'use client';
import { useEffect, useState } from 'react';
import { readLabels, tooLongLabel } from '@/lib/browser/conversation/read-labels';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { texts } from './texts';

interface LabelsDialogProps {
  open: boolean;
  labels: string[];
  onSave: (labels: string[]) => void;
  onClose: () => void;
}

/** Which labels a conversation, or several, have. */
export function LabelsDialog({ open, labels, onSave, onClose }: LabelsDialogProps) {
  const [text, setText] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: as they are when it is opened; events may come while somebody writes.
  useEffect(() => setText(labels.join(', ')), [open]);
  const tooLong = tooLongLabel(text);
  return (
    <Dialog open={open} onClose={onClose} title={texts.labelsTitle}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (tooLong) return;
          onSave(readLabels(text));
          onClose();
        }}
      >
        <Field
          label={texts.labelsField}
          hint={texts.labelsNote}
          error={tooLong ? texts.labelTooLong(tooLong) : undefined}
        >
          {(props) => <Input {...props} value={text} onChange={(event) => setText(event.target.value)} />}
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
    </Dialog>
  );
}
