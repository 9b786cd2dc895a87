import { and, eq, exists, isNull, notExists, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import { run } from '../../schema/runs';
import { share } from '../../schema/shares';
import { workspace } from '../../schema/workspaces';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';
import { visibleConversation } from './visible-conversation';

/** What carries the workspace of its conversation besides the conversation itself. What was spent stays where it was spent. */
const PARTS = ['message', 'run', 'context_snapshot', 'context_blob', 'agent_session', 'search_entry', 'share'];
const OF_MESSAGES = ['message_attachment', 'history_summary'];

/**
 * Moves a conversation with everything in it into another workspace, where it is private until it is published again; its links for the
 * people of the workspace that it leaves end. False when the actor
 * may not take it from here or put it there, and while a run of it goes on.
 */
export async function moveConversation(actor: QueryActor, conversationId: string, to: string): Promise<boolean> {
  const db = await getDb();
  const open = new QueryBuilder()
    .select({ one: sql`1` })
    .from(run)
    .where(and(eq(run.conversationId, conversationId), sql`${run.status} in ('queued', 'running')`));
  const target = new QueryBuilder()
    .select({ one: sql`1` })
    .from(workspace)
    .where(and(eq(workspace.id, to), memberOf(actor, workspace.id, 'conversation.create')));
  return db.transaction(async (tx) => {
    const [moved] = await tx
      .update(conversation)
      .set({ workspaceId: to, visibility: 'private' })
      .where(
        and(
          eq(conversation.id, conversationId),
          visibleConversation(actor, 'conversation.write'),
          exists(target),
          notExists(open),
        ),
      )
      .returning({ id: conversation.id });
    if (!moved) return false;
    await tx
      .update(share)
      .set({ revokedAt: sql`now()`, version: sql`${share.version} + 1` })
      .where(and(eq(share.conversationId, conversationId), eq(share.audience, 'workspace'), isNull(share.revokedAt)));
    for (const table of PARTS)
      await tx.execute(
        sql`update ${sql.identifier(table)} set workspace_id = ${to} where conversation_id = ${conversationId}`,
      );
    for (const table of OF_MESSAGES)
      await tx.execute(sql`update ${sql.identifier(table)} set workspace_id = ${to}
        where message_id in (select id from message where conversation_id = ${conversationId})`);
    return true;
  });
}
