'use client';
import { type FormEvent, useState } from 'react';
import { ApiError, errorText } from '@/lib/browser/api/api-error';
import { createOwner } from '@/lib/browser/api/create-owner';
import { signIn } from '@/lib/browser/api/sign-in';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { texts } from './setup-texts';

/** Makes the owner and signs them in. `token` = the one that the server printed, from the address. */
export function SetupForm({ token, tokenRequired }: { token: string; tokenRequired: boolean }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const fields = error instanceof ApiError ? error.fields : [];
  const fault = (path: string) => fields.find((field) => field.path === path)?.message;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const value = (name: string) => String(form.get(name) ?? '').trim();
    const owner = { name: value('name'), email: value('email'), password: String(form.get('password')) };
    setBusy(true);
    setError(null);
    try {
      await createOwner({ ...owner, token: value('token') || undefined });
      const refused = await signIn(owner.email, owner.password);
      window.location.assign(refused ? '/signin' : '/welcome');
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      {error !== null && fields.length === 0 && <Notice tone="danger">{errorText(error)}</Notice>}
      {tokenRequired && (
        <Field label={texts.token} hint={texts.tokenHint} error={fault('token')}>
          {(control) => <Input {...control} name="token" defaultValue={token} required autoComplete="off" />}
        </Field>
      )}
      <Field label={texts.name} error={fault('name')}>
        {(control) => <Input {...control} name="name" autoComplete="name" required autoFocus />}
      </Field>
      <Field label={texts.email} error={fault('email')}>
        {(control) => <Input {...control} name="email" type="email" autoComplete="username" required />}
      </Field>
      <Field label={texts.password} hint={texts.passwordHint} error={fault('password')}>
        {(control) => (
          <Input {...control} name="password" type="password" autoComplete="new-password" minLength={8} required />
        )}
      </Field>
      <Button look="primary" type="submit" disabled={busy}>
        {texts.createOwner}
      </Button>
    </form>
  );
}
