import 'server-only';
import { z } from 'zod';
import { findConversationOrThrow } from '@/lib/features/conversations/find-conversation-or-throw';
import type { Actor } from '@/lib/platform/auth/actor';
import { presenceHub } from './presence-hub';
import { presenceState } from './presence-message';

export const presenceInput = z.strictObject({
  /** As `stream.opened` of the caller's open events has said. */
  stream: z.uuid(),
  /** One of several windows of the same browser. */
  tab: z.string().min(1).max(40).default('1'),
  state: presenceState,
});

/** The actor looks at a conversation, writes there or has gone. Throws `not_found` for strangers. */
export async function sayPresence(
  actor: Actor,
  conversationId: string,
  { stream, tab, state }: z.infer<typeof presenceInput>,
): Promise<void> {
  await findConversationOrThrow(actor, conversationId, 'read');
  presenceHub().say({ streamId: stream, userId: actor.userId, tab, conversationId, state });
}
