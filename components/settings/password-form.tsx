'use client';
import type { FormEvent } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { texts } from './texts';

export function PasswordForm() {
  const { busy, submit, faultAt, message } = useSubmit();

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const element = event.currentTarget;
    const form = new FormData(element);
    const body = { currentPassword: String(form.get('current')), password: String(form.get('next')) };
    if (await submit(() => api('PATCH', '/me', body), texts.passwordChanged)) {
      element.reset();
    }
  }
  return (
    <form onSubmit={save} className="flex flex-col gap-3">
      {message && <Notice tone="danger">{message}</Notice>}
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <Field label={texts.currentPassword} error={faultAt('currentPassword')}>
          {(control) => <Input {...control} name="current" type="password" autoComplete="current-password" />}
        </Field>
        <Field label={texts.newPassword} hint={texts.passwordHint} error={faultAt('password')}>
          {(control) => (
            <Input {...control} name="next" type="password" autoComplete="new-password" minLength={8} required />
          )}
        </Field>
      </div>
      <Button type="submit" className="self-start" disabled={busy}>
        {texts.changePassword}
      </Button>
    </form>
  );
}
