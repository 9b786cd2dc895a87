import 'server-only';
import type { z } from 'zod';
import { type ConversationListItem, selectConversations } from '@/db/queries/conversations/select-conversations';
import type { Actor } from '@/lib/platform/auth/actor';
import { decodeCursor, encodeCursor } from '@/lib/platform/http/cursor';
import type { conversationListQuery } from './conversation-input';

/** A page of what the actor may see, the last used first. Throws `malformed` for a cursor that is not one. */
export async function listConversations(
  actor: Actor,
  { cursor, archived, pinned, limit, ...filter }: z.infer<typeof conversationListQuery>,
): Promise<{ items: ConversationListItem[]; nextCursor: string | null }> {
  const after = cursor === undefined ? undefined : decodeCursor(cursor);
  const found = await selectConversations(actor, {
    ...filter,
    archived: archived === 'true',
    pinned: pinned === undefined ? undefined : pinned === 'true',
    after: after && { updatedAt: after.time, id: after.id },
    limit: limit + 1,
  });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const more = found.length > limit && last;
  return { items, nextCursor: more ? encodeCursor({ time: last.updatedAt, id: last.id }) : null };
}
