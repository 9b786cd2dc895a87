import 'server-only';
import { selectPrompts } from '@/db/queries/prompts/select-prompts';
import type { Actor } from '@/lib/platform/auth/actor';

/** All prompts that the actor has, as a file that the import reads again: no ids, no names of people. */
export async function exportPrompts(actor: Actor): Promise<{ fileName: string; mediaType: string; text: string }> {
  const prompts = (await selectPrompts(actor)).map(({ name, text, variables }) => ({ name, text, variables }));
  const text = `${JSON.stringify({ prompts }, null, 2)}\n`;
  return { fileName: 'prompts.json', mediaType: 'application/json', text };
}
