'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { signIn } from '@/lib/browser/api/sign-in';
import { signInAgain } from '@/lib/browser/api/sign-in-again';
import { signInMessage } from '@/lib/browser/api/sign-in-message';
import { readProviders } from '@/lib/browser/api/sign-in-providers';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { ProviderButtons } from './provider-buttons';
import { texts } from './texts';

/** Signs in without leaving the page; who is somebody else begins anew. */
export function SignInAgainForm({ userId, email }: { userId: string; email: string }) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [providers, setProviders] = useState<{ id: string; name: string }[]>([]);
  useEffect(() => {
    // Without them there is still the password.
    readProviders().then(setProviders, () => undefined);
  }, []);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    try {
      const error = await signIn(String(form.get('email')), String(form.get('password')));
      if (error) {
        setProblem(signInMessage(error));
        setBusy(false);
        return;
      }
      const { user } = await api<{ user: { id: string } }>('GET', '/me');
      const isSame = user.id === userId;
      signInAgain.answer(isSame);
      // Everything on the page belongs to who was signed in before.
      if (isSame) router.refresh();
      else window.location.assign('/');
    } catch {
      setProblem(texts.unreachable);
      setBusy(false);
    }
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <p className="text-muted text-sm">{texts.sessionEnded}</p>
      {problem && <Notice tone="danger">{problem}</Notice>}
      <Field label={texts.email}>
        {(control) => (
          <Input {...control} name="email" type="email" autoComplete="username" required defaultValue={email} />
        )}
      </Field>
      <Field label={texts.password}>
        {(control) => (
          <Input
            {...control}
            // A dialog that opens puts the focus on what has this attribute; React does not write it.
            ref={(input) => input?.setAttribute('autofocus', '')}
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
      <ProviderButtons
        providers={providers}
        next={typeof window === 'undefined' ? '/' : window.location.pathname + window.location.search}
      />
    </form>
  );
}
