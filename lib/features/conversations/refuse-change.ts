import 'server-only';
import { findConversation } from '@/db/queries/conversations/find-conversation';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';

/** Throws `forbidden` when the actor may see the conversation, else `not_found`: who may not see it learns nothing of it. */
export async function refuseChange(actor: Actor, conversationId: string): Promise<never> {
  const visible = await findConversation(actor, conversationId, 'read');
  if (visible) throw new AppError('forbidden', texts.cannotChangeConversation);
  throw new AppError('not_found', texts.noSuchConversation);
}
