import { historySummary } from '../../schema/history-summaries';
import type { Db } from '../../types/database';
import type { StoredSummary } from './read-summaries';

/** Keeps a summary; one that is there already stays. Rejects when its message is gone. */
export async function saveSummary(
  db: Db,
  { messageId, workspaceId, text, by }: StoredSummary & { workspaceId: string },
): Promise<void> {
  await db.insert(historySummary).values({ messageId, workspaceId, text, madeBy: by }).onConflictDoNothing();
}
