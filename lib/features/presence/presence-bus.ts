import 'server-only';
import { dbKind } from '@/db/client';
import { listen } from '@/db/listen';
import { notifyPresence, PRESENCE_CHANNEL } from '@/db/queries/presence/presence-channel';
import { logger } from '@/lib/platform/observability/logger';
import { type PresenceMessage, presenceMessage } from './presence-message';

/** Settles when what was told last is on its way. The hub of a process tells by one copy of this module only. */
let told: Promise<void> = Promise.resolve();

/**
 * Tells the other processes, in this order: by several connections at once what somebody did before could be heard last. Where there are none,
 * nobody. A message that is lost is made good by the next one.
 */
export function publish(message: PresenceMessage): void {
  if (dbKind() === 'pglite') return;
  told = told
    .then(() => notifyPresence(JSON.stringify(message)))
    .catch((error: unknown) => logger.warn({ error }, 'Other processes could not be told who is where.'));
}

/** Resolves when everything that was told is on its way. */
export async function published(): Promise<void> {
  await told;
}

/**
 * Hears what the other processes tell, one's own messages as well; `null` = something may have been missed. Resolves to the function that
 * ends it.
 */
export async function hearPresence(hear: (message: PresenceMessage | null) => void): Promise<() => Promise<void>> {
  if (dbKind() === 'pglite') return async () => {};
  return listen(
    PRESENCE_CHANNEL,
    (payload) => hear(payload === undefined ? null : presenceMessage.parse(JSON.parse(payload))),
    (error) => logger.error({ error }, 'Listening for who is where failed.'),
  );
}
