import { and, eq, type SQL, sql } from 'drizzle-orm';
import { dbKind, getDb } from '../../client';
import { conversation, message } from '../../schema/conversations';
import { workspace } from '../../schema/workspaces';
import type { Db } from '../../types/database';
import type { QueryActor } from '../../types/query-actor';
import { attachToMessage, lockAttachments } from '../attachments/attach-to-message';
import { ownLeaf } from '../conversations/own-leaf';
import { visibleConversation } from '../conversations/visible-conversation';
import { memberOf } from '../member-of';
import { type NewTurn, turnInsertion, turnValues } from './turn-insertion';

export type InsertedTurn =
  | { ok: true; conversationId: string }
  | {
      ok: false;
      because:
        | 'no_workspace'
        | 'no_conversation'
        | 'no_parent'
        | 'no_attachment'
        | 'attachments_too_large'
        | 'too_many';
    };

const QUEUED = sql`'queued', null, 0, null::timestamptz, null::timestamptz`;

/**
 * Makes the user's message, the assistant's empty one and the queued run, and shows the latter to who asks.
 * `enqueue` runs in the same transaction. Few statements, because a hundred people may ask within a second.
 */
export async function insertTurn(
  actor: QueryActor,
  turn: NewTurn,
  enqueue: (tx: Db, runId: string) => Promise<void>,
): Promise<InsertedTurn> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    // One person's requests are counted one after the other; the embedded database has one connection anyway.
    if (dbKind() === 'postgres')
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${actor.userId}, 0))`);
    const place = turn.conversationId === null ? await newPlace(tx, actor, turn) : await existingPlace(tx, actor, turn);
    if ('because' in place) return { ok: false, because: place.because };
    if (place.unfinished >= turn.maxUnfinished) return { ok: false, because: 'too_many' };
    const attachments = turn.attachmentIds.length > 0 ? await lockAttachments(actor, tx, turn.attachmentIds) : [];
    if (attachments.length < turn.attachmentIds.length) return { ok: false, because: 'no_attachment' };
    const attachedBytes = attachments.reduce((sum, { bytes }) => sum + bytes, 0);
    if (attachedBytes > turn.maxAttachedBytes) return { ok: false, because: 'attachments_too_large' };
    const values = turnValues(actor, turn, attachments);
    await tx.execute(
      turnInsertion(values, placeRow(place, turn.questionId ?? null), turn.conversationId === null, QUEUED),
    );
    if (attachments.length > 0) {
      await attachToMessage(actor, tx, { id: turn.ids.message, workspaceId: place.workspaceId }, attachments);
    }
    await enqueue(tx, turn.ids.run);
    return { ok: true, conversationId: place.conversationId };
  });
}

interface Place {
  workspaceId: string;
  conversationId: string;
  parentId: string | null;
  /** The person's runs that are not over. */
  unfinished: number;
}

function placeRow({ workspaceId, conversationId, parentId }: Place, questionId: string | null): SQL {
  return sql`select ${workspaceId}::uuid as workspace_id, ${conversationId}::uuid as conversation_id, ${parentId}::uuid as parent_id,
    ${questionId}::uuid as question_id`;
}

type NoPlace = { because: 'no_workspace' | 'no_conversation' | 'no_parent' };

function unfinishedOf(actor: QueryActor): SQL<number> {
  return sql<number>`(select count(*)::int from run where run.created_by = ${actor.userId} and run.status in ('queued', 'running'))`;
}

async function newPlace(tx: Db, actor: QueryActor, turn: NewTurn): Promise<Place | NoPlace> {
  if (turn.parentMessageId) return { because: 'no_parent' };
  const which = turn.workspaceId ? eq(workspace.id, turn.workspaceId) : eq(workspace.personalOf, actor.userId);
  const [home] = await tx
    .select({ workspaceId: workspace.id, unfinished: unfinishedOf(actor) })
    .from(workspace)
    .where(and(which, memberOf(actor, workspace.id, 'run.start')));
  if (!home) return { because: 'no_workspace' };
  return { ...home, conversationId: turn.ids.conversation, parentId: null };
}

async function existingPlace(tx: Db, actor: QueryActor, turn: NewTurn): Promise<Place | NoPlace> {
  // Locked by a statement of its own: what stands behind the lock sees where those have put their question who had it before.
  if (dbKind() === 'postgres')
    await tx.execute(sql`select 1 from conversation where id = ${turn.conversationId} for update`);
  const [found] = await tx
    .select({
      conversationId: conversation.id,
      workspaceId: conversation.workspaceId,
      leaf: ownLeaf(actor),
      unfinished: unfinishedOf(actor),
    })
    .from(conversation)
    .where(and(eq(conversation.id, turn.conversationId ?? ''), visibleConversation(actor, 'run.start')));
  if (!found) return { because: 'no_conversation' };
  const { leaf, ...place } = found;
  if (!turn.parentMessageId) return { ...place, parentId: turn.parentMessageId === undefined ? leaf : null };
  const [parent] = await tx
    .select({ id: message.id })
    .from(message)
    .where(and(eq(message.id, turn.parentMessageId), eq(message.conversationId, place.conversationId)));
  return parent ? { ...place, parentId: parent.id } : { because: 'no_parent' };
}
