import 'server-only';
import { findConversation } from '@/db/queries/conversations/find-conversation';
import { selectMessageTree } from '@/db/queries/conversations/select-message-tree';
import { type MessageRecord, selectMessages } from '@/db/queries/conversations/select-messages';
import type { ConversationRecord } from '@/db/types/conversation-record';
import type { RunResult } from '@/db/types/run-result';
import type { RunStatus } from '@/db/types/run-status';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';
import { activePath } from './active-path';
import { type ContinuedFrom, continuedFrom } from './continued-from';
import { newestBehind } from './newest-behind';

export interface ConversationMessage {
  id: string;
  parentId: string | null;
  role: 'user' | 'assistant';
  parts: MessageRecord['parts'];
  chosen: MessageRecord['chosen'];
  checks: MessageRecord['checks'];
  createdAt: Date;
  /** Messages with the same parent, itself included, oldest first: edits and other runs of the turn. */
  siblingIds: string[];
  /** For each of them the newest message behind it: as `activeLeafId` it shows that branch to its end. */
  siblingLeafIds: string[];
  /** Of an assistant message: the run that writes it, its status and, when it is over, its result. */
  runId: string | null;
  status: RunStatus | null;
  result: RunResult | null;
  /** Of an answer without a run: the context from which a person went on. */
  continuedFrom: ContinuedFrom | null;
}

export type ConversationWithMessages = ConversationRecord & {
  messages: ConversationMessage[];
  /** Whether the actor may change it. */
  canWrite: boolean;
};

/** A conversation with the messages of its active path, or all of them. Throws `not_found` when the actor may not see it. */
export async function getConversation(
  actor: Actor,
  conversationId: string,
  which: 'path' | 'all' = 'path',
): Promise<ConversationWithMessages> {
  const found = await findConversation(actor, conversationId, 'read');
  if (!found) throw new AppError('not_found', texts.noSuchConversation);
  const tree = await selectMessageTree(actor, conversationId);
  const siblings = Map.groupBy(tree, ({ parentId }) => parentId);
  const leaves = newestBehind(tree);
  const wanted = which === 'all' ? tree : activePath(tree, found.activeLeafId);
  const records = await selectMessages(
    actor,
    conversationId,
    wanted.map(({ id }) => id),
  );
  const byId = new Map(records.map((record) => [record.id, record]));
  const shown = wanted.flatMap(({ id }) => byId.get(id) ?? []);
  return {
    ...found,
    canWrite: (await findConversation(actor, conversationId, 'write')) !== null,
    messages: shown.map(({ id, parentId, role, parts, chosen, checks, createdAt, run }) => ({
      id,
      parentId,
      role,
      parts,
      chosen,
      checks,
      createdAt,
      siblingIds: (siblings.get(parentId) ?? []).map((sibling) => sibling.id),
      siblingLeafIds: (siblings.get(parentId) ?? []).map((sibling) => leaves.get(sibling.id) ?? sibling.id),
      runId: run?.id ?? null,
      status: run?.status ?? null,
      result: run?.result ?? null,
      continuedFrom: continuedFrom(parts),
    })),
  };
}
