import { sql } from 'drizzle-orm';
import { getDb } from '../../client';

/** What belongs to a person and has to be ended before it is erased. */
export interface ThingsOfPerson {
  /** Conversations that go with them. */
  conversations: string[];
  /** Runs that go on in these, or that they have started anywhere. */
  runs: string[];
  /** Shared workspaces that would be left with members and without an owner. */
  orphaned: { id: string; name: string }[];
}

/** What is erased with a person. Asked by nobody but the erasure itself, of which the person or an administrator is the actor. */
export async function selectThingsOfPerson(userId: string): Promise<ThingsOfPerson> {
  const db = await getDb();
  const conversations = await db.execute<{ id: string }>(sql`
    select c.id from conversation c join workspace w on w.id = c.workspace_id
    where w.personal_of = ${userId} or (c.owner_id = ${userId} and c.visibility = 'private')
      or not exists (select 1 from membership m where m.workspace_id = w.id and m.user_id <> ${userId})`);
  const ids = conversations.rows.map(({ id }) => id);
  const runs = await db.execute<{ id: string }>(sql`
    select id from run where status in ('queued', 'running')
      and (created_by = ${userId} or conversation_id = any(${sql.param(ids)}::uuid[]))`);
  const orphaned = await db.execute<{ id: string; name: string }>(sql`
    select w.id, w.name from workspace w join membership own on own.workspace_id = w.id and own.user_id = ${userId}
    where own.role = 'owner' and w.personal_of is null
      and exists (select 1 from membership m where m.workspace_id = w.id and m.user_id <> ${userId})
      and not exists (select 1 from membership m where m.workspace_id = w.id and m.user_id <> ${userId} and m.role = 'owner')`);
  return { conversations: ids, runs: runs.rows.map(({ id }) => id), orphaned: orphaned.rows };
}
