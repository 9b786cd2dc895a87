import 'server-only';
import type { z } from 'zod';
import { changeConversation } from '@/db/queries/conversations/change-conversation';
import { findConversation } from '@/db/queries/conversations/find-conversation';
import type { ConversationRecord } from '@/db/types/conversation-record';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { recheckRights } from '@/lib/platform/auth/held-rights';
import { AppError } from '@/lib/platform/errors/app-error';
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
  if (changed) {
    // Who it was shown to may be looking at it.
    if (changes.visibility) recheckRights();
    return changed;
  }
  const writable = await findConversation(actor, conversationId, 'write');
  if (!writable || (changes.visibility && writable.ownerId !== actor.userId)) {
    return refuseChange(actor, conversationId);
  }
  throw new AppError('invalid', texts.invalidInput, {
    fields: [{ path: 'activeLeafId', message: texts.othersMessage }],
  });
}
