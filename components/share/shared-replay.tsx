'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '../ui/button';
import { texts } from './texts';

const LoadedReplay = dynamic(() => import('./loaded-replay').then((file) => file.LoadedReplay), {
  loading: () => <p className="text-muted text-sm">{texts.replayLoading}</p>,
});

/** The replay of a run; its code and the run's events are loaded on the click. */
export function SharedReplay({ token, runId }: { token: string; runId: string }) {
  const [wanted, setWanted] = useState(false);
  if (wanted) return <LoadedReplay token={token} runId={runId} />;
  return (
    <Button onClick={() => setWanted(true)} className="min-h-11 self-start">
      {texts.replay}
    </Button>
  );
}
