import 'server-only';
import { selectMessages } from '@/db/queries/conversations/select-messages';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';

/** One message of a conversation, whole. Throws `not_found` when the actor may not see it. */
export async function getMessage(actor: Actor, conversationId: string, messageId: string) {
  const [found] = await selectMessages(actor, conversationId, [messageId]);
  if (!found) throw new AppError('not_found', texts.noSuchMessage);
  const { id, parentId, role, parts, chosen, checks, createdAt, run } = found;
  return { id, parentId, role, parts, chosen, checks, createdAt, runId: run?.id ?? null, status: run?.status ?? null };
}
