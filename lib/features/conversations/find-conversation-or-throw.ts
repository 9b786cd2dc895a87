import 'server-only';
import { findConversation } from '@/db/queries/conversations/find-conversation';
import type { ConversationRecord } from '@/db/types/conversation-record';
import type { Actor } from '@/lib/platform/auth/actor';
import { refuseChange } from './refuse-change';

/** The conversation, for somebody who may see or change it. Throws `not_found` for strangers, `forbidden` for those who may only look. */
export async function findConversationOrThrow(
  actor: Actor,
  conversationId: string,
  need: 'read' | 'write',
): Promise<ConversationRecord> {
  return (await findConversation(actor, conversationId, need)) ?? refuseChange(actor, conversationId);
}
