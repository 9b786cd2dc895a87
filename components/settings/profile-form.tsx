'use client';
import type { FormEvent } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { texts } from './texts';

export function ProfileForm({ name, email }: { name: string; email: string }) {
  const { busy, submit, faultAt, message } = useSubmit();

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void submit(() => api('PATCH', '/me', { name: String(form.get('name')) }), texts.nameSaved);
  }
  return (
    <form onSubmit={save} className="flex flex-col gap-3">
      {message && <Notice tone="danger">{message}</Notice>}
      <p className="text-muted text-sm">{texts.signedInAs(email)}</p>
      <div className="flex items-end gap-2">
        <div className="max-w-xs flex-1">
          <Field label={texts.name} error={faultAt('name')}>
            {(control) => <Input {...control} name="name" defaultValue={name} autoComplete="name" required />}
          </Field>
        </div>
        <Button type="submit" disabled={busy}>
          {texts.saveName}
        </Button>
      </div>
    </form>
  );
}
