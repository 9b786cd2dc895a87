import { and, arrayContains, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { getDb } from '../../client';
import { conversation } from '../../schema/conversations';
import { searchEntry } from '../../schema/search';
import type { QueryActor } from '../../types/query-actor';
import { visibleConversation } from '../conversations/visible-conversation';

export interface SearchFilter {
  /** As a `tsquery` is written. */
  tsquery: string;
  label?: string | undefined;
  /** Name of the team. */
  team?: string | undefined;
  workspaceId?: string | undefined;
  authorId?: string | undefined;
  from?: Date | undefined;
  to?: Date | undefined;
  offset: number;
  limit: number;
}

export interface FoundEntry {
  id: string;
  conversationId: string;
  kind: 'title' | 'question' | 'answer';
  at: string;
}

/** So many hits are ranked, the newest. */
const RANKED = 1_000;
/** Of up to so many the newest are found sooner by gathering all. */
const GATHERED = 5_000;

/**
 * What the actor may see and the words are in, the best first. Hits are gathered by the index of words; of words that are in too many texts the
 * newest are taken by walking back in time, where they are met soon.
 */
export async function findEntries(actor: QueryActor, filter: SearchFilter): Promise<FoundEntry[]> {
  const db = await getDb();
  const { tsquery, offset, limit } = filter;
  const allowed = and(visibleConversation(actor, 'conversation.read'), ...conditions(filter));
  const newest =
    (await expectedHits(tsquery)) > GATHERED ? walked(actor, tsquery, allowed) : gathered(tsquery, allowed);
  const { rows } = await db.execute<FoundEntry & Record<string, unknown>>(sql`
    with hits as materialized (${newest} order by at desc limit ${RANKED})
    select id, conversation_id as "conversationId", kind, at::text as at
    from hits
    order by ts_rank(words, ${tsquery}::tsquery, 1) * (1 + 1 / (1 + extract(epoch from now() - at) / 2592000)) desc, at desc, id desc
    offset ${offset} limit ${limit}`);
  return rows;
}

/** In how many texts the words are, by the planner's statistics: a count would have to read them all. */
async function expectedHits(tsquery: string): Promise<number> {
  const db = await getDb();
  const { rows } = await db.execute<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    sql`explain (format json) select from search_entry where words @@ ${tsquery}::tsquery`,
  );
  return rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
}

const COLUMNS = sql.raw(
  'search_entry.id, search_entry.conversation_id, search_entry.kind, search_entry.at, search_entry.words',
);

/** `offset 0`: planned alone, by the index of words, and not by the joined tables. */
function gathered(tsquery: string, allowed: SQL | undefined): SQL {
  return sql`select ${COLUMNS}
    from (select * from search_entry where words @@ ${tsquery}::tsquery offset 0) search_entry
      join conversation on conversation.id = search_entry.conversation_id
    where ${allowed}`;
}

/** By the function behind `@@`, which no index of words knows: each workspace is walked by its index of times. */
function walked(actor: QueryActor, tsquery: string, allowed: SQL | undefined): SQL {
  return sql`select newest.* from membership cross join lateral (
      select ${COLUMNS} from search_entry join conversation on conversation.id = search_entry.conversation_id
      where search_entry.workspace_id = membership.workspace_id and ts_match_vq(words, ${tsquery}::tsquery) and ${allowed}
      order by search_entry.at desc limit ${RANKED}) newest
    where membership.user_id = ${actor.userId}`;
}

function conditions({ label, team, workspaceId, authorId, from, to }: SearchFilter): (SQL | undefined)[] {
  return [
    label === undefined ? undefined : arrayContains(conversation.labels, [label]),
    team === undefined ? undefined : eq(searchEntry.team, team),
    workspaceId === undefined ? undefined : eq(searchEntry.workspaceId, workspaceId),
    authorId === undefined ? undefined : eq(searchEntry.authorId, authorId),
    from && gte(searchEntry.at, from),
    to && lt(searchEntry.at, to),
  ];
}
