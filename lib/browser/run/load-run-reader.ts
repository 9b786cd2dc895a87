import { backoffMs } from '@/lib/browser/api/backoff';
import { waitToReconnect } from '@/lib/browser/api/wait-to-reconnect';
import { loadedPart } from '@/lib/browser/ui/use-loaded';
import type { ReadRunOptions } from './read-run';

const reader = loadedPart(async () => (await import('./read-run')).readRun);

/** Fetches what a run is followed with, before there is one: a page of runs that are over does without. */
export function prepareRunReader(): void {
  // Whoever follows a run then fetches it again, and says when it cannot be had.
  reader.load().catch(() => {});
}

/** `readRun`, whose code is fetched first; where that fails it is tried again as any connection would be. */
export async function readRunWhenLoaded(options: ReadRunOptions): Promise<void> {
  for (let attempt = 0; !options.signal.aborted; attempt += 1) {
    const readRun = await reader.load().catch(() => null);
    if (options.signal.aborted) return;
    if (readRun) return readRun(options);
    options.onConnection('reconnecting');
    await waitToReconnect(backoffMs(attempt, Math.random()), options.signal);
  }
}
