import 'server-only';
import { hearOfConversations } from '@/lib/features/conversations/conversation-notes';
import { logger } from '@/lib/platform/observability/logger';
import { indexPending } from './index-pending';

/** So long nothing was written: while runs begin and end there is no moment for other work. */
const QUIET_MS = 2_000;
/** Where it is never quiet, so long after the first of what was written. */
const LATEST_MS = 15_000;

/**
 * Makes findable what has been written, at once and whenever a conversation has changed; where the process is busy, when it is not any more. A search
 * does not wait for it: it makes the newest findable itself.
 */
export function startIndexing(isBusy: () => boolean): void {
  let timer: NodeJS.Timeout | undefined;
  let latest = 0;
  const wait = () => {
    timer = setTimeout(index, Math.max(0, Math.min(QUIET_MS, latest - performance.now()))).unref();
  };
  const soon = () => {
    if (timer) clearTimeout(timer);
    else latest = performance.now() + LATEST_MS;
    wait();
  };
  const index = () => {
    if (isBusy() && performance.now() < latest) return wait();
    timer = undefined;
    indexPending().catch((error: unknown) => logger.error({ error }, 'What was written could not be made findable.'));
  };
  hearOfConversations(soon).catch((error: unknown) => logger.error({ error }, 'What is written is found late.'));
  soon();
}
