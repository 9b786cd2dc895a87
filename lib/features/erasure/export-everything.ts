import 'server-only';
import { selectOwnConversations } from '@/db/queries/erasure/own-conversations';
import { createConversationArchive } from '@/lib/features/conversation-files/conversation-archive';
import { listPrompts } from '@/lib/features/prompts/list-prompts';
import { listTeams } from '@/lib/features/teams/list-teams';
import type { TeamView } from '@/lib/features/teams/team-view';
import { getMe } from '@/lib/features/users/get-me';
import type { Actor } from '@/lib/platform/auth/actor';

/** Teams of one page. */
const TEAMS = 100;

/** Everything of the actor's as one .zip: conversations that can be imported again, teams, prompts, and who they are. */
export async function exportEverything(actor: Actor): Promise<ReadableStream<Uint8Array>> {
  const { conversations } = await selectOwnConversations(actor);
  const { id: _, ...account } = await getMe(actor);
  const { putJson, putConversations, end } = createConversationArchive(actor);
  putJson('account.json', account);
  putJson('teams.json', await allTeams(actor));
  putJson(
    'prompts.json',
    (await listPrompts(actor)).items
      .filter(({ ownerId }) => ownerId === actor.userId)
      .map(({ name, text, variables }) => ({ name, text, variables })),
  );
  putConversations(conversations);
  return end();
}

async function allTeams(actor: Actor): Promise<TeamView[]> {
  const all: TeamView[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listTeams>> = await listTeams(actor, { limit: TEAMS, cursor });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}
