import 'server-only';

const MOST_KEYS = 20_000;

interface Window {
  count: number;
  endsAt: number;
}

/** Next bundles routes and the proxy separately, so a module variable would be several. */
const holder = globalThis as { massgenRateWindows?: Map<string, Window> };

/**
 * Counts a request in this process and says for how many seconds the next ones have to wait; `null` = it is within `most` a window. For what
 * costs little: what has to hold across processes and restarts is counted in the database.
 */
export function waitInWindow(key: string, most: number, windowMs: number, now = Date.now()): number | null {
  holder.massgenRateWindows ??= new Map();
  const windows = holder.massgenRateWindows;
  const known = windows.get(key);
  const window = known && known.endsAt > now ? known : { count: 0, endsAt: now + windowMs };
  window.count += 1;
  windows.set(key, window);
  if (windows.size > MOST_KEYS) for (const [old, { endsAt }] of windows) if (endsAt <= now) windows.delete(old);
  return window.count > most ? Math.ceil((window.endsAt - now) / 1000) : null;
}
