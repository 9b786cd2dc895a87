import { type SQL, sql } from 'drizzle-orm';
import type { MessagePart } from '../../schema/conversations';
import type { TeamDefinition } from '../../types/team-definition';
import type { WorkspacePolicy } from '../../types/workspace-policy';

export type { MessagePart };

/** A run that this process may drive, and what is needed for that. */
export interface ClaimedRun {
  id: string;
  workspaceId: string;
  conversationId: string;
  createdBy: string;
  messageId: string;
  team: TeamDefinition;
  /** Fencing token for every write. */
  epoch: number;
  /** False = the run was queued until now, so nothing is in its log. */
  mayHaveLog: boolean;
  /** The turn's message, and the one it follows. */
  parts: MessagePart[];
  parentId: string | null;
  /** What is laid down for its workspace; `null` = nothing. */
  policy: Partial<WorkspacePolicy> | null;
}

/** For `returning`, of a run that was queued or of one that was taken over. */
export function claimedColumns(was: 'queued' | 'abandoned'): SQL {
  return sql.raw(
    `run.id, run.workspace_id as "workspaceId", run.conversation_id as "conversationId", run.created_by as "createdBy",
     run.message_id as "messageId", run.team, run.epoch, ${was === 'abandoned'} as "mayHaveLog",
     (select m.parts from message m where m.id = run.message_id) as parts,
     (select m.parent_id from message m where m.id = run.message_id) as "parentId",
     (select w.policy from workspace_policy w where w.workspace_id = run.workspace_id) as policy`,
  );
}
