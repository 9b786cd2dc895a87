import 'server-only';
import type { z } from 'zod';
import { changeConversation } from '@/db/queries/conversations/change-conversation';
import { findConversation } from '@/db/queries/conversations/find-conversation';
import type { ConversationRecord } from '@/db/types/conversation-record';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';
import type { conversationChanges } from './conversation-input';
import { refuseChange } from './refuse-change';

/**
 * Renames, archives, labels, shows another branch, or changes who sees it (its owner only). Throws `not_found` for what the actor
 * may not see, `forbidden` for what they may not change, `invalid` for a leaf that is not a message of it.
 */
export async function updateConversation(
  actor: Actor,
  conversationId: string,
  { archived, ...changes }: z.infer<typeof conversationChanges>,
): Promise<ConversationRecord> {
  const archivedAt = archived === undefined ? undefined : archived ? new Date() : null;
  const changed = await changeConversation(actor, conversationId, { ...changes, archivedAt });
  if (changed) return changed;
  const writable = await findConversation(actor, conversationId, 'write');
  if (!writable || (changes.visibility && writable.ownerId !== actor.userId)) {
    return refuseChange(actor, conversationId);
  }
  throw new AppError('invalid', 'The input is not valid.', {
    fields: [{ path: 'activeLeafId', message: 'It is not a message of this conversation.' }],
  });
}
