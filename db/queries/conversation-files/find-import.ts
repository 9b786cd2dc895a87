import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversationImport } from '../../schema/imports';
import type { ImportRecord } from '../../types/import-record';

/** A person's own import; `null` for any other. */
export async function findImport(userId: string, importId: string): Promise<ImportRecord | null> {
  const db = await getDb();
  const [found] = await db
    .select()
    .from(conversationImport)
    .where(and(eq(conversationImport.id, importId), eq(conversationImport.userId, userId)));
  if (!found) return null;
  const { userId: _, ...record } = found;
  return record;
}
