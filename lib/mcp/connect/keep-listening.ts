import { setTimeout as sleep } from 'node:timers/promises';
import type { McpSubscription } from '@modelcontextprotocol/client';
import type { Connection } from './connection';
import { LIMITS } from './limits';

/**
 * When the stream on which a server of the 2026 revision tells of changes has ended, listens anew, after a longer pause each time, until the connection is
 * closed. What was told meanwhile nobody has heard: `onMissed` is called each time.
 */
export async function keepListening(connection: Connection, onMissed: () => void): Promise<void> {
  let subscription: McpSubscription | undefined = connection.client.autoOpenedSubscription;
  for (let times = 0; subscription; ) {
    const since = performance.now();
    const how = await subscription.closed;
    if (how === 'local' || connection.isLost) return;
    onMissed();
    // One that has lasted was not ended because it was not wanted.
    if (performance.now() - since > LIMITS.mostBackOffMs) times = 0;
    subscription = await listenAgain(connection, times);
    times += 1;
  }
}

/** `undefined` = the connection is closed, or the server does not let anybody listen any more. */
async function listenAgain(connection: Connection, before: number): Promise<McpSubscription | undefined> {
  for (let times = before; times < LIMITS.listenTimes; times++) {
    await sleep(Math.min(LIMITS.mostBackOffMs, LIMITS.backOffMs * 2 ** times), undefined, { ref: false });
    if (connection.isLost) return undefined;
    try {
      return await connection.client.listen({ toolsListChanged: true }, { timeout: LIMITS.connectMs });
    } catch {
      // A server that is away may be back the next time; whoever calls it meanwhile is told.
    }
  }
  return undefined;
}
