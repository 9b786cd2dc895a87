'use client';
import { useState } from 'react';
import { providerAddress } from '@/lib/client/sign-in';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';

/** Sign-in by other services, if the instance has any. */
export function ProviderButtons({ providers, next }: { providers: { id: string; name: string }[]; next: string }) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  if (providers.length === 0) return null;

  async function go(provider: string) {
    setBusy(true);
    setFailed(false);
    try {
      window.location.assign(await providerAddress(provider, next));
    } catch {
      setFailed(true);
      setBusy(false);
    }
  }
  return (
    <div className="flex flex-col gap-2 border-line border-t pt-5">
      {failed && <Notice tone="danger">The server cannot be reached. Try again in a moment.</Notice>}
      {providers.map(({ id, name }) => (
        <Button key={id} disabled={busy} onClick={() => go(id)}>
          Continue with {name}
        </Button>
      ))}
    </div>
  );
}
