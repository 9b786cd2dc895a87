import 'server-only';
import { findConversation } from '@/db/queries/conversations/find-conversation';
import { selectSharedTree } from '@/db/queries/shared/select-shared-messages';
import { texts as general } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { texts } from './texts';

/**
 * The branch of a conversation that the actor may share: its end, and the conversation's title and workspace. Throws `not_found` for strangers, `forbidden`
 * for those who may only read, `invalid` for a message that is not there.
 */
export async function findSharedBranch(
  actor: Actor,
  { conversationId, leafId }: { conversationId: string; leafId?: string | undefined },
): Promise<{ leafId: string; title: string; workspaceId: string }> {
  const conversation = await findConversation(actor, conversationId, 'share');
  if (!conversation) {
    if (await findConversation(actor, conversationId, 'read')) throw new AppError('forbidden', texts.cannotShare);
    throw new AppError('not_found', general.noSuchConversation);
  }
  const tree = await selectSharedTree(conversationId);
  const newest = tree.at(-1);
  if (!newest) throw new AppError('invalid', texts.nothingToShare, { hint: texts.nothingToShareHint });
  if (leafId !== undefined && !tree.some(({ id }) => id === leafId)) {
    throw new AppError('invalid', general.invalidInput, { fields: [{ path: 'leafId', message: texts.noSuchLeaf }] });
  }
  const shown = tree.find(({ id }) => id === conversation.activeLeafId) ?? newest;
  return { leafId: leafId ?? shown.id, title: conversation.title, workspaceId: conversation.workspaceId };
}
