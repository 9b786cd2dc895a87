import 'server-only';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { selectOwnConversations } from '@/db/queries/erasure/own-conversations';
import { exportAsJson } from '@/lib/features/conversation-files/export-conversation';
import { listPrompts } from '@/lib/features/prompts/list-prompts';
import { listTeams } from '@/lib/features/teams/list-teams';
import { getMe } from '@/lib/features/users/get-me';
import type { Actor } from '@/lib/platform/auth/actor';
import { logger } from '@/lib/platform/observability/logger';

/** The same in every archive, so that the same data is the same file. */
const DAY = new Date(Date.UTC(2020, 0, 1));
const TEAMS = 100;

/** Everything of the actor's as one .zip: conversations that can be imported again, teams, prompts, and who they are. */
export async function exportEverything(actor: Actor): Promise<ReadableStream<Uint8Array>> {
  const { conversations } = await selectOwnConversations(actor);
  const { id: _, ...account } = await getMe(actor);
  const zip = new ZipFile();
  const put = (name: string, value: unknown) =>
    zip.addBuffer(Buffer.from(`${JSON.stringify(value, null, 2)}\n`), name, { mtime: DAY });
  put('account.json', account);
  put('teams.json', (await listTeams(actor, { limit: TEAMS })).items);
  put(
    'prompts.json',
    (await listPrompts(actor)).items
      .filter(({ ownerId }) => ownerId === actor.userId)
      .map(({ name, text, variables }) => ({ name, text, variables })),
  );
  for (const [index, id] of conversations.entries()) {
    zip.addReadStreamLazy(`conversations/${index + 1}.json`, { mtime: DAY }, (give) => {
      exportAsJson(actor, id, 'files').then(
        ({ content }) => give(null, Readable.from(content as AsyncIterable<Uint8Array>, { objectMode: false })),
        (error: unknown) => give(error, Readable.from([])),
      );
    });
  }
  zip.end();
  zip.on('error', (error) => logger.error({ error }, 'an archive of everything broke off'));
  return Readable.toWeb(Readable.from(zip.outputStream)) as ReadableStream<Uint8Array>;
}
