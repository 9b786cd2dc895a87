import { and, eq, or, type SQL } from 'drizzle-orm';
import { conversation } from '../../schema/conversations';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';
import { visibleConversation } from './visible-conversation';

/** The condition that the actor may delete a row of `conversation`: it is theirs, or they see it and manage its workspace. */
export function removableConversation(actor: QueryActor): SQL | undefined {
  return and(
    visibleConversation(actor, 'write'),
    or(eq(conversation.ownerId, actor.userId), memberOf(actor, conversation.workspaceId, 'manage')),
  );
}
