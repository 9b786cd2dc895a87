import { type SQL, sql } from 'drizzle-orm';
import type { QueryActor } from '../../types/query-actor';
import type { TeamDefinition } from '../../types/team-definition';
import type { AttachmentPart } from '../attachments/attach-to-message';
import { type LeaseTerms, leaseEnd } from '../run-log/lease';

export interface NewTurn {
  /** Given by the caller, sortable. */
  ids: { run: string; message: string; answerMessage: string; conversation: string };
  /** `null` = a new conversation with `title` in the person's own workspace. */
  conversationId: string | null;
  title: string;
  /** `undefined` = behind the conversation's active leaf, `null` = a new root. */
  parentMessageId: string | null | undefined;
  input: string;
  /** Ids of what the actor uploaded, or sees in a conversation. */
  attachmentIds: string[];
  /** The most that they may have together. */
  maxAttachedBytes: number;
  team: TeamDefinition;
  /** A person's runs that are not over, this one not counted. */
  maxUnfinished: number;
}

/**
 * One statement for the user's message, the assistant's empty one and the run, which is queued, or running under `lease`; the latter message
 * becomes the conversation's active leaf. Does nothing when `place` has no row.
 * @param place a query of one row: `workspace_id`, `conversation_id`, `parent_id`
 */
export function turnInsertion(
  actor: QueryActor,
  turn: NewTurn,
  place: SQL,
  lease: LeaseTerms | null,
  attachments: AttachmentPart[] = [],
): SQL {
  const { ids } = turn;
  const files = attachments.map((attachment) => ({ type: 'attachment', ...attachment }));
  const parts = JSON.stringify([{ type: 'text', text: turn.input }, ...files]);
  const shown =
    turn.conversationId === null
      ? sql`insert into conversation (id, workspace_id, owner_id, title, active_leaf_id)
            select conversation_id, workspace_id, ${actor.userId}::uuid, ${turn.title}, ${ids.answerMessage}::uuid from place`
      : sql`update conversation set active_leaf_id = ${ids.answerMessage}, updated_at = now() from place
            where conversation.id = place.conversation_id`;
  const begun = lease
    ? sql`'running', ${lease.owner}, 1, ${leaseEnd(lease.leaseMs)}, now()`
    : sql`'queued', null, 0, null::timestamptz, null::timestamptz`;
  return sql`
    with place as (${place}), shown as (${shown}), messages as (
      insert into message (id, workspace_id, conversation_id, parent_id, role, parts)
      select id, workspace_id, conversation_id, coalesce(after, parent_id), role, parts
      from place, (values
        (${ids.message}::uuid, null::uuid, 'user', ${parts}::jsonb),
        (${ids.answerMessage}::uuid, ${ids.message}::uuid, 'assistant', '[]'::jsonb)) as m(id, after, role, parts)
    )
    insert into run (id, workspace_id, conversation_id, created_by, message_id, answer_message_id, team,
      status, owner, epoch, lease_until, started_at)
    select ${ids.run}::uuid, workspace_id, conversation_id, ${actor.userId}::uuid, ${ids.message}::uuid, ${ids.answerMessage}::uuid,
      ${JSON.stringify(turn.team)}::jsonb, ${begun}
    from place
    returning workspace_id as "workspaceId", conversation_id as "conversationId", (select parent_id from place) as "parentId", epoch`;
}
