import { and, eq } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import { getDb } from '../../client';
import { prompt } from '../../schema/prompts';
import { workspace } from '../../schema/workspaces';
import type { PromptRecord } from '../../types/prompt-record';
import type { QueryActor } from '../../types/query-actor';
import { memberOf } from '../member-of';

export type NewPrompt = Pick<PromptRecord, 'workspaceId' | 'name' | 'text' | 'variables' | 'visibility'>;

/** Returns null when the actor may not write in the workspace. */
export async function insertPrompt(actor: QueryActor, values: NewPrompt): Promise<PromptRecord | null> {
  const db = await getDb();
  const [allowed] = await db
    .select({ id: workspace.id })
    .from(workspace)
    .where(and(eq(workspace.id, values.workspaceId), memberOf(actor, workspace.id, 'prompt.create')));
  if (!allowed) return null;
  const [made] = await db
    .insert(prompt)
    .values({ id: uuidv7(), ownerId: actor.userId, ...values })
    .returning();
  return made ?? null;
}
