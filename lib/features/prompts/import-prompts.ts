import 'server-only';
import type { z } from 'zod';
import { selectPrompts } from '@/db/queries/prompts/select-prompts';
import type { PromptRecord } from '@/db/types/prompt-record';
import type { Actor } from '@/lib/platform/auth/actor';
import type { importedPrompts } from './prompt-schema';
import { createPrompt } from './save-prompt';

/** Saves the prompts of a file; one that the actor has already, in name and text, is left out. Throws `invalid` as `createPrompt`. */
export async function importPrompts(
  actor: Actor,
  { prompts, ...place }: z.infer<typeof importedPrompts>,
): Promise<{ items: PromptRecord[]; skipped: number }> {
  const key = ({ name, text }: { name: string; text: string }) => JSON.stringify([name, text]);
  const known = new Set((await selectPrompts(actor)).map(key));
  const items: PromptRecord[] = [];
  for (const prompt of prompts) {
    if (known.has(key(prompt))) continue;
    known.add(key(prompt));
    items.push(await createPrompt(actor, { ...prompt, ...place }));
  }
  return { items, skipped: prompts.length - items.length };
}
