'use client';
import { useState } from 'react';
import { providerAddress } from '@/lib/browser/api/sign-in';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { texts } from './texts';

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
      {failed && <Notice tone="danger">{texts.unreachable}</Notice>}
      {providers.map(({ id, name }) => (
        <Button key={id} disabled={busy} onClick={() => go(id)}>
          {texts.continueWith(name)}
        </Button>
      ))}
    </div>
  );
}
