import { and, asc, eq } from 'drizzle-orm';
import { getDb } from '../../client';
import { prompt } from '../../schema/prompts';
import type { PromptRecord } from '../../types/prompt-record';
import type { QueryActor } from '../../types/query-actor';
import { visiblePrompt } from './visible-prompt';

const MOST = 500;

/** The prompts that the actor has, their own and those of their workspaces, by name; or one of them. */
export async function selectPrompts(actor: QueryActor, promptId?: string): Promise<PromptRecord[]> {
  const db = await getDb();
  return db
    .select()
    .from(prompt)
    .where(and(visiblePrompt(actor, 'prompt.read'), promptId ? eq(prompt.id, promptId) : undefined))
    .orderBy(asc(prompt.name), asc(prompt.id))
    .limit(MOST);
}
