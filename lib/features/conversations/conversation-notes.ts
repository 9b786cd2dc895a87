import 'server-only';
import { listen } from '@/db/listen';
import {
  CONVERSATION_CHANNEL,
  type ConversationNote,
  readConversationNote,
} from '@/db/queries/conversations/conversation-channel';
import { logger } from '@/lib/platform/observability/logger';

/** `null` = something may have been missed. */
type Hear = (note: ConversationNote | null) => void;

/** Next bundles every route separately, so a module variable would be several. */
const holder = globalThis as { massgenConversationNotes?: { hearers: Set<Hear>; listening: Promise<unknown> | null } };

/** Calls back whenever a conversation has changed, in whatever process. Returns the function that ends it. */
export function hearOfConversations(hear: Hear): () => void {
  holder.massgenConversationNotes ??= { hearers: new Set(), listening: null };
  const notes = holder.massgenConversationNotes;
  notes.hearers.add(hear);
  notes.listening ??= listen(
    CONVERSATION_CHANNEL,
    (payload) => {
      const note = payload === undefined ? null : readConversationNote(payload);
      for (const each of notes.hearers) each(note);
    },
    (error) => logger.error({ error }, 'Listening for changed conversations failed.'),
  ).catch((error: unknown) => {
    // The next who wants to hear tries again; until then readers find the list as it was.
    notes.listening = null;
    logger.error({ error }, 'Listening for changed conversations could not begin.');
  });
  return () => void notes.hearers.delete(hear);
}
