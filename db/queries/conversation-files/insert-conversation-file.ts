import { and, eq, inArray } from 'drizzle-orm';
import { getDb } from '../../client';
import { attachment, messageAttachment } from '../../schema/attachments';
import { contextBlob, contextSnapshot } from '../../schema/contexts';
import { conversation, message } from '../../schema/conversations';
import { run, runEventBatch } from '../../schema/runs';
import { workspace } from '../../schema/workspaces';
import type { Db } from '../../types/database';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';

type Row<T extends { $inferInsert: object }, Given extends string> = Omit<T['$inferInsert'], Given>;

/** A conversation that came with a file, as rows; what it belongs to is not said in them. */
export interface ImportedRows {
  conversation: Row<typeof conversation, 'workspaceId' | 'ownerId'> & { title: string };
  messages: Row<typeof message, 'workspaceId' | 'conversationId'>[];
  runs: Row<typeof run, 'workspaceId' | 'conversationId' | 'createdBy' | 'isImported'>[];
  batches: (typeof runEventBatch.$inferInsert)[];
  snapshots: Row<typeof contextSnapshot, 'workspaceId' | 'conversationId'>[];
  attachments: Row<typeof attachment, 'workspaceId' | 'ownerId'>[];
  attached: { messageId: string; attachmentId: string }[];
  /** Hashes of what its contexts refer to; their contents have been stored. */
  blobs: string[];
}

const ROWS_AT_ONCE = 200;

/** How an import of a conversation has ended; `known` = it was there already, `grown` = messages were added to it. */
export type ImportEnd = 'made' | 'known' | 'grown' | 'forbidden';

/**
 * Stores a conversation that came with a file, all or nothing, as the actor's own. Its ids follow from the file, so that the same file makes
 * nothing twice: of a conversation that is there already, only messages that it does not have are added.
 */
export async function insertConversationFile(
  actor: QueryActor,
  workspaceId: string,
  rows: ImportedRows,
): Promise<ImportEnd> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const [allowed] = await tx
      .select({ id: workspace.id })
      .from(workspace)
      .where(and(eq(workspace.id, workspaceId), memberOf(actor, workspace.id, 'conversation.create')));
    if (!allowed) return 'forbidden';
    const made = await tx
      .insert(conversation)
      .values({ ...rows.conversation, workspaceId, ownerId: actor.userId })
      .onConflictDoNothing()
      .returning({ id: conversation.id });
    const added = await insertAll(tx, actor, workspaceId, rows);
    if (made.length > 0) return 'made';
    if (added === 0) return 'known';
    const { id, updatedAt, activeLeafId } = rows.conversation;
    await tx.update(conversation).set({ updatedAt, activeLeafId }).where(eq(conversation.id, id));
    return 'grown';
  });
}

/** Returns how many messages were not there yet. */
async function insertAll(tx: Db, actor: QueryActor, workspaceId: string, rows: ImportedRows): Promise<number> {
  const place = { workspaceId, conversationId: rows.conversation.id };
  let added = 0;
  for (const some of slices(rows.messages.map((row) => ({ ...row, ...place })))) {
    const made = await tx.insert(message).values(some).onConflictDoNothing().returning({ id: message.id });
    added += made.length;
  }
  const madeRuns = new Set<string>();
  for (const some of slices(
    rows.runs.map((row) => ({ ...row, ...place, createdBy: actor.userId, isImported: true })),
  )) {
    const made = await tx.insert(run).values(some).onConflictDoNothing().returning({ id: run.id });
    for (const { id } of made) madeRuns.add(id);
  }
  for (const some of slices(
    rows.batches.filter(({ runId }) => madeRuns.has(runId)),
    8,
  ))
    await tx.insert(runEventBatch).values(some).onConflictDoNothing();
  for (const some of slices(rows.snapshots.map((row) => ({ ...row, ...place }))))
    await tx.insert(contextSnapshot).values(some).onConflictDoNothing();
  for (const some of slices(rows.attachments.map((row) => ({ ...row, workspaceId, ownerId: actor.userId }))))
    await tx.insert(attachment).values(some).onConflictDoNothing();
  const known = await knownMessages(tx, rows);
  for (const some of slices(
    rows.attached.filter(({ messageId }) => known.has(messageId)).map((row) => ({ ...row, workspaceId })),
  ))
    await tx.insert(messageAttachment).values(some).onConflictDoNothing();
  for (const some of slices(rows.blobs.map((hash) => ({ ...place, hash }))))
    await tx.insert(contextBlob).values(some).onConflictDoNothing();
  return added;
}

/** Which messages of the file are in this conversation. */
async function knownMessages(tx: Db, { conversation: { id }, attached }: ImportedRows): Promise<Set<string>> {
  const known = new Set<string>();
  for (const some of slices(attached)) {
    const ids = some.map(({ messageId }) => messageId);
    const found = await tx
      .select({ id: message.id })
      .from(message)
      .where(and(inArray(message.id, ids), eq(message.conversationId, id)));
    for (const row of found) known.add(row.id);
  }
  return known;
}

function* slices<T>(all: T[], size = ROWS_AT_ONCE): Generator<T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}
