import { eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { share } from '../../schema/shares';

/** Counts one opening of a link. */
export async function countView(shareId: string): Promise<void> {
  const db = await getDb();
  await db
    .update(share)
    .set({ views: sql`${share.views} + 1`, lastViewedAt: sql`now()` })
    .where(eq(share.id, shareId));
}
