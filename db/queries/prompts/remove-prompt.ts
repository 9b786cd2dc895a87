import { and, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { prompt } from '../../schema/prompts';
import type { QueryActor } from '../../types/query-actor';
import { visiblePrompt } from './visible-prompt';

/** False when the actor may not. */
export async function removePrompt(actor: QueryActor, promptId: string): Promise<boolean> {
  const db = await getDb();
  const removed = await db
    .delete(prompt)
    .where(and(eq(prompt.id, promptId), visiblePrompt(actor, 'prompt.write')))
    .returning({ id: prompt.id });
  return removed.length > 0;
}
