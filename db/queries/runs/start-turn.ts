import { type SQL, sql } from 'drizzle-orm';
import { dbKind, getDb } from '../../client';
import { preparedSql } from '../../prepared';
import { conversation } from '../../schema/conversations';
import { workspace } from '../../schema/workspaces';
import type { QueryActor } from '../../types/query-actor';
import { ownLeaf } from '../conversations/own-leaf';
import { visibleConversation } from '../conversations/visible-conversation';
import { actorValues, LATER_ACTOR, memberOf } from '../member-of';
import type { RunLimits } from '../run-log/claim-next-run';
import type { ClaimedRun } from '../run-log/claimed-run';
import { foundRunIs } from '../run-log/found-run';
import { type LeaseTerms, leaseEnd } from '../run-log/lease';
import { type NewTurn, type TurnValues, turnInsertion, turnValues } from './turn-insertion';

/**
 * Makes a turn whose run begins at once, driven by the process of `terms`: its lease is in the same row, so a crash right behind it leaves
 * an abandoned run, which is taken over like every other. One statement, because a hundred people may ask within a second. `null`, and
 * nothing is made, when something is attached, a question is asked again, the run would have to wait or the turn is not possible: `insertTurn`
 * queues it or says why. Also where a policy is laid down for the workspace, unless the caller has read it and it allows the turn.
 */
export async function startTurn(
  actor: QueryActor,
  turn: NewTurn,
  terms: LeaseTerms,
  limits: RunLimits,
  isPolicyRead: boolean,
): Promise<ClaimedRun | null> {
  if (turn.attachmentIds.length > 0 || turn.questionId) return null;
  if (turn.conversationId === null && turn.parentMessageId) return null;
  const db = await getDb();
  const start =
    STARTS[dbKind()][turn.conversationId === null ? 'new' : turn.parentMessageId === undefined ? 'leaf' : 'given'];
  const values = {
    ...turnValues(actor, turn),
    ...actorValues(actor),
    ...(turn.conversationId !== null && { conversationId: turn.conversationId }),
    parentId: turn.parentMessageId ?? null,
    workspaceId: turn.workspaceId ?? null,
    ...limits,
    ...terms,
    isPolicyRead,
  };
  const rows = await start(db, values);
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

const value = (name: string) => sql.placeholder(name);

const LATER_TURN: TurnValues = {
  userId: value('userId'),
  title: value('title'),
  runId: value('runId'),
  messageId: value('messageId'),
  answerMessageId: value('answerMessageId'),
  conversationId: value('conversationId'),
  parts: value('parts'),
  team: value('team'),
  checks: value('checks'),
};

type FreePlace = (place: SQL) => SQL;

const STARTS = {
  pglite: startStatements('alone', placeIfAlone),
  postgres: startStatements('locked', placeBehindLock),
};

/** A policy that nobody has read may forbid the turn. */
const NO_UNREAD_POLICY = sql`(${value('isPolicyRead')}::boolean
  or not exists (select 1 from workspace_policy w where w.workspace_id = p.workspace_id))`;

/** In a new conversation, at the end of the shown branch of an existing one, or behind the given message (null = as a new root). */
function startStatements(kind: string, free: FreePlace) {
  const given = () => existingPlace(sql`${value('parentId')}::uuid`, parentExists());
  return {
    new: startStatement(`${kind}_new`, () => free(newPlace()), true),
    leaf: startStatement(`${kind}_leaf`, () => free(existingPlace(ownLeaf(LATER_ACTOR)))),
    given: startStatement(`${kind}_given`, () => free(given())),
  };
}

function startStatement(name: string, place: () => SQL, isNew = false) {
  type Row = Pick<ClaimedRun, 'workspaceId' | 'conversationId' | 'parentId' | 'epoch' | 'policy'> &
    Record<string, unknown>;
  return preparedSql<Row>(`start_turn_${name}`, () => {
    const begun = sql`'running', ${value('owner')}, 1, ${leaseEnd(value('leaseMs'))}, now()`;
    return turnInsertion(LATER_TURN, place(), isNew, begun);
  });
}

function newPlace(): SQL {
  return sql`select ${workspace.id} as workspace_id, ${LATER_TURN.conversationId}::uuid as conversation_id, null::uuid as parent_id,
      null::uuid as question_id
    from ${workspace}
    where ${workspace.id} = coalesce(${value('workspaceId')}::uuid,
        (select own.id from workspace own where own.personal_of = ${LATER_ACTOR.userId}))
      and ${memberOf(LATER_ACTOR, workspace.id, 'run.start')}`;
}

function existingPlace(parent: SQL, condition: SQL = sql``): SQL {
  return sql`select ${conversation.workspaceId} as workspace_id, ${conversation.id} as conversation_id, ${parent} as parent_id,
      null::uuid as question_id
    from ${conversation}
    where ${conversation.id} = ${LATER_TURN.conversationId} and ${visibleConversation(LATER_ACTOR, 'run.start')} ${condition}`;
}

function parentExists(): SQL {
  const parent = sql`${value('parentId')}::uuid`;
  return sql`and (${parent} is null
    or exists (select 1 from message m where m.id = ${parent} and m.conversation_id = ${conversation.id}))`;
}

/**
 * The place, when user and workspace are below their limits, none of the user's earlier runs waits and the conversation's turns are over:
 * whether one that is not lies on the same branch is for the queue to see.
 */
function placeIfAlone(place: SQL): SQL {
  const userId = LATER_TURN.userId;
  return sql`select p.* from (${place}) p
    where ${NO_UNREAD_POLICY}
      and not exists (select 1 from run r where r.created_by = ${userId} and r.status = 'queued')
      and not exists (select 1 from run r where r.conversation_id = p.conversation_id and ${foundRunIs(sql`r`, 'queued', 'running')})
      and (select count(*) from run r where r.created_by = ${userId} and r.status = 'running') < ${value('perUser')}
      and (select count(*) from run r where r.workspace_id = p.workspace_id and r.status = 'running') < ${value('perWorkspace')}`;
}

/** The same where other processes begin runs too: one after the other, and what has begun meanwhile is counted (migrations 0006, 0025). */
function placeBehindLock(place: SQL): SQL {
  return sql`select p.* from (${place}) p
    cross join lateral places_taken(${LATER_TURN.userId}::uuid, p.workspace_id, p.conversation_id) taken
    where ${NO_UNREAD_POLICY} and not taken.is_waiting and not taken.is_open
      and taken.by_user < ${value('perUser')} and taken.by_workspace < ${value('perWorkspace')}`;
}
