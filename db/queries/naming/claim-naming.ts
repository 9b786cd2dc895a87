import { sql } from 'drizzle-orm';
import { preparedSql } from '../../prepared';
import type { MessagePart } from '../../schema/conversations';
import type { Db } from '../../types/database';
import type { TeamDefinition } from '../../types/team-definition';
import type { WorkspacePolicy } from '../../types/workspace-policy';

/** A conversation that is to be given its title and summary, by its first run that came to an answer. */
export interface NamingJob {
  runId: string;
  workspaceId: string;
  /** Null = somebody whose account has been erased. */
  userId: string | null;
  team: TeamDefinition;
  question: MessagePart[];
  answer: MessagePart[];
  titleBy: 'rule' | 'model' | 'person';
  summary: string | null;
  /** What the person wants, and what is laid down for the workspace. */
  wanted: 'model' | 'rule' | null;
  policy: Partial<WorkspacePolicy> | null;
}

/** After so many beginnings without an end it is left alone. */
const MOST_TRIES = 3;

/**
 * Takes the naming of a conversation, so that nobody else does it too. `null` = there is nothing to name it by, it is done, or somebody
 * has taken it in the last `staleSeconds`.
 */
export async function claimNaming(db: Db, conversationId: string, staleSeconds: number): Promise<NamingJob | null> {
  const [job] = await claim(db, { conversationId, staleSeconds });
  return job ?? null;
}

const CONVERSATION = sql.placeholder('conversationId');

/** Once for each new conversation: built once. */
const claim = preparedSql<NamingJob & Record<string, unknown>>(
  'claim_naming',
  () => sql`
    with first as (
      select id, workspace_id, created_by, team, message_id, answer_message_id from run
      where conversation_id = ${CONVERSATION} and status = 'finished' and not is_imported
      order by created_at limit 1
    ), claimed as (
      insert into conversation_naming (conversation_id, claimed_at, tries) select ${CONVERSATION}::uuid, now(), 1 from first
      on conflict (conversation_id) do update set claimed_at = now(), tries = conversation_naming.tries + 1
        where conversation_naming.done_at is null and conversation_naming.tries < ${sql.raw(String(MOST_TRIES))}
          and conversation_naming.claimed_at <= now() - make_interval(secs => ${sql.placeholder('staleSeconds')})
      returning conversation_id
    )
    select first.id as "runId", first.workspace_id as "workspaceId", first.created_by as "userId", first.team,
      asked.parts as question, answered.parts as answer, c.title_by as "titleBy", c.summary, u.titles as wanted, p.policy
    from claimed
    cross join first
    join conversation c on c.id = claimed.conversation_id
    join message asked on asked.id = first.message_id
    join message answered on answered.id = first.answer_message_id
    left join "user" u on u.id = first.created_by
    left join workspace_policy p on p.workspace_id = first.workspace_id`,
);
