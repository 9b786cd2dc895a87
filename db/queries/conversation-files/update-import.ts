import { eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversationImport } from '../../schema/imports';
import type { ImportRecord } from '../../types/import-record';

type ImportChanges = Partial<Pick<ImportRecord, 'status' | 'total' | 'done' | 'items' | 'warnings' | 'problem'>>;

/** How far an import has come. */
export async function updateImport(importId: string, changes: ImportChanges): Promise<void> {
  const db = await getDb();
  await db
    .update(conversationImport)
    .set({ ...changes, updatedAt: sql`now()` })
    .where(eq(conversationImport.id, importId));
}
