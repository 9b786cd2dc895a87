import { eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { trustedOrigin } from '../../schema/trusted-origins';

/** False when there is no such origin. */
export async function deleteTrustedOrigin(id: string): Promise<boolean> {
  const db = await getDb();
  const rows = await db.delete(trustedOrigin).where(eq(trustedOrigin.id, id)).returning({ id: trustedOrigin.id });
  return rows.length > 0;
}
