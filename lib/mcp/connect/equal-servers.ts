import { LRUCache } from 'lru-cache';
import type { McpServer } from '../mcp-server';
import { LIMITS } from './limits';
import { McpFailure } from './mcp-failure';

/** How a server stands, by its connection key. */
export interface Standing {
  /** How long it is left alone because it could not be reached. */
  leftMs(key: string): number;
  hasSession(key: string): boolean;
}

interface Share {
  underWay: number;
  /** When it was last given a call, in calls: of servers with the same load the one that has rested longest is next. */
  last: number;
}

interface Terms {
  isRepeatable: boolean;
  /** By whom a server with sessions is kept, for example a run; `null` = each call for itself. */
  keptBy: string | null;
}

/** Shares calls among servers that are equal, by health and load; a server with sessions stays with the run that has begun one on it. */
export class EqualServers {
  readonly #standing: Standing;
  readonly #shares = new LRUCache<string, Share>({ max: LIMITS.descriptions });
  readonly #kept = new LRUCache<string, string>({ max: LIMITS.keptServers });
  #calls = 0;

  constructor(standing: Standing) {
    this.#standing = standing;
  }

  /**
   * Has the work done by one of the servers, and by another where the first could not be reached and the work may be repeated, or was never begun.
   * @param work is told whether there is another one to turn to
   */
  async call<T>(
    servers: McpServer[],
    terms: Terms,
    work: (server: McpServer, hasOther: boolean) => Promise<T>,
  ): Promise<T> {
    const left = [...servers];
    for (;;) {
      const server = this.#next(left, terms);
      left.splice(left.indexOf(server), 1);
      try {
        return await this.#counted(server, terms, () => work(server, left.length > 0));
      } catch (error) {
        if (left.length === 0 || !mayTurn(error, terms)) throw error;
      }
    }
  }

  async #counted<T>(server: McpServer, { keptBy }: Terms, work: () => Promise<T>): Promise<T> {
    const key = server.connectionKey;
    const share = this.#shareOf(key);
    this.#shares.set(key, share);
    share.underWay += 1;
    share.last = ++this.#calls;
    try {
      const done = await work();
      if (keptBy !== null && this.#standing.hasSession(key)) this.#kept.set(keptBy, key);
      return done;
    } catch (error) {
      if (keptBy !== null && this.#kept.get(keptBy) === key) this.#kept.delete(keptBy);
      throw error;
    } finally {
      share.underWay -= 1;
    }
  }

  #next(servers: McpServer[], { keptBy }: Terms): McpServer {
    const kept = keptBy === null ? undefined : this.#kept.get(keptBy);
    const ranked = servers.map((server) => {
      const key = server.connectionKey;
      const { underWay, last } = this.#shareOf(key);
      return { server, isKept: key === kept, leftMs: this.#standing.leftMs(key), underWay, last };
    });
    ranked.sort(
      (a, b) =>
        Number(b.isKept) - Number(a.isKept) || a.leftMs - b.leftMs || a.underWay - b.underWay || a.last - b.last,
    );
    const [best] = ranked;
    if (!best) throw new Error('There is no server to call.');
    return best.server;
  }

  #shareOf(key: string): Share {
    return this.#shares.get(key) ?? { underWay: 0, last: 0 };
  }
}

/** Where nothing was sent, or where it may be sent again. */
function mayTurn(error: unknown, { isRepeatable }: Terms): boolean {
  if (!(error instanceof McpFailure)) return false;
  if (error.isUnsent) return error.kind !== 'cancelled';
  return isRepeatable && (error.kind === 'unreachable' || error.kind === 'timed_out');
}
