import { and, eq, exists, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { getDb } from '../../client';
import { preparedSql } from '../../prepared';
import { conversation } from '../../schema/conversations';
import { run } from '../../schema/runs';
import { visibleConversation } from '../conversations/visible-conversation';

/** What somebody needs to go on reading: their session or API key and, of a run or conversation, that it is there and shown to them. */
export interface HeldRight {
  via: 'session' | 'apiKey';
  /** Id of the session or the key. */
  viaId: string;
  userId: string;
  /** Both `null` = what they read is asked for with their right each time. */
  runId: string | null;
  conversationId: string | null;
}

/** Those of the rights that have gone, as indexes. One statement, however many are asked for. */
export async function selectLostRights(rights: HeldRight[]): Promise<number[]> {
  const rows = await lostRights(await getDb(), {
    vias: rights.map(({ via }) => via),
    viaIds: rights.map(({ viaId }) => viaId),
    userIds: rights.map(({ userId }) => userId),
    runIds: rights.map(({ runId }) => runId),
    conversationIds: rights.map(({ conversationId }) => conversationId),
  });
  return rows.map(({ index }) => index);
}

const value = (name: string) => sql.placeholder(name);

const lostRights = preparedSql<{ index: number }>(
  'lost_rights',
  () => sql`
    select (held.n - 1)::int as index
    from unnest(${value('vias')}::text[], ${value('viaIds')}::uuid[], ${value('userIds')}::uuid[], ${value('runIds')}::uuid[],
      ${value('conversationIds')}::uuid[]) with ordinality as held(via, via_id, user_id, run_id, conversation_id, n)
    where not (${isSignedIn()} and (held.run_id is null or ${seesRun()}) and (held.conversation_id is null or ${seesConversation()}))`,
);

function isSignedIn(): SQL {
  return sql`case held.via
    when 'session' then exists (
      select 1 from auth_session s
      where s.id = held.via_id and s.user_id = held.user_id and s.revoked_at is null and s.expires_at > now()
    )
    else exists (select 1 from api_key k where k.id = held.via_id and k.user_id = held.user_id and k.revoked_at is null
      and (k.expires_at is null or k.expires_at > now())
      and (k.workspace_id is null or (held.run_id is null and held.conversation_id is null)
        or k.workspace_id = (select r.workspace_id from run r where r.id = held.run_id)
        or k.workspace_id = (select c.workspace_id from conversation c where c.id = held.conversation_id)))
  end`;
}

function seesRun(): SQL {
  const found = new QueryBuilder()
    .select({ one: sql`1` })
    .from(run)
    .innerJoin(conversation, eq(conversation.id, run.conversationId))
    .where(and(eq(run.id, sql`held.run_id`), visibleConversation({ userId: sql`held.user_id` }, 'run.read')));
  return exists(found);
}

function seesConversation(): SQL {
  const found = new QueryBuilder()
    .select({ one: sql`1` })
    .from(conversation)
    .where(
      and(
        eq(conversation.id, sql`held.conversation_id`),
        visibleConversation({ userId: sql`held.user_id` }, 'conversation.read'),
      ),
    );
  return exists(found);
}
