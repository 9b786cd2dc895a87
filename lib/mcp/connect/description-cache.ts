import { LRUCache } from 'lru-cache';
import type { FreshDescription } from './describe-server';
import { LIMITS } from './limits';
import type { McpServerDescription } from './mcp-clients';
import { withSignal } from './with-signal';

interface Entry {
  serverId: string;
  known: McpServerDescription | null;
  freshUntil: number;
  renewal: Promise<McpServerDescription> | null;
  /** The server has said so: what is known is wrong, not just old. */
  isOutdated: boolean;
}

/** What servers have described, by connection key. Old content is given at once and renewed behind it; one renewal serves all who wait. */
export class DescriptionCache {
  readonly #entries = new LRUCache<string, Entry>({ max: LIMITS.descriptions });

  /** @param load asks the server; may be called when nobody waits any more */
  async get(
    key: string,
    serverId: string,
    load: () => Promise<FreshDescription>,
    { signal, fresh = false }: { signal: AbortSignal; fresh?: boolean },
  ): Promise<McpServerDescription> {
    const entry = this.#entries.get(key) ?? this.#added(key, serverId);
    const isFresh = performance.now() < entry.freshUntil && !entry.isOutdated;
    if (entry.known && isFresh && !fresh) return entry.known;
    const renewal = this.#renew(key, entry, load);
    if (entry.known && !entry.isOutdated && !fresh) {
      // Who asks next is told what went wrong.
      renewal.catch(() => {});
      return entry.known;
    }
    return withSignal(renewal, signal);
  }

  /** The server says that it offers something else now. */
  changed(key: string, load: () => Promise<FreshDescription>): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    entry.isOutdated = true;
    this.#renew(key, entry, load).catch(() => {
      // Nobody waits for it; who asks next asks the server again.
    });
  }

  /** What is known may be old: who asks next is given it, and the server is asked behind it. */
  age(key: string): void {
    const entry = this.#entries.get(key);
    if (entry) entry.freshUntil = 0;
  }

  keep(key: string, serverId: string, { description, freshMs }: FreshDescription): void {
    const entry = this.#entries.get(key) ?? this.#added(key, serverId);
    entry.known = description;
    entry.freshUntil = performance.now() + freshMs;
  }

  forget(serverId: string): void {
    for (const [key, entry] of this.#entries.entries()) if (entry.serverId === serverId) this.#entries.delete(key);
  }

  #added(key: string, serverId: string): Entry {
    const entry: Entry = { serverId, known: null, freshUntil: 0, renewal: null, isOutdated: false };
    this.#entries.set(key, entry);
    return entry;
  }

  #renew(key: string, entry: Entry, load: () => Promise<FreshDescription>): Promise<McpServerDescription> {
    entry.renewal ??= this.#load(key, entry, load).finally(() => {
      entry.renewal = null;
    });
    return entry.renewal;
  }

  async #load(key: string, entry: Entry, load: () => Promise<FreshDescription>): Promise<McpServerDescription> {
    try {
      let loaded: FreshDescription;
      do {
        entry.isOutdated = false;
        loaded = await load();
        // What has changed meanwhile may not be in it.
      } while (entry.isOutdated);
      entry.known = loaded.description;
      entry.freshUntil = performance.now() + loaded.freshMs;
      return loaded.description;
    } catch (error) {
      // A server that is gone offers nothing any more.
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
      throw error;
    }
  }
}
