'use client';
import Link from 'next/link';
import { useState } from 'react';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { findLocalServers, type LocalServer } from '@/lib/browser/team/local-servers';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import type { ReadyTeam } from './first-question';
import { FoundServer } from './found-server';
import { texts } from './texts';

/** Looks for model servers on this machine, on a click, and offers what they serve. */
export function LocalModels({ onReady }: { onReady: (team: ReadyTeam) => void }) {
  const { busy, submit, message } = useSubmit();
  const [servers, setServers] = useState<LocalServer[] | null>(null);

  const find = () => submit(async () => setServers(await findLocalServers()));
  return (
    <div className="flex flex-col items-start gap-3">
      {message && <Notice tone="danger">{message}</Notice>}
      {servers?.length === 0 && (
        <p role="status" className="text-muted text-sm">
          {texts.noneFound} {texts.noneFoundHelp}{' '}
          <Link href="/settings/models#trusted" className="text-accent underline underline-offset-2">
            {texts.settingsModels}
          </Link>
          .
        </p>
      )}
      {servers?.map((server) => (
        <FoundServer key={server.origin} server={server} onReady={onReady} />
      ))}
      <Button look={servers === null ? 'primary' : 'plain'} disabled={busy} onClick={() => void find()}>
        {busy ? texts.finding : servers === null ? texts.find : texts.findAgain}
      </Button>
    </div>
  );
}
