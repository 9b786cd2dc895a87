import 'server-only';
import type { z } from 'zod';
import { insertConversation } from '@/db/queries/conversations/insert-conversation';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';
import type { ConversationRecord } from '@/db/types/conversation-record';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import type { newConversationInput } from './conversation-input';

/** Makes an empty conversation. Throws `invalid` for a workspace in which the actor may not write. */
export async function createConversation(
  actor: Actor,
  input: z.infer<typeof newConversationInput>,
): Promise<ConversationRecord> {
  const workspaceId = input.workspaceId ?? (await findPersonalWorkspace(actor));
  const titleBy = input.title === texts.newConversation ? {} : { titleBy: 'person' as const };
  const made = await insertConversation(actor, { ...input, ...titleBy, workspaceId });
  if (!made) {
    throw new AppError('invalid', texts.invalidInput, {
      fields: [{ path: 'workspaceId', message: texts.cannotWriteHere }],
    });
  }
  return made;
}
