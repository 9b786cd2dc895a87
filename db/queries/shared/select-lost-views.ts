import { and, eq, exists, or, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/pg-core';
import { getDb } from '../../client';
import { preparedSql } from '../../prepared';
import { conversation } from '../../schema/conversations';
import { share } from '../../schema/shares';
import { isColleague, shareOpens } from './share-opens';

/** What somebody needs to go on reading through a link. */
export interface HeldView {
  shareId: string;
  /** As it was when they opened it. */
  version: number;
  /** How they are signed in; `none` = they are not. */
  via: 'session' | 'apiKey' | 'none';
  viaId: string | null;
  userId: string | null;
  /** Whether they see what only people of its workspace do. */
  isColleague: boolean;
}

/** Those of the views that have ended, as indexes. One statement, however many are asked for. */
export async function selectLostViews(views: HeldView[]): Promise<number[]> {
  const rows = await lostViews(await getDb(), {
    shareIds: views.map(({ shareId }) => shareId),
    versions: views.map(({ version }) => version),
    vias: views.map(({ via }) => via),
    viaIds: views.map(({ viaId }) => viaId),
    userIds: views.map(({ userId }) => userId),
    colleagues: views.map(({ isColleague }) => isColleague),
  });
  return rows.map(({ index }) => index);
}

const value = (name: string) => sql.placeholder(name);

const lostViews = preparedSql<{ index: number }>(
  'lost_views',
  () => sql`
    select (held.n - 1)::int as index
    from (
      select asked.share_id, asked.version, asked.is_colleague, asked.n,
        case
          when asked.via = 'session' and exists (
            select 1 from auth_session s where s.id = asked.via_id and s.user_id = asked.user_id
              and s.revoked_at is null and s.expires_at > now()
          ) then asked.user_id
          when asked.via = 'apiKey' and exists (
            select 1 from api_key k where k.id = asked.via_id and k.user_id = asked.user_id and k.revoked_at is null
              and (k.expires_at is null or k.expires_at > now())
          ) then asked.user_id
        end as user_id,
        (select k.workspace_id from api_key k where asked.via = 'apiKey' and k.id = asked.via_id) as only_in
      from unnest(${value('shareIds')}::uuid[], ${value('versions')}::int[], ${value('vias')}::text[],
        ${value('viaIds')}::uuid[], ${value('userIds')}::uuid[], ${value('colleagues')}::boolean[])
        with ordinality as asked(share_id, version, via, via_id, user_id, is_colleague, n)
    ) as held
    where not ${stillOpen()}`,
);

function stillOpen() {
  const viewer = { userId: sql`held.user_id`, onlyIn: sql`held.only_in` };
  const found = new QueryBuilder()
    .select({ one: sql`1` })
    .from(share)
    .innerJoin(conversation, eq(conversation.id, share.conversationId))
    .where(
      and(
        eq(share.id, sql`held.share_id`),
        eq(share.version, sql`held.version`),
        shareOpens(viewer),
        or(sql`not held.is_colleague`, isColleague(viewer)),
      ),
    );
  return exists(found);
}
