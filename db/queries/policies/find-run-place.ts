import { and, eq, type SQL, sql } from 'drizzle-orm';
import { prepared } from '../../prepared';
import { conversation } from '../../schema/conversations';
import { workspace, workspacePolicy } from '../../schema/workspaces';
import type { Db } from '../../types/database';
import type { QueryActor } from '../../types/query-actor';
import { OPEN_POLICY, type WorkspacePolicy } from '../../types/workspace-policy';
import { visibleConversation } from '../conversations/visible-conversation';
import { actorValues, LATER_ACTOR, memberOf } from '../member-of';

export interface RunPlace {
  workspaceId: string;
  policy: WorkspacePolicy;
}

const places = {
  conversation: prepared((db) =>
    db
      .select({ workspaceId: conversation.workspaceId, policy: workspacePolicy.policy })
      .from(conversation)
      .leftJoin(workspacePolicy, eq(workspacePolicy.workspaceId, conversation.workspaceId))
      .where(and(eq(conversation.id, sql.placeholder('id')), visibleConversation(LATER_ACTOR, 'run.start')))
      .prepare('run_place_conversation'),
  ),
  workspace: prepared((db) => inWorkspace(db, 'given', eq(workspace.id, sql.placeholder('id')))),
  personal: prepared((db) => inWorkspace(db, 'personal', eq(workspace.personalOf, LATER_ACTOR.userId))),
};

function inWorkspace(db: Db, name: string, which: SQL) {
  return db
    .select({ workspaceId: workspace.id, policy: workspacePolicy.policy })
    .from(workspace)
    .leftJoin(workspacePolicy, eq(workspacePolicy.workspaceId, workspace.id))
    .where(and(which, memberOf(LATER_ACTOR, workspace.id, 'run.start')))
    .prepare(`run_place_${name}`);
}

/** Where a run of the actor would be, and what is laid down there; `null` when they may start none there. */
export async function findRunPlace(
  actor: QueryActor,
  place: { conversationId?: string | undefined; workspaceId?: string | undefined },
): Promise<RunPlace | null> {
  const kind = place.conversationId ? 'conversation' : place.workspaceId ? 'workspace' : 'personal';
  const query = await places[kind]();
  const id = place.conversationId ?? place.workspaceId;
  const [found] = await query.execute({ ...actorValues(actor), ...(id && { id }) });
  return found ? { workspaceId: found.workspaceId, policy: { ...OPEN_POLICY, ...found.policy } } : null;
}
