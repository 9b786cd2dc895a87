import 'server-only';
import { hearOfConversations } from '@/lib/features/conversations/conversation-notes';
import { logger } from '@/lib/platform/observability/logger';
import { indexPending } from './index-pending';

/** So long nothing was written: while runs begin and end there is no moment for other work. */
const QUIET_MS = 2_000;
/** Where it is never quiet, so long after the first of what was written. */
const LATEST_MS = 15_000;

/**
 * Makes findable what has been written, at once and whenever a conversation has changed. A search does not wait for it: it makes the newest
 * findable itself.
 */
export function startIndexing(): void {
  let timer: NodeJS.Timeout | undefined;
  let latest = 0;
  const soon = () => {
    const now = performance.now();
    if (timer) clearTimeout(timer);
    else latest = now + LATEST_MS;
    timer = setTimeout(index, Math.min(QUIET_MS, latest - now)).unref();
  };
  const index = () => {
    timer = undefined;
    indexPending().catch((error: unknown) => logger.error({ error }, 'What was written could not be made findable.'));
  };
  hearOfConversations(soon).catch((error: unknown) => logger.error({ error }, 'What is written is found late.'));
  soon();
}
