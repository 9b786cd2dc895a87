'use client';
import { useState } from 'react';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import type { BackendInfo } from '@/lib/browser/team/backends-store';
import { texts as teamTexts } from '@/lib/browser/team/editor-texts';
import { saveTeam } from '@/lib/browser/team/save-team';
import { modelsForTeam, teamOfModels } from '@/lib/browser/team/team-of-backend';
import { useBackends } from '@/lib/browser/team/use-backends';
import { KeyForm } from '../settings/key-form';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { StatusDot } from '../ui/status-dot';
import type { ReadyTeam } from './first-question';
import { texts } from './texts';

/** Providers that need a key: it is entered and checked here, then a team is made of their models. */
export function KeyedProviders({ onReady }: { onReady: (team: ReadyTeam) => void }) {
  const backends = useBackends();
  const [open, setOpen] = useState<string | null>(null);
  const { busy, submit, message } = useSubmit();
  if (backends === null) return <Skeleton className="h-48 w-full" />;

  function use(backend: BackendInfo) {
    const models = modelsForTeam(backend);
    const name = teamTexts.teamOf(backend.label);
    return submit(async () => {
      const { id } = await saveTeam(teamOfModels(name, backend.type, models));
      onReady({ id, name, models });
    });
  }
  const keyed = backends.filter(({ type, fields }) => fields.key === 'needed' && fields.keyOf === type);
  return (
    <>
      {message && <Notice tone="danger">{message}</Notice>}
      <ul className="rounded-card border border-line bg-raised">
        {keyed.map((backend) => {
          const isReady = backend.configured && backend.healthy;
          return (
            <li key={backend.type} className="border-line border-b px-4 py-2 last:border-b-0">
              <div className="flex min-h-9 items-center gap-3">
                <span className="flex-1 text-sm">{backend.label}</span>
                {isReady && <StatusDot tone="ok" word={texts.ready} />}
                {isReady ? (
                  <Button size="sm" disabled={busy} onClick={() => void use(backend)}>
                    {texts.takeProvider(backend.label)}
                  </Button>
                ) : (
                  open !== backend.type && (
                    <Button
                      size="sm"
                      aria-label={texts.enterKeyFor(backend.label)}
                      onClick={() => setOpen(backend.type)}
                    >
                      {texts.enterKey}
                    </Button>
                  )
                )}
              </div>
              {open === backend.type && !isReady && (
                <KeyForm backend={backend} isWanted onStored={() => setOpen(null)} onCancel={() => setOpen(null)} />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
