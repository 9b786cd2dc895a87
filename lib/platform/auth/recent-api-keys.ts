import 'server-only';
import { LRUCache } from 'lru-cache';
import type { Actor } from './actor';

const KNOWN_MS = 2_000;
const MAX_KEYS = 1_000;

/** Next bundles every route separately, so a module variable would be several. */
const holder = globalThis as { massgenRecentApiKeys?: Recent };

interface Recent {
  /** Counts the revocations: what was looked up before one is not to be remembered behind it. */
  version: number;
  keys: LRUCache<string, Actor>;
}

function recent(): Recent {
  holder.massgenRecentApiKeys ??= { version: 0, keys: new LRUCache({ max: MAX_KEYS, ttl: KNOWN_MS }) };
  return holder.massgenRecentApiKeys;
}

/**
 * The owners of API keys seen in the last two seconds, by the key's hash: a program that starts a hundred runs need not be looked up two
 * hundred times. Only for a process that is alone with its database, where `forget` sees every revocation.
 */
export const recentApiKeys = {
  get(hash: string): Actor | null {
    return recent().keys.get(hash) ?? null;
  },
  version(): number {
    return recent().version;
  },
  /** `version` is that of before the look-up. */
  set(hash: string, actor: Actor, version: number): void {
    const { keys } = recent();
    if (version !== recent().version) return;
    keys.set(hash, actor);
  },
  /** To be called when a key is revoked, before that is answered. */
  forget(): void {
    recent().version += 1;
    recent().keys.clear();
  },
};
