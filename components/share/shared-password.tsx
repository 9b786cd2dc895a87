'use client';
import { type FormEvent, useId, useState } from 'react';
import { sharedUnlock } from '@/lib/browser/share/shared-address';
import { Button } from '../ui/button';
import { Input } from '../ui/input';
import { texts } from './texts';

/** Asks for the password of a link, and opens the page with it. */
export function SharedPassword({ token }: { token: string }) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  async function open(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const password = new FormData(event.currentTarget).get('password');
    setBusy(true);
    setFault(null);
    try {
      const response = await fetch(sharedUnlock(token), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ password }),
      });
      // Also where the link has ended meanwhile: the page says so.
      if (response.ok || response.status === 404) return window.location.reload();
      const { error } = (await response.json()) as { error?: { message: string } };
      setFault(response.status === 422 ? texts.wrongPassword : (error?.message ?? texts.cannotCheck));
    } catch {
      setFault(texts.cannotCheck);
    }
    setBusy(false);
  }
  return (
    <form onSubmit={open} className="flex flex-col gap-3">
      <label htmlFor={id} className="font-medium text-sm">
        {texts.password}
      </label>
      <Input
        id={id}
        name="password"
        type="password"
        autoComplete="off"
        required
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        className="h-11"
      />
      {fault && (
        <p id={`${id}-fault`} role="alert" className="text-danger text-sm">
          {fault}
        </p>
      )}
      <Button type="submit" look="primary" disabled={busy} className="min-h-11">
        {texts.open}
      </Button>
    </form>
  );
}
