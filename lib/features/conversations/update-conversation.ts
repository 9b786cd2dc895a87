import 'server-only';
import type { z } from 'zod';
import { type ConversationChanges, changeConversation } from '@/db/queries/conversations/change-conversation';
import { moveConversation } from '@/db/queries/conversations/move-conversation';
import { type ReadingChanges, saveReading } from '@/db/queries/conversations/save-reading';
import { selectRunsToStop } from '@/db/queries/conversations/select-runs-to-stop';
import type { ConversationRecord } from '@/db/types/conversation-record';
import { record } from '@/lib/features/audit/record';
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
  if (changes.workspaceId !== undefined) await move(actor, conversationId, changes.workspaceId);
  const forAll = changesForAll(changes);
  if (forAll && !(await changeConversation(actor, conversationId, forAll))) {
    return refuseChange(actor, conversationId);
  }
  // Who it was shown to may be looking at it.
  if (changes.visibility || changes.workspaceId) recheckRights();
  if (changes.visibility) await recordChange(actor, conversationId, `conversation.${VERB[changes.visibility]}`);
  const own = ownChanges(changes);
  if (own && !(await saveReading(actor, conversationId, own))) {
    await findConversationOrThrow(actor, conversationId, 'read');
    throw new AppError('invalid', texts.invalidInput, {
      fields: [{ path: 'activeLeafId', message: texts.othersMessage }],
    });
  }
  return findConversationOrThrow(actor, conversationId, 'read');
}

const VERB = { private: 'hide', workspace: 'publish' };

async function move(actor: Actor, conversationId: string, workspaceId: string): Promise<void> {
  const found = await findConversationOrThrow(actor, conversationId, 'write');
  if (found.workspaceId === workspaceId) return;
  if (!(await moveConversation(actor, conversationId, workspaceId))) {
    const runs = await selectRunsToStop(actor, conversationId);
    if (runs.length > 0) throw new AppError('conflict', texts.moveLater, { hint: texts.moveLaterHint });
    throw new AppError('invalid', texts.invalidInput, {
      fields: [{ path: 'workspaceId', message: texts.cannotWriteHere }],
    });
  }
  const target = { kind: 'conversation', id: conversationId };
  await record(actor, {
    workspaceId: found.workspaceId,
    action: 'conversation.move',
    target,
    details: { to: workspaceId },
  });
  await recordChange(actor, conversationId, 'conversation.arrive');
}

async function recordChange(actor: Actor, conversationId: string, action: string): Promise<void> {
  const { workspaceId } = await findConversationOrThrow(actor, conversationId, 'read');
  await record(actor, { workspaceId, action, target: { kind: 'conversation', id: conversationId } });
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
