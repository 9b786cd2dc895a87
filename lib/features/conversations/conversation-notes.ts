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

interface Notes {
  hearers: Set<Hear>;
  /** Resolves, once the database is listened to, to the function that ends it. */
  listening: Promise<() => Promise<void>> | null;
}

/** Next bundles every route separately, so a module variable would be several. */
const holder = globalThis as { massgenConversationNotes?: Notes };

/**
 * Calls back whenever a conversation has changed, in whatever process; from when it resolves on nothing is missed untold. Resolves to the
 * function that ends it.
 */
export async function hearOfConversations(hear: Hear): Promise<() => void> {
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
  );
  const { listening } = notes;
  try {
    await listening;
  } catch (error) {
    // The next who wants to hear tries again.
    if (notes.listening === listening) notes.listening = null;
    notes.hearers.delete(hear);
    throw error;
  }
  return () => {
    notes.hearers.delete(hear);
    if (notes.hearers.size > 0 || notes.listening !== listening) return;
    notes.listening = null;
    listening
      .then((stop) => stop())
      .catch((error: unknown) => logger.warn({ error }, 'Listening for changed conversations did not end.'));
  };
}
