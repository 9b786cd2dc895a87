import { type SQL, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { deleteContentOf } from './delete-content-of';

/** Stands where somebody who has been erased acted. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Erases a person, all or nothing. What is private goes with its messages, runs, logs, contexts and files. What they have published in a shared
 * workspace, and its teams, pass to an owner there; runs and usage in it stay without a name.
 */
export async function erasePerson({ userId, email }: { userId: string; email: string }): Promise<void> {
  const db = await getDb();
  await db.transaction(async (tx) => {
    const run = (statement: SQL) => tx.execute(statement);
    const heir = (workspace: SQL) => sql`(select m.user_id from membership m where m.workspace_id = ${workspace}
      and m.user_id <> ${userId} and m.role = 'owner' order by m.created_at, m.user_id limit 1)`;
    const gone = await tx.execute<{ id: string }>(sql`
      select c.id from conversation c join workspace w on w.id = c.workspace_id
      where w.personal_of = ${userId} or (c.owner_id = ${userId} and c.visibility = 'private')
        or not exists (select 1 from membership m where m.workspace_id = w.id and m.user_id <> ${userId})`);
    const ids = gone.rows.map(({ id }) => id);
    // What others still see, from the person's own workspace into the one where it is seen.
    await run(sql`
      update attachment set owner_id = c.owner_id, workspace_id = c.workspace_id
      from message_attachment a join message m on m.id = a.message_id join conversation c on c.id = m.conversation_id
      where a.attachment_id = attachment.id and attachment.owner_id = ${userId} and c.id <> all(${sql.param(ids)}::uuid[])`);
    await run(sql`
      update conversation set owner_id = ${heir(sql`conversation.workspace_id`)}
      where owner_id = ${userId} and id <> all(${sql.param(ids)}::uuid[])`);
    await run(sql`
      update attachment set owner_id = ${heir(sql`attachment.workspace_id`)}
      where owner_id = ${userId} and ${heir(sql`attachment.workspace_id`)} is not null`);
    await run(sql`
      update team set owner_id = ${heir(sql`team.workspace_id`)}
      where owner_id = ${userId} and ${heir(sql`team.workspace_id`)} is not null`);
    await run(sql`
      update message set chosen = jsonb_set(chosen, '{by,userId}', to_jsonb(${NOBODY}::text))
      where chosen -> 'by' ->> 'userId' = ${userId}`);
    await deleteContentOf(tx, ids);
    await run(sql`
      delete from workspace where personal_of is null
        and exists (select 1 from membership m where m.workspace_id = workspace.id and m.user_id = ${userId})
        and not exists (select 1 from membership m where m.workspace_id = workspace.id and m.user_id <> ${userId})`);
    const hashes = await tx.execute<{ hash: string }>(sql`select hash from attachment where owner_id = ${userId}`);
    await run(sql`delete from invite where lower(email) = lower(${email})`);
    await run(sql`delete from rate_limit where strpos(key, ${email}) > 0 or strpos(key, ${userId}) > 0`);
    // With all that hangs on it: sessions, keys, servers, prompts, imports, the personal workspace.
    await run(sql`delete from "user" where id = ${userId}`);
    await deleteContentOf(
      tx,
      [],
      hashes.rows.map(({ hash }) => hash),
    );
  });
}
