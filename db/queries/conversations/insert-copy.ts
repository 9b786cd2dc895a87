import { and, eq, inArray } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { getDb } from '../../client';
import { attachment, messageAttachment } from '../../schema/attachments';
import { conversation, type MessagePart, message } from '../../schema/conversations';
import { workspace } from '../../schema/workspaces';
import type { ConversationRecord } from '../../types/conversation-record';
import type { Db } from '../../types/database';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';

export interface ConversationCopy {
  workspaceId: string;
  title: string;
  /** One after the other. Attachments that they name are copied too; who calls has made sure that the actor may read them. */
  messages: { role: 'user' | 'assistant'; parts: MessagePart[] }[];
}

/** Makes a conversation of the actor's own out of what somebody else's says. Returns null when they may not write in the workspace. */
export async function insertCopy(
  actor: QueryActor,
  { workspaceId, title, messages }: ConversationCopy,
): Promise<ConversationRecord | null> {
  const db = await getDb();
  return db.transaction(async (tx) => {
    const [allowed] = await tx
      .select({ id: workspace.id })
      .from(workspace)
      .where(and(eq(workspace.id, workspaceId), memberOf(actor, workspace.id, 'conversation.create')));
    if (!allowed) return null;
    const ids = messages.map(() => uuidv7());
    const [made] = await tx
      .insert(conversation)
      .values({
        id: uuidv7(),
        ownerId: actor.userId,
        workspaceId,
        title,
        titleBy: 'person',
        activeLeafId: ids.at(-1) ?? null,
      })
      .returning();
    if (!made) return null;
    const copies = await copyAttachments(tx, { ownerId: actor.userId, workspaceId }, attachedIn(messages));
    const own = (part: MessagePart): MessagePart[] => {
      if (part.type !== 'attachment') return [part];
      const id = copies.get(part.id);
      return id ? [{ ...part, id }] : [];
    };
    const rows = messages.map(({ role, parts }, index) => ({
      ...{ id: ids[index] ?? uuidv7(), workspaceId, conversationId: made.id, role },
      parentId: ids[index - 1] ?? null,
      parts: parts.flatMap(own),
    }));
    if (rows.length > 0) await tx.insert(message).values(rows);
    const links = rows.flatMap(({ id: messageId, parts }) =>
      attachedIn([{ parts }]).map((attachmentId) => ({ messageId, attachmentId, workspaceId })),
    );
    if (links.length > 0) await tx.insert(messageAttachment).values(links);
    return { ...made, pinned: false };
  });
}

function attachedIn(messages: { parts: MessagePart[] }[]): string[] {
  return messages.flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'attachment' ? [part.id] : [])));
}

/** The same content under ids of the actor's own. */
async function copyAttachments(
  tx: Db,
  place: { ownerId: string; workspaceId: string },
  ids: string[],
): Promise<Map<string, string>> {
  const copies = new Map<string, string>();
  if (ids.length === 0) return copies;
  const found = await tx.select().from(attachment).where(inArray(attachment.id, ids)).for('key share');
  for (const { id, createdAt: _, ...file } of found) {
    copies.set(id, uuidv7());
    await tx.insert(attachment).values({ ...file, ...place, id: copies.get(id) ?? uuidv7() });
  }
  return copies;
}
