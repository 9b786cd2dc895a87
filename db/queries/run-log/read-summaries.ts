import { inArray } from 'drizzle-orm';
import { historySummary } from '../../schema/history-summaries';
import type { Db } from '../../types/database';

export interface StoredSummary {
  /** The last message that it covers. */
  messageId: string;
  text: string;
  by: { type: string; model: string } | null;
}

/** The summaries that end with one of these messages. */
export async function readSummaries(db: Db, messageIds: string[]): Promise<StoredSummary[]> {
  return db
    .select({ messageId: historySummary.messageId, text: historySummary.text, by: historySummary.madeBy })
    .from(historySummary)
    .where(inArray(historySummary.messageId, messageIds));
}
