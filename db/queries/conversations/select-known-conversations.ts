import { inArray } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';

/** Which of these conversations exist, for cleaning up behind those that do not. */
export async function selectKnownConversations(ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const db = await getDb();
  const known = await db.select({ id: conversation.id }).from(conversation).where(inArray(conversation.id, ids));
  return new Set(known.map(({ id }) => id));
}
