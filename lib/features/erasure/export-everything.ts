import 'server-only';
import { selectOwnConversations } from '@/db/queries/erasure/own-conversations';
import { createConversationArchive } from '@/lib/features/conversation-files/conversation-archive';
import { listPrompts } from '@/lib/features/prompts/list-prompts';
import { listTeams } from '@/lib/features/teams/list-teams';
import { getMe } from '@/lib/features/users/get-me';
import type { Actor } from '@/lib/platform/auth/actor';

const TEAMS = 100;

/** Everything of the actor's as one .zip: conversations that can be imported again, teams, prompts, and who they are. */
export async function exportEverything(actor: Actor): Promise<ReadableStream<Uint8Array>> {
  const { conversations } = await selectOwnConversations(actor);
  const { id: _, ...account } = await getMe(actor);
  const { putJson, putConversations, end } = createConversationArchive(actor);
  putJson('account.json', account);
  putJson('teams.json', (await listTeams(actor, { limit: TEAMS })).items);
  putJson(
    'prompts.json',
    (await listPrompts(actor)).items
      .filter(({ ownerId }) => ownerId === actor.userId)
      .map(({ name, text, variables }) => ({ name, text, variables })),
  );
  putConversations(conversations);
  return end();
}
