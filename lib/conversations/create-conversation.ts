import 'server-only';
import type { z } from 'zod';
import { insertConversation } from '@/db/queries/conversations/insert-conversation';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';
import type { ConversationRecord } from '@/db/types/conversation-record';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';
import type { newConversationInput } from './conversation-input';

/** Makes an empty conversation. Throws `invalid` for a workspace in which the actor may not write. */
export async function createConversation(
  actor: Actor,
  input: z.infer<typeof newConversationInput>,
): Promise<ConversationRecord> {
  const workspaceId = input.workspaceId ?? (await findPersonalWorkspace(actor));
  const made = await insertConversation(actor, { ...input, workspaceId });
  if (!made) {
    throw new AppError('invalid', 'The input is not valid.', {
      fields: [{ path: 'workspaceId', message: 'You cannot write in this workspace.' }],
    });
  }
  return made;
}
