import 'server-only';
import { hearOfConversations } from '@/lib/features/conversations/conversation-notes';
import { logger } from '@/lib/platform/observability/logger';
import { indexPending } from './index-pending';

/** Behind what has been written: a run's end is no moment for other work. */
const BEHIND_MS = 1_000;

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
