import 'server-only';
import { findConversation } from '@/db/queries/conversations/find-conversation';
import { type MessageNode, selectMessageTree } from '@/db/queries/conversations/select-message-tree';
import type { ConversationRecord } from '@/db/types/conversation-record';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { activePath } from './active-path';
import { newestBehind } from './newest-behind';

/** A question and its answer, without their texts. */
export interface TurnNode {
  question: MessageNode;
  answer: MessageNode;
}

/** The branch that a conversation shows, without its texts. */
export interface Branch {
  conversation: ConversationRecord;
  /** Oldest first. */
  turns: TurnNode[];
  /** Messages of the whole tree by their parent, oldest first. */
  siblings: Map<string | null, MessageNode[]>;
  /** For each message the newest one behind it. */
  leaves: Map<string, string>;
}

/** What a page needs to know of a conversation before it reads a text. Throws `not_found` when the actor may not see it. */
export async function readBranch(actor: Actor, conversationId: string): Promise<Branch> {
  const conversation = await findConversation(actor, conversationId, 'read');
  if (!conversation) throw new AppError('not_found', texts.noSuchConversation);
  const tree = await selectMessageTree(actor, conversationId);
  const leaves = newestBehind(tree);
  const path = activePath(tree, shownEnd(tree, leaves, conversation.activeLeafId));
  const turns = path.flatMap((question, index) => {
    const answer = path[index + 1];
    return question.role === 'user' && answer?.role === 'assistant' ? [{ question, answer }] : [];
  });
  const siblings = Map.groupBy(tree, ({ parentId }) => parentId);
  return { conversation, turns, siblings, leaves };
}

/** A branch ends with an answer: of a question the newest one is shown. */
function shownEnd(tree: MessageNode[], leaves: Map<string, string>, leafId: string | null): string | null {
  const isQuestion = tree.some(({ id, role }) => id === leafId && role === 'user');
  return isQuestion && leafId ? (leaves.get(leafId) ?? leafId) : leafId;
}
