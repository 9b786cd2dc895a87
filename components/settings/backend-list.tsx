'use client';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { loadBackends } from '@/lib/browser/team/backends-store';
import { useBackends } from '@/lib/browser/team/use-backends';
import { announce } from '@/lib/browser/ui/announce';
import { Button } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Skeleton } from '../ui/skeleton';
import type { StoredKey } from './backend-key';
import { BackendRow } from './backend-row';
import { texts } from './texts';

interface BackendListProps {
  keys: StoredKey[];
  /** The provider whose key somebody came to store. */
  wanted?: string;
}

/** Every backend with its health as this person meets it, and the key that it asks with. */
export function BackendList({ keys, wanted }: BackendListProps) {
  const backends = useBackends();
  const [busy, setBusy] = useState(false);

  async function checkAgain() {
    setBusy(true);
    await loadBackends({ refresh: true });
    setBusy(false);
    announce(texts.checkedAgain);
  }
  if (backends === null) return <Skeleton className="h-96 w-full" />;
  const [first] = backends;
  const wantedRow = backends.find(({ type }) => type === wanted)?.fields.keyOf;
  return (
    <div className="flex flex-col gap-3">
      {first ? (
        <ul aria-label={texts.backends} className="rounded-card border border-line bg-raised">
          {backends.map((backend) => (
            <BackendRow
              key={backend.type}
              backend={backend}
              keys={keys.filter(({ provider }) => provider === backend.type)}
              keyOf={backends.find(({ type }) => type === backend.fields.keyOf)?.label}
              isWanted={backend.type === wantedRow}
            />
          ))}
        </ul>
      ) : (
        <EmptyState title={texts.noBackends} />
      )}
      <p className="tabular flex items-center gap-3 text-muted text-xs">
        <Button size="sm" disabled={busy} onClick={checkAgain}>
          <RefreshCw className="icon" aria-hidden />
          {busy ? texts.checking : texts.checkAgain}
        </Button>
        {first && texts.checkedAt(new Date(first.checkedAt).toLocaleTimeString('en'))}
      </p>
    </div>
  );
}
