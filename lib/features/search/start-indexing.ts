import 'server-only';
import { hearOfConversations } from '@/lib/features/conversations/conversation-notes';
import { logger } from '@/lib/platform/observability/logger';
import { indexPending } from './index-pending';

/**
 * Behind what has been written: while runs begin and end there is no moment for other work, and many texts at once cost less each. A search
 * does not wait for it: it makes the newest findable itself.
 */
const BEHIND_MS = 10_000;

/** Makes findable what has been written, at once and whenever a conversation has changed. */
export function startIndexing(): void {
  let isDue = false;
  const soon = () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      indexPending().catch((error: unknown) => logger.error({ error }, 'What was written could not be made findable.'));
    }, BEHIND_MS).unref();
  };
  hearOfConversations(soon).catch((error: unknown) => logger.error({ error }, 'What is written is found late.'));
  soon();
}
