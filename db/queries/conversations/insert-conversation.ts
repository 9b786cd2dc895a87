import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import { workspace } from '../../schema/workspaces';
import type { ConversationRecord } from '../../types/conversation-record';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';

export interface NewConversation {
  workspaceId: string;
  title: string;
  /** Absent = a rule, so that a model may give a better one. */
  titleBy?: 'person';
  visibility: 'private' | 'workspace';
  labels: string[];
}

/** Returns null when the actor may not write in the workspace. */
export async function insertConversation(
  actor: QueryActor,
  values: NewConversation,
): Promise<ConversationRecord | null> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const [allowed] = await tx
      .select({ id: workspace.id })
      .from(workspace)
      .where(and(eq(workspace.id, values.workspaceId), memberOf(actor, workspace.id, 'conversation.create')));
    if (!allowed) return null;
    const [made] = await tx
      .insert(conversation)
      .values({ id: uuidv7(), ownerId: actor.userId, ...values })
      .returning();
    return made ? { ...made, pinned: false } : null;
  });
}
