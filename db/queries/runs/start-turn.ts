import { eq, type SQL, sql } from 'drizzle-orm';
import { dbKind, getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import { workspace } from '../../schema/workspaces';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from '../conversations/visible-conversation';
import { memberOf } from '../member-of';
import type { RunLimits } from '../run-log/claim-next-run';
import type { ClaimedRun } from '../run-log/claimed-run';
import type { LeaseTerms } from '../run-log/lease';
import { lockClaims } from '../run-log/lock-claims';
import { type NewTurn, turnInsertion } from './turn-insertion';

/**
 * Makes a turn whose run begins at once, driven by the process of `terms`: its lease is in the same row, so a crash right behind it leaves
 * an abandoned run, which is taken over like every other. One statement, because a hundred people may ask within a second. `null`, and
 * nothing is made, when something is attached, the run would have to wait or the turn is not possible: `insertTurn` queues it or says why.
 */
export async function startTurn(
  actor: QueryActor,
  turn: NewTurn,
  terms: LeaseTerms,
  limits: RunLimits,
): Promise<ClaimedRun | null> {
  if (turn.attachmentIds.length > 0) return null;
  const db = await getDb();
  const place = turn.conversationId === null ? newPlace(actor, turn) : existingPlace(actor, turn);
  const statement = turnInsertion(actor, turn, freePlace(actor, place, limits), terms);
  type Row = Pick<ClaimedRun, 'workspaceId' | 'conversationId' | 'parentId' | 'epoch'> & Record<string, unknown>;
  const { rows } =
    dbKind() === 'pglite'
      ? await db.execute<Row>(statement)
      : await db.transaction(async (tx) => {
          await lockClaims(tx);
          return tx.execute<Row>(statement);
        });
  const [row] = rows;
  if (!row) return null;
  return {
    ...row,
    id: turn.ids.run,
    createdBy: actor.userId,
    messageId: turn.ids.message,
    team: turn.team,
    mayHaveLog: false,
    parts: [{ type: 'text', text: turn.input }],
  };
}

function newPlace(actor: QueryActor, turn: NewTurn): SQL {
  return sql`select ${workspace.id} as workspace_id, ${turn.ids.conversation}::uuid as conversation_id, null::uuid as parent_id
    from ${workspace}
    where ${eq(workspace.personalOf, actor.userId)} and ${memberOf(actor, workspace.id, 'write')} and ${!turn.parentMessageId}`;
}

/** Behind turns that are over: whether one that is not lies on the same branch is for the queue to see. */
function existingPlace(actor: QueryActor, turn: NewTurn): SQL {
  const given = turn.parentMessageId;
  const parent = given === undefined ? sql`${conversation.activeLeafId}` : sql`${given}::uuid`;
  const exists = given
    ? sql`and exists (select 1 from message m where m.id = ${given} and m.conversation_id = ${conversation.id})`
    : sql``;
  return sql`select ${conversation.workspaceId} as workspace_id, ${conversation.id} as conversation_id, ${parent} as parent_id
    from ${conversation}
    where ${eq(conversation.id, turn.conversationId ?? '')} and ${visibleConversation(actor, 'write')} ${exists}
      and not exists (select 1 from run r where r.conversation_id = ${conversation.id} and r.status in ('queued', 'running'))`;
}

/** The place, when user and workspace are below their limits and none of the user's earlier runs waits. */
function freePlace(actor: QueryActor, place: SQL, { perUser, perWorkspace }: RunLimits): SQL {
  return sql`select p.* from (${place}) p
    where not exists (select 1 from run r where r.created_by = ${actor.userId} and r.status = 'queued')
      and (select count(*) from run r where r.created_by = ${actor.userId} and r.status = 'running') < ${perUser}
      and (select count(*) from run r where r.workspace_id = p.workspace_id and r.status = 'running') < ${perWorkspace}`;
}
