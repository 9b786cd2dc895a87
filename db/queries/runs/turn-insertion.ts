import { type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { QueryActor } from '../../types/query-actor';
import type { TeamDefinition } from '../../types/team-definition';
import type { AttachmentPart } from '../attachments/attach-to-message';

export interface NewTurn {
  /** Given by the caller, sortable. */
  ids: { run: string; message: string; answerMessage: string; conversation: string };
  /** `null` = a new conversation with `title`. */
  conversationId: string | null;
  /** Of a new conversation; absent = the person's own. */
  workspaceId?: string | undefined;
  title: string;
  /** `undefined` = at the end of the branch that the actor is shown, `null` = a new root. */
  parentMessageId: string | null | undefined;
  /** A question that is asked once more: the run's answer stands beside those that it has. Its files and checks are already with it. */
  questionId?: string | null;
  input: string;
  /** Ids of what the actor uploaded, or sees in a conversation. */
  attachmentIds: string[];
  /** The most that they may have together. */
  maxAttachedBytes: number;
  team: TeamDefinition;
  /** Kept with the question. */
  checks?: unknown[];
  /** A person's runs that are not over, this one not counted. */
  maxUnfinished: number;
}

/** What the statement says, or placeholders for it. */
export type TurnValues = Record<
  'userId' | 'title' | 'runId' | 'messageId' | 'answerMessageId' | 'conversationId' | 'parts' | 'team' | 'checks',
  string | Placeholder
>;

/** The values of one turn; `parts`, `team` and `checks` are JSON. */
export function turnValues(actor: QueryActor, turn: NewTurn, attachments: AttachmentPart[] = []) {
  const files = attachments.map((attachment) => ({ type: 'attachment', ...attachment }));
  return {
    userId: actor.userId,
    title: turn.title,
    runId: turn.ids.run,
    messageId: turn.ids.message,
    answerMessageId: turn.ids.answerMessage,
    conversationId: turn.ids.conversation,
    parts: JSON.stringify([{ type: 'text', text: turn.input }, ...files]),
    team: JSON.stringify(turn.team),
    checks: JSON.stringify(turn.checks ?? []),
  } satisfies TurnValues;
}

/**
 * One statement for the user's message, the assistant's empty one and the run; the latter message becomes the end of the branch that is
 * shown to who asks, and to those who were shown what it follows. Does nothing when `place` has no row.
 * @param place a query of one row: `workspace_id`, `conversation_id`, `parent_id`, `question_id` (null = a new question)
 * @param isNew the conversation is to be made
 * @param begun what the run has in `status`, `owner`, `epoch`, `lease_until` and `started_at`
 */
export function turnInsertion(values: TurnValues, place: SQL, isNew: boolean, begun: SQL): SQL {
  const { userId, title, runId, messageId, answerMessageId, parts, team, checks } = values;
  const shown = isNew
    ? sql`insert into conversation (id, workspace_id, owner_id, title, active_leaf_id)
            select conversation_id, workspace_id, ${userId}::uuid, ${title}, ${answerMessageId}::uuid from place`
    : sql`update conversation set active_leaf_id = ${answerMessageId}, updated_at = now() from place
            where conversation.id = place.conversation_id`;
  return sql`
    with place as (${place}), shown as (${shown}), messages as (
      insert into message (id, workspace_id, conversation_id, parent_id, role, parts, checks)
      select id, workspace_id, conversation_id, case role when 'user' then parent_id else coalesce(question_id, after) end, role, parts,
        nullif(checks, '[]'::jsonb)
      from place, (values
        (${messageId}::uuid, null::uuid, 'user', ${parts}::jsonb, ${checks}::jsonb),
        (${answerMessageId}::uuid, ${messageId}::uuid, 'assistant', '[]'::jsonb, null::jsonb)) as m(id, after, role, parts, checks)
      where role = 'assistant' or question_id is null
    ), followed as (
      update reading set leaf_id = ${answerMessageId}::uuid from place
      where reading.conversation_id = place.conversation_id and reading.leaf_id = place.parent_id and place.question_id is null
        and reading.user_id <> ${userId}::uuid
    ), own as (
      insert into reading (conversation_id, user_id, leaf_id)
      select conversation_id, ${userId}::uuid, ${answerMessageId}::uuid from place
      on conflict (conversation_id, user_id) do update set leaf_id = excluded.leaf_id, read_at = excluded.read_at
    )
    insert into run (id, workspace_id, conversation_id, created_by, message_id, answer_message_id, team,
      status, owner, epoch, lease_until, started_at)
    select ${runId}::uuid, workspace_id, conversation_id, ${userId}::uuid, coalesce(question_id, ${messageId}::uuid), ${answerMessageId}::uuid,
      ${team}::jsonb, ${begun}
    from place
    returning workspace_id as "workspaceId", conversation_id as "conversationId", (select parent_id from place) as "parentId", epoch,
      (select w.policy from workspace_policy w where w.workspace_id = run.workspace_id) as policy`;
}
