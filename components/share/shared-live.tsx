'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { sharedRunEvents } from '@/lib/browser/share/shared-address';

interface SharedLiveProps {
  token: string;
  /** Runs that go on, each with the last event that the page shows. */
  runs: { id: string; seq: number }[];
}

/** Several events that come together are one refresh. */
const GATHER_MS = 400;
/** New questions, and links that have ended where no run goes on. */
const LOOK_EVERY_MS = 30_000;

/** Follows what a live link shows: the server renders the page anew whenever something happens. */
export function SharedLive({ token, runs }: SharedLiveProps) {
  const router = useRouter();
  const ids = runs.map(({ id }) => id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a refresh raises `seq`; the streams that are open go on.
  useEffect(() => {
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      clearTimeout(gathering);
      gathering = setTimeout(() => router.refresh(), GATHER_MS);
    };
    const streams = runs.map(({ id, seq }) => {
      const stream = new EventSource(sharedRunEvents(token, id, seq));
      stream.onmessage = refresh;
      stream.addEventListener('end', () => {
        stream.close();
        refresh();
      });
      // Hung up by the server: it says at the refresh whether the link still opens.
      stream.onerror = refresh;
      return stream;
    });
    const looking = setInterval(() => document.visibilityState === 'visible' && router.refresh(), LOOK_EVERY_MS);
    return () => {
      clearTimeout(gathering);
      clearInterval(looking);
      for (const stream of streams) stream.close();
    };
  }, [router, token, ids]);
  return null;
}
