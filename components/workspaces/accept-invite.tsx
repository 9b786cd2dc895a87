'use client';
import Link from 'next/link';
import { type FormEvent, useState } from 'react';
import { send } from '@/lib/browser/api/api';
import { ApiError, errorText } from '@/lib/browser/api/api-error';
import { signIn } from '@/lib/browser/api/sign-in';
import { setCookie } from '@/lib/browser/ui/set-cookie';
import { WORKSPACE_COOKIE } from '@/lib/browser/ui/workspace';
import { Button, buttonClass } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { texts } from './texts';

interface AcceptInviteProps {
  token: string;
  /** For whom it is; null = whoever has the link. */
  email: string | null;
  /** Who is signed in. */
  person: string | null;
}

/** Joins a workspace, with the account that is signed in or one that is made now. */
export function AcceptInvite({ token, email, person }: AcceptInviteProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const fields = error instanceof ApiError ? error.fields : [];
  const fault = (path: string) => fields.find((field) => field.path === path)?.message;

  async function join(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const value = (name: string) => String(form.get(name) ?? '').trim();
    const account = { email: value('email'), name: value('name') || undefined, password: String(form.get('password')) };
    setBusy(true);
    setError(null);
    try {
      const path = `/api/v1/invites/${encodeURIComponent(token)}/accept`;
      const { workspaceId } = await send<{ workspaceId: string }>('POST', path, person === null ? account : {});
      setCookie(WORKSPACE_COOKIE, workspaceId);
      const refused = person === null ? await signIn(account.email, account.password) : null;
      window.location.assign(refused ? '/signin' : '/');
    } catch (cause) {
      setError(cause);
      setBusy(false);
    }
  }
  return (
    <form onSubmit={join} className="flex flex-col gap-4">
      {error !== null && fields.length === 0 && <Notice tone="danger">{errorText(error)}</Notice>}
      {person === null && (
        <>
          <Field label={texts.email} error={fault('email')}>
            {(control) => (
              <Input
                {...control}
                name="email"
                type="email"
                autoComplete="username"
                defaultValue={email ?? ''}
                readOnly={email !== null}
                required
              />
            )}
          </Field>
          <Field label={texts.yourName} error={fault('name')}>
            {(control) => <Input {...control} name="name" autoComplete="name" required />}
          </Field>
          <Field label={texts.password} hint={texts.passwordHint} error={fault('password')}>
            {(control) => (
              <Input {...control} name="password" type="password" autoComplete="new-password" minLength={8} required />
            )}
          </Field>
        </>
      )}
      <Button look="primary" type="submit" disabled={busy}>
        {person === null ? texts.joinNew : texts.joinAs(person)}
      </Button>
      {person === null && (
        <Link
          className={buttonClass('quiet')}
          href={`/signin?${new URLSearchParams({ callbackUrl: `/invite/${token}` })}`}
        >
          {texts.haveAccount}
        </Link>
      )}
    </form>
  );
}
