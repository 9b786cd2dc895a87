import { eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { user } from '../../schema/auth';
import type { PersonalSettings } from '../../types/personal-settings';

/** Changes what is given. Returns null when there is no such person. */
export async function savePersonalSettings(
  userId: string,
  changes: Partial<PersonalSettings>,
): Promise<PersonalSettings | null> {
  const db = await getDb();
  const columns = { titles: user.titles, retentionDays: user.retentionDays };
  const [changed] = await db.update(user).set(changes).where(eq(user.id, userId)).returning(columns);
  return changed ?? null;
}
