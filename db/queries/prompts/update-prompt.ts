import { and, eq, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { prompt } from '../../schema/prompts';
import type { PromptRecord } from '../../types/prompt-record';
import type { QueryActor } from '../../types/query-actor';
import { visiblePrompt } from './visible-prompt';

export type PromptChanges = Partial<Pick<PromptRecord, 'name' | 'text' | 'variables' | 'visibility'>>;

/** Returns null when the actor may not change it. */
export async function updatePrompt(
  actor: QueryActor,
  promptId: string,
  changes: PromptChanges,
): Promise<PromptRecord | null> {
  const db = await getDb();
  const [changed] = await db
    .update(prompt)
    .set({ ...changes, updatedAt: sql`now()` })
    .where(and(eq(prompt.id, promptId), visiblePrompt(actor, 'prompt.write')))
    .returning();
  return changed ?? null;
}
