'use client';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { signIn } from '@/lib/browser/api/sign-in';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { ProviderButtons } from './provider-buttons';
import { texts } from './texts';

/** The address of an attempt that failed, kept in this tab: only the password is to be typed again. */
const TRIED_EMAIL = 'tried-email';

interface SignInFormProps {
  providers: { id: string; name: string }[];
  /** Where to go afterwards; a path of this site. */
  next: string;
  /** What went wrong before, in words. */
  message: string | null;
}

export function SignInForm({ providers, next, message }: SignInFormProps) {
  const [busy, setBusy] = useState(false);
  const [unreachable, setUnreachable] = useState(false);

  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const tried = message ? sessionStorage.getItem(TRIED_EMAIL) : null;
    if (!tried || !email.current || email.current.value) return;
    email.current.value = tried;
    password.current?.focus();
  }, [message]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setUnreachable(false);
    try {
      const email = String(form.get('email'));
      const error = await signIn(email, String(form.get('password')));
      // A full load: everything on the page depends on who is signed in. The server has the words for an error.
      const again = new URLSearchParams({ error: error ?? '', callbackUrl: next });
      if (error) sessionStorage.setItem(TRIED_EMAIL, email);
      else sessionStorage.removeItem(TRIED_EMAIL);
      // What stands behind the # of the address names a place in the page, which no server sees.
      window.location.assign((error ? `/signin?${again}` : next) + window.location.hash);
    } catch {
      setUnreachable(true);
      setBusy(false);
    }
  }

  return (
    <div className="flex flex-col gap-5">
      {message && <Notice tone="danger">{message}</Notice>}
      {unreachable && <Notice tone="danger">{texts.unreachable}</Notice>}
      <form onSubmit={submit} className="flex flex-col gap-4">
        <Field label={texts.email}>
          {(control) => (
            <Input {...control} ref={email} name="email" type="email" autoComplete="username" required autoFocus />
          )}
        </Field>
        <Field label={texts.password}>
          {(control) => (
            <Input
              {...control}
              ref={password}
              name="password"
              type="password"
              autoComplete="current-password"
              required
            />
          )}
        </Field>
        <Button look="primary" type="submit" disabled={busy}>
          {texts.signIn}
        </Button>
      </form>
      <ProviderButtons providers={providers} next={next} />
    </div>
  );
}
