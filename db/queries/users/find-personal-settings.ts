import { eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { user } from '../../schema/auth';
import type { PersonalSettings } from '../../types/personal-settings';

/** Null when there is no such person. */
export async function findPersonalSettings(userId: string): Promise<PersonalSettings | null> {
  const db = await getDb();
  const columns = { titles: user.titles, retentionDays: user.retentionDays };
  const [found] = await db.select(columns).from(user).where(eq(user.id, userId));
  return found ?? null;
}
