import 'server-only';
import { findConversation } from '@/db/queries/conversations/find-conversation';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';

/** Throws `forbidden` when the actor may see the conversation, else `not_found`: who may not see it learns nothing of it. */
export async function refuseChange(actor: Actor, conversationId: string): Promise<never> {
  const visible = await findConversation(actor, conversationId, 'read');
  if (visible) throw new AppError('forbidden', 'You may see this conversation, but not change it so.');
  throw new AppError('not_found', 'There is no such conversation.');
}
