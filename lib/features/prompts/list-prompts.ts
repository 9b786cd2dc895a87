import 'server-only';
import { selectPrompts } from '@/db/queries/prompts/select-prompts';
import type { PromptRecord } from '@/db/types/prompt-record';
import type { Actor } from '@/lib/platform/auth/actor';

/** The actor's own prompts and those of their workspaces, by name. */
export async function listPrompts(actor: Actor): Promise<{ items: PromptRecord[]; nextCursor: null }> {
  return { items: await selectPrompts(actor), nextCursor: null };
}
