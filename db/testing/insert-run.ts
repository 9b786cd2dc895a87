import { uuidv7 } from 'uuidv7';
import { getDb } from '../client';
import { message } from '../schema/conversations';
import { run } from '../schema/runs';
import type { RunResult } from '../types/run-result';
import type { RunStatus } from '../types/run-status';
import type { TeamDefinition } from '../types/team-definition';

/** A turn for tests: the user's message, the assistant's, and their run. */
export async function insertRun(turn: {
  workspaceId: string;
  conversationId: string;
  userId: string;
  status: RunStatus;
  parentId?: string;
  team?: TeamDefinition;
  result?: RunResult;
}) {
  const db = await getDb();
  const place = { workspaceId: turn.workspaceId, conversationId: turn.conversationId };
  const ids = { messageId: uuidv7(), answerMessageId: uuidv7(), runId: uuidv7() };
  await db.insert(message).values([
    {
      ...place,
      id: ids.messageId,
      parentId: turn.parentId ?? null,
      role: 'user',
      parts: [{ type: 'text', text: 'Q' }],
    },
    { ...place, id: ids.answerMessageId, parentId: ids.messageId, role: 'assistant', parts: [] },
  ]);
  await db.insert(run).values({
    ...place,
    id: ids.runId,
    createdBy: turn.userId,
    messageId: ids.messageId,
    answerMessageId: ids.answerMessageId,
    team: turn.team ?? { name: 'T', agents: [] },
    status: turn.status,
    result: turn.result,
  });
  return ids;
}
