import type { McpServer } from '../mcp-server';
import { BackOff } from './back-off';
import type { Connection } from './connection';
import { keepListening } from './keep-listening';
import { LIMITS } from './limits';
import { McpFailure } from './mcp-failure';
import { type ConnectionTerms, openConnection } from './open-connection';
import { texts } from './texts';
import { withSignal } from './with-signal';

interface Place {
  serverId: string;
  opening: Promise<Connection>;
  /** Once it is open. */
  connection: Connection | null;
  abort: AbortController;
}

interface Era {
  kind: 'legacy';
  until: number;
}

export type PoolTerms = Pick<ConnectionTerms, 'openTransport' | 'serverRequests' | 'tap'> & {
  onListChanged(server: McpServer): void;
  /** What it told of changes may not have been heard. */
  onMissed(server: McpServer): void;
};

/** Of the revisions, which are days, the first without a handshake. */
const FIRST_OF_NEWER = '2026';

/** One connection for each server and credential, opened when first needed, closed when nobody has used it for long. */
export class ConnectionPool {
  readonly backOff = new BackOff();
  readonly #terms: PoolTerms;
  readonly #places = new Map<string, Place>();
  readonly #eras = new Map<string, Era>();
  /** Where what was stored of a server's revision was not of use. */
  readonly #outdated = new Set<string>();
  #sweeper: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(terms: PoolTerms) {
    this.#terms = terms;
  }

  get size(): number {
    return this.#places.size;
  }

  /** The open connection, or a new one. Who gives up waiting does not end what others wait for. */
  async connection(server: McpServer, signal: AbortSignal): Promise<Connection> {
    if (this.#isClosed) throw new McpFailure('unreachable', texts.closed);
    const key = server.connectionKey;
    const place = this.#places.get(key);
    if (place && !place.connection?.isLost) return withSignal(place.opening, signal);
    this.backOff.check(key);
    return withSignal(this.#open(server).opening, signal);
  }

  /** Whether what is open has a session, whose state another connection does not have. */
  hasSession(key: string): boolean {
    return this.#places.get(key)?.connection?.hasSession === true;
  }

  /** The next request opens another connection; what is under way on this one comes to its end. */
  retire(key: string, connection: Connection): void {
    if (this.#places.get(key)?.connection === connection) this.#places.delete(key);
    connection.retire();
  }

  forget(serverId: string): void {
    for (const key of this.#outdated) if (key.startsWith(`${serverId}.`)) this.#outdated.delete(key);
    for (const [key, place] of this.#places) if (place.serverId === serverId) void this.#close(key, place);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#sweeper) clearInterval(this.#sweeper);
    this.#sweeper = null;
    await Promise.all([...this.#places].map(([key, place]) => this.#close(key, place)));
  }

  #open(server: McpServer): Place {
    const key = server.connectionKey;
    const abort = new AbortController();
    const prior = this.#priorOf(server);
    const terms: ConnectionTerms = {
      ...this.#terms,
      ...(prior && { prior }),
      onListChanged: () => this.#terms.onListChanged(server),
    };
    const opening = openConnection(server, terms, abort.signal);
    const place: Place = { serverId: server.id, opening, connection: null, abort };
    this.#places.set(key, place);
    opening.then(
      (connection) => this.#opened(server, place, connection),
      (failure: McpFailure) => {
        if (this.#places.get(key) === place) this.#places.delete(key);
        this.#eras.delete(key);
        if (prior) this.#outdated.add(key);
        this.backOff.failed(key, failure);
      },
    );
    return place;
  }

  #opened(server: McpServer, place: Place, connection: Connection): void {
    const key = server.connectionKey;
    place.connection = connection;
    void keepListening(connection, () => this.#terms.onMissed(server));
    this.backOff.forget(key);
    // What a newer server says of itself comes with the connection; an older one is not asked in vain again.
    if (connection.client.getProtocolEra() === 'legacy' && !this.#eras.has(key))
      this.#eras.set(key, { kind: 'legacy', until: performance.now() + LIMITS.eraMs });
    this.#sweeper ??= setInterval(() => this.#sweep(), LIMITS.idleMs / 5).unref();
    if (this.#places.size > LIMITS.connections) this.#sweep();
  }

  /** That a server speaks the protocol before 2026: as this process has found, or as was stored before it. */
  #priorOf({ connectionKey: key, lastEra }: McpServer): Era | null {
    const era = this.#eras.get(key);
    if (era && era.until > performance.now()) return era;
    this.#eras.delete(key);
    if (!lastEra || this.#outdated.has(key) || lastEra.name >= FIRST_OF_NEWER) return null;
    const leftMs = lastEra.at + LIMITS.eraMs - Date.now();
    return leftMs > 0 ? { kind: 'legacy', until: performance.now() + leftMs } : null;
  }

  /** Closes what nobody has used for long, and where there are too many what was used longest ago. */
  #sweep(): void {
    const resting = [...this.#places]
      .flatMap(([key, place]) =>
        place.connection?.inUse === 0 ? [{ key, place, usedAt: place.connection.usedAt }] : [],
      )
      .sort((a, b) => a.usedAt - b.usedAt);
    const now = performance.now();
    for (const { key, place, usedAt } of resting)
      if (this.#places.size > LIMITS.connections || now - usedAt > LIMITS.idleMs) void this.#close(key, place);
  }

  async #close(key: string, place: Place): Promise<void> {
    if (this.#places.get(key) === place) this.#places.delete(key);
    place.abort.abort(new McpFailure('cancelled', texts.cancelled));
    // One that never opened has said so to those who waited for it.
    const connection = place.connection ?? (await place.opening.catch(() => null));
    await connection?.close();
  }
}
