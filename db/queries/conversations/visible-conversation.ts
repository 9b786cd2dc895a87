import { eq, type SQL } from 'drizzle-orm';
import type { Permission } from '../../permissions/permissions';
import { conversation } from '../../schema/conversations';
import { type AnyActor, permitted } from '../member-of';

/** On a conversation and on what is shown as it is. */
type ConversationPermission = Extract<Permission, `${'conversation' | 'run' | 'context' | 'share'}.${string}`>;

/**
 * The condition that the actor may do this with a row of `conversation`, or with what hangs on it (messages, runs, contexts), whose queries
 * join it: it is theirs or shown to its workspace, and their role there suffices.
 */
export function visibleConversation(actor: AnyActor, permission: ConversationPermission): SQL | undefined {
  return permitted(actor, permission, {
    workspaceId: conversation.workspaceId,
    own: eq(conversation.ownerId, actor.userId),
    shown: eq(conversation.visibility, 'workspace'),
  });
}
