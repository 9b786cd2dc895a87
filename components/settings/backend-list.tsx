'use client';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { announce } from '@/lib/client/announce';
import { loadBackends } from '@/lib/client/backends-store';
import { useBackends } from '@/lib/client/use-backends';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Skeleton } from '../ui/skeleton';
import { BackendRow } from './backend-row';

/** Every backend with its health as this person meets it. */
export function BackendList() {
  const backends = useBackends();
  const [busy, setBusy] = useState(false);

  async function checkAgain() {
    setBusy(true);
    await loadBackends({ refresh: true });
    setBusy(false);
    announce('Checked again');
  }
  if (backends === null) return <Skeleton className="h-96 w-full" />;
  const [first] = backends;
  return (
    <div className="flex flex-col gap-3">
      {first ? (
        <ul aria-label="Backends" className="rounded-card border border-line bg-raised">
          {backends.map((backend) => (
            <BackendRow key={backend.type} backend={backend} />
          ))}
        </ul>
      ) : (
        <EmptyState title="The server did not say which backends it has. Check again in a moment." />
      )}
      <p className="tabular flex items-center gap-3 text-muted text-xs">
        <Button size="sm" disabled={busy} onClick={checkAgain}>
          <RefreshCw className="icon" aria-hidden />
          {busy ? 'Checking' : 'Check again'}
        </Button>
        {first && `Checked at ${new Date(first.checkedAt).toLocaleTimeString('en')}, without spending tokens.`}
      </p>
    </div>
  );
}
