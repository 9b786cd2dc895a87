import { and, eq, or, type SQL } from 'drizzle-orm';
import { conversation } from '../../schema/conversations';
import type { QueryActor } from '../../types/query-actor';
import { type LATER_ACTOR, memberOf, type Need } from '../member-of';

/**
 * The condition that the actor may see (`read`) or change (`write`) a row of `conversation`: they belong to its workspace, and
 * it is theirs or shown to the workspace. Queries on what hangs on a conversation (messages, runs) join it and use this.
 */
export function visibleConversation(
  actor: QueryActor | typeof LATER_ACTOR,
  need: Exclude<Need, 'manage'>,
): SQL | undefined {
  return and(
    memberOf(actor, conversation.workspaceId, need),
    or(eq(conversation.ownerId, actor.userId), eq(conversation.visibility, 'workspace')),
  );
}
