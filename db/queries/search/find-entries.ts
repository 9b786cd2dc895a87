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

/** So many hits are ranked; of a word that is nearly everywhere, the newest. */
const RANKED = 1_000;

/**
 * What the actor may see and the words are in, the best first. Hits are gathered by the index of words; when there are more than can be ranked,
 * the newest are taken by walking back in time, where such a word is met soon: neither costs more the more there is.
 */
export async function findEntries(actor: QueryActor, filter: SearchFilter): Promise<FoundEntry[]> {
  const isHit = sql`words @@ ${filter.tsquery}::tsquery`;
  // `offset 0`: planned alone, by the index of words, and not by the joined tables, of which the embedded database knows no sizes.
  const byWords = await ranked(actor, filter, sql`select * from search_entry where ${isHit} offset 0`, RANKED + 1);
  if (!byWords.isFull) return byWords.entries;
  // Here it keeps the walk in the order of the index.
  const newestFirst = sql`select * from search_entry where ${isHit} and workspace_id in (
      select workspace_id from membership where user_id = ${actor.userId}) order by at desc offset 0`;
  return (await ranked(actor, filter, newestFirst, RANKED)).entries;
}

async function ranked(actor: QueryActor, filter: SearchFilter, source: SQL, most: number) {
  const db = await getDb();
  const { tsquery, offset, limit } = filter;
  const { rows } = await db.execute<FoundEntry & { total: number } & Record<string, unknown>>(sql`
    with hits as materialized (
      select search_entry.id, search_entry.conversation_id, search_entry.kind, search_entry.at, search_entry.words
      from (${source}) search_entry join conversation on conversation.id = search_entry.conversation_id
      where ${and(visibleConversation(actor, 'conversation.read'), ...conditions(filter))}
      limit ${most}
    )
    select id, conversation_id as "conversationId", kind, at::text as at, (select count(*) from hits)::int as total
    from hits
    order by ts_rank(words, ${tsquery}::tsquery, 1) * (1 + 1 / (1 + extract(epoch from now() - at) / 2592000)) desc, at desc, id desc
    offset ${offset} limit ${limit}`);
  return { isFull: (rows[0]?.total ?? 0) >= most && most > RANKED, entries: rows };
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
