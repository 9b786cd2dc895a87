'use client';
import { type FormEvent, useEffect, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { Button } from '../../ui/button';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { Field } from '../../ui/field';
import { Input } from '../../ui/input';
import { Notice } from '../../ui/notice';
import { texts } from './texts';

interface Preview {
  conversations: number;
  kept: number;
}

/** After how many days unused conversations are deleted, and how many that would be now. */
export function RetentionForm({ initial }: { initial: number | null }) {
  const { busy, submit, faultAt, message } = useSubmit();
  const [text, setText] = useState(initial === null ? '' : String(initial));
  const [asking, setAsking] = useState(false);
  const days = text.trim() === '' ? null : Number(text);
  const preview = usePreview(days);

  const save = () =>
    submit(() => api('PATCH', '/me/settings', { retentionDays: days }), days === null ? texts.keptForever : texts.kept);

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    // What nobody can take back is asked about, with the number.
    if (days !== null && preview && preview.conversations > 0) setAsking(true);
    else void save();
  }
  return (
    <form onSubmit={onSubmit} className="flex max-w-md flex-col items-start gap-3">
      {message && <Notice tone="danger">{message}</Notice>}
      <Field label={texts.retention} hint={texts.retentionHint} error={faultAt('retentionDays')}>
        {(control) => (
          <Input
            {...control}
            type="number"
            min={1}
            max={36_500}
            step={1}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <p role="status" className="tabular min-h-5 text-sm">
        {preview && texts.preview(preview.conversations, preview.kept)}
      </p>
      <Button type="submit" disabled={busy || days === initial}>
        {texts.saveRetention}
      </Button>
      <ConfirmDialog
        open={asking}
        title={texts.retentionTitle(preview?.conversations ?? 0)}
        text={texts.retentionText(days ?? 0)}
        action={texts.saveRetention}
        onConfirm={save}
        onClose={() => setAsking(false)}
      />
    </form>
  );
}

const WAIT_MS = 300;

/** What so many days would delete now; null while nobody knows. */
function usePreview(days: number | null): Preview | null {
  const [preview, setPreview] = useState<{ days: number; of: Preview } | null>(null);
  useEffect(() => {
    if (days === null || !Number.isInteger(days) || days < 1) return;
    let over = false;
    const timer = setTimeout(() => {
      api<{ preview: Preview }>('GET', `/me/retention?days=${days}`).then(
        (answer) => !over && setPreview({ days, of: answer.preview }),
        // Saving says what is wrong; without a number it is only the preview that is missing.
        () => !over && setPreview(null),
      );
    }, WAIT_MS);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [days]);
  return preview && preview.days === days ? preview.of : null;
}
