import { type SQL, sql } from 'drizzle-orm';
import { conversation } from '../../schema/conversations';
import type { AnyActor } from '../member-of';

/** In a query on `conversation`: the end of the branch that the actor is shown. */
export function ownLeaf(actor: AnyActor): SQL<string | null> {
  return sql<string | null>`coalesce((select r.leaf_id from reading r
    where r.conversation_id = ${conversation.id} and r.user_id = ${actor.userId}), ${conversation.activeLeafId})`;
}
