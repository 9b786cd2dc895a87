import 'server-only';
import type { z } from 'zod';
import { findEntries } from '@/db/queries/search/find-entries';
import { selectFoundTexts } from '@/db/queries/search/select-found-texts';
import { findTeam } from '@/db/queries/teams/find-team';
import type { Actor } from '@/lib/platform/auth/actor';
import { indexPending, textOfParts } from './index-pending';
import { readQuery } from './read-query';
import type { searchQuery } from './search-input';
import { snippet } from './snippet';

/** What was written a moment ago is found too; a large import becomes findable behind the requests. */
const INDEXED_FIRST = 100;

interface Found {
  conversationId: string;
  /** `null` = the title was found. */
  messageId: string | null;
  title: string;
  /** HTML with `<mark>`, all else escaped. */
  snippet: string;
  at: Date;
}

/** Titles, questions, answers and names of files that the actor may see and that have the words in them, the best first. */
export async function searchConversations(
  actor: Actor,
  { q, author, team, cursor, limit, ...filter }: z.infer<typeof searchQuery>,
): Promise<{ items: Found[]; nextCursor: string | null }> {
  const { tsquery, words } = readQuery(q);
  if (tsquery === null) return { items: [], nextCursor: null };
  await indexPending(INDEXED_FIRST);
  const offset = Number(cursor ?? 0);
  const entries = await findEntries(actor, {
    ...filter,
    tsquery,
    team: team && (await teamName(actor, team)),
    authorId: author === 'me' ? actor.userId : author,
    offset,
    limit: limit + 1,
  });
  const shown = entries.slice(0, limit);
  const messageIds = shown.flatMap(({ kind, id }) => (kind === 'title' ? [] : [id]));
  const texts = await selectFoundTexts(actor, [...new Set(shown.map((entry) => entry.conversationId))], messageIds);
  const titles = new Map(texts.map(({ conversationId, title }) => [conversationId, title]));
  const parts = new Map(texts.map(({ messageId, parts }) => [messageId, parts]));
  const items = shown.flatMap(({ id, kind, conversationId, at }): Found[] => {
    const title = titles.get(conversationId);
    if (title === undefined) return [];
    const text = kind === 'title' ? title : textOfParts(parts.get(id) ?? []);
    const messageId = kind === 'title' ? null : id;
    return [{ conversationId, messageId, title, snippet: snippet(text, words), at: new Date(at) }];
  });
  return { items, nextCursor: entries.length > limit ? String(offset + limit) : null };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function teamName(actor: Actor, team: string): Promise<string> {
  if (!UUID.test(team)) return team;
  return (await findTeam(actor, team))?.definition.name ?? team;
}
