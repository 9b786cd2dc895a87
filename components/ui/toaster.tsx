'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { waitingToasts } from '@/lib/browser/ui/toast';
import { loadedPart } from '@/lib/browser/ui/use-loaded';
import { PlainToasts } from './plain-toasts';

const toastRegion = loadedPart(async () => (await import('./toast-region')).ToastRegion);

/**
 * Where short messages are shown. The code is loaded at the first key or press in the page, since nearly every message answers one: it is
 * there before the message, also where that says that the server is away.
 */
export function Toaster() {
  const waiting = useSyncExternalStore(waitingToasts.subscribe, waitingToasts.get, waitingToasts.getServer);
  const [region, setRegion] = useState<'unloaded' | 'loaded' | 'missing'>('unloaded');
  const [wanted, setWanted] = useState(false);

  useEffect(() => {
    const want = () => setWanted(true);
    document.addEventListener('keydown', want, { capture: true, once: true });
    document.addEventListener('pointerdown', want, { capture: true, once: true });
    return () => {
      document.removeEventListener('keydown', want, { capture: true });
      document.removeEventListener('pointerdown', want, { capture: true });
    };
  }, []);
  const isWanted = wanted || waiting.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each message tries again to load what was missing.
  useEffect(() => {
    if (!isWanted) return;
    toastRegion.load().then(
      () => setRegion('loaded'),
      () => setRegion('missing'),
    );
  }, [isWanted, waiting]);

  const Region = toastRegion.value;
  if (Region && region === 'loaded') return <Region />;
  return region === 'missing' && waiting.length > 0 && <PlainToasts messages={waiting} />;
}
