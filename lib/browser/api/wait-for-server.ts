import { backoffMs } from './backoff';
import { waitToReconnect } from './wait-to-reconnect';

/**
 * Asks until the server answers or `signal` is aborted. Resolves to whether it is back after it was away: false = it answered at once, or nobody waits any
 * more.
 */
export async function waitForServer(signal: AbortSignal): Promise<boolean> {
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      const { ok } = await fetch('/api/ready', { cache: 'no-store', signal });
      if (ok) return attempt > 0;
    } catch {
      // Out of reach: it is asked again.
    }
    await waitToReconnect(backoffMs(attempt, Math.random()), signal);
  }
  return false;
}
