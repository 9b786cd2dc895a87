import { type SQL, sql } from 'drizzle-orm';

/** Conversations `c` that their owner has kept on purpose: pinned, shown to a workspace, or behind a link that is open. */
export function keptOnPurpose(): SQL {
  return sql`(c.visibility <> 'private'
    or exists (select 1 from reading k where k.conversation_id = c.id and k.user_id = c.owner_id and k.pinned_at is not null)
    or exists (select 1 from share s where s.conversation_id = c.id and s.revoked_at is null and (s.expires_at is null or s.expires_at > now())))`;
}

/** Conversations `c` that nobody has used for so many days, and in which no run goes on. */
export function unusedFor(days: SQL): SQL {
  return sql`(c.updated_at < now() - make_interval(days => ${days})
    and not exists (select 1 from run r where r.conversation_id = c.id and r.status in ('queued', 'running')))`;
}
