import 'server-only';
import type { z } from 'zod';
import { insertPrompt } from '@/db/queries/prompts/insert-prompt';
import { removePrompt } from '@/db/queries/prompts/remove-prompt';
import { selectPrompts } from '@/db/queries/prompts/select-prompts';
import { updatePrompt } from '@/db/queries/prompts/update-prompt';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';
import type { PromptRecord } from '@/db/types/prompt-record';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { gapsIn } from '@/lib/protocol/text/gaps';
import type { newPromptInput, promptChanges } from './prompt-schema';
import { texts } from './texts';

/** Saves a text to ask again. Throws `invalid` for a workspace in which the actor may not write. */
export async function createPrompt(actor: Actor, input: z.infer<typeof newPromptInput>): Promise<PromptRecord> {
  const workspaceId = input.workspaceId ?? (await findPersonalWorkspace(actor));
  const variables = input.variables ?? gapsIn(input.text);
  const made = await insertPrompt(actor, { ...input, workspaceId, variables });
  if (made) return made;
  const fields = [{ path: 'workspaceId', message: texts.cannotWriteHere }];
  throw new AppError('invalid', texts.invalid, { fields });
}

/** A prompt that the actor has. Throws `not_found`. */
export async function getPrompt(actor: Actor, promptId: string): Promise<PromptRecord> {
  const [found] = await selectPrompts(actor, promptId);
  if (!found) throw new AppError('not_found', texts.noSuchPrompt);
  return found;
}

/** Changes a prompt; where the text changes and its gaps are not given, they are those of the new one. Throws `not_found` and `forbidden`. */
export async function changePrompt(
  actor: Actor,
  promptId: string,
  changes: z.infer<typeof promptChanges>,
): Promise<PromptRecord> {
  const variables = changes.variables ?? (changes.text === undefined ? undefined : gapsIn(changes.text));
  const changed = await updatePrompt(actor, promptId, { ...changes, ...(variables && { variables }) });
  if (changed) return changed;
  await getPrompt(actor, promptId);
  throw new AppError('forbidden', texts.cannotChange);
}

/** Throws `not_found` and `forbidden`. */
export async function deletePrompt(actor: Actor, promptId: string): Promise<void> {
  if (await removePrompt(actor, promptId)) return;
  await getPrompt(actor, promptId);
  throw new AppError('forbidden', texts.cannotChange);
}
