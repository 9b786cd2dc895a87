import { Client } from 'pg';
import { rawClient } from './client';
import type { EmbeddedDatabase } from './embedded/embedded-database';

const RECONNECT_MS = 2_000;

/**
 * Calls `onMessage` at each notification of a Postgres channel, and whenever one may have been missed: after the connection, one of its
 * own, has been lost and made again: then without a payload. It may come late or never (a connection pooler in between): look from time to
 * time anyway. Returns the function that ends it.
 */
export async function listen(
  channel: string,
  onMessage: (payload?: string) => void,
  onError: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const raw = await rawClient();
  if (raw.kind === 'pglite') {
    const embedded = raw.client as unknown as EmbeddedDatabase;
    const stop = await embedded.listen(channel, onMessage);
    return async () => stop();
  }
  const { connectionString } = raw.pool.options;
  let ended = false;
  let wasLost = false;
  let client: Client | null = null;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const next = new Client({ connectionString, keepAlive: true });
    client = next;
    next.on('notification', ({ payload }) => onMessage(payload));
    next.on('error', (error) => reconnect(next, error));
    next.on('end', () => reconnect(next, new Error('The connection that listens has ended.')));
    try {
      await next.connect();
      await next.query(`listen ${next.escapeIdentifier(channel)}`);
      // Who listens from now on has missed nothing; a reader told otherwise would read all of it once more.
      if (wasLost) onMessage();
    } catch (error) {
      reconnect(next, error);
    }
  }

  function reconnect(failed: Client, error: unknown): void {
    if (ended || client !== failed) return;
    client = null;
    wasLost = true;
    onError(error);
    // What is left of it is of no use to anybody.
    failed.end().catch(() => {});
    timer = setTimeout(() => void connect(), RECONNECT_MS);
  }

  await connect();
  return async () => {
    ended = true;
    clearTimeout(timer);
    await client?.end();
  };
}
