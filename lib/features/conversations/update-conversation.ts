import 'server-only';
import type { z } from 'zod';
import { type ConversationChanges, changeConversation } from '@/db/queries/conversations/change-conversation';
import { type ReadingChanges, saveReading } from '@/db/queries/conversations/save-reading';
import type { ConversationRecord } from '@/db/types/conversation-record';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { recheckRights } from '@/lib/platform/auth/held-rights';
import { AppError } from '@/lib/platform/errors/app-error';
import type { conversationChanges } from './conversation-input';
import { findConversationOrThrow } from './find-conversation-or-throw';
import { refuseChange } from './refuse-change';

type Changes = z.infer<typeof conversationChanges>;

/**
 * Renames, archives, labels, summarises, changes who sees it (its owner only); shows another branch, pins, marks as read: these are the
 * reader's own. Throws `not_found` for what the actor may not see, `forbidden` for what they may not change, `invalid` for a leaf that is
 * not a message of it.
 */
export async function updateConversation(
  actor: Actor,
  conversationId: string,
  changes: Changes,
): Promise<ConversationRecord> {
  const forAll = changesForAll(changes);
  if (forAll && !(await changeConversation(actor, conversationId, forAll))) {
    return refuseChange(actor, conversationId);
  }
  // Who it was shown to may be looking at it.
  if (changes.visibility) recheckRights();
  const own = ownChanges(changes);
  if (own && !(await saveReading(actor, conversationId, own))) {
    await findConversationOrThrow(actor, conversationId, 'read');
    throw new AppError('invalid', texts.invalidInput, {
      fields: [{ path: 'activeLeafId', message: texts.othersMessage }],
    });
  }
  return findConversationOrThrow(actor, conversationId, 'read');
}

function changesForAll({ title, summary, archived, labels, visibility }: Changes): ConversationChanges | null {
  const changes: ConversationChanges = {
    ...(title !== undefined && { title, titleBy: 'person' }),
    ...(summary !== undefined && { summary: summary === '' ? null : summary }),
    ...(archived !== undefined && { archivedAt: archived ? new Date() : null }),
    ...(labels !== undefined && { labels }),
    ...(visibility !== undefined && { visibility }),
  };
  return Object.keys(changes).length > 0 ? changes : null;
}

function ownChanges({ activeLeafId, read, pinned }: Changes): ReadingChanges | null {
  if (activeLeafId === undefined && read === undefined && pinned === undefined) return null;
  return { leafId: activeLeafId, read, pinned };
}
