import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { getDb } from '@/db/client';
import { insertPerson } from '@/db/testing/insert-person';
import { insertRun } from '@/db/testing/insert-run';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { newConversationInput } from '@/lib/features/conversations/conversation-input';
import { createConversation } from '@/lib/features/conversations/create-conversation';
import { updateConversation } from '@/lib/features/conversations/update-conversation';
import { openShare } from '@/lib/features/shared/open-share';
import { createShare } from '@/lib/features/shares/create-share';
import { listWorkspaceLinks } from '@/lib/features/shares/list-workspace-links';
import { newShareInput, shareChanges } from '@/lib/features/shares/share-input';
import { updateShare } from '@/lib/features/shares/update-share';
import { createWorkspace } from './create-workspace';
import { exportWorkspace } from './export-workspace';
import { loadWorkspace } from './load-workspace';

const ORIGIN = 'https://massgen.example';
const NO_HEADERS = new Headers();
const tokenOf = (url: string) => url.split('/').at(-1) ?? '';

describe.each(testDatabaseKinds())('what is in a workspace, on %s', (kind) => {
  useTestDatabase(kind);

  async function place() {
    const owner = await insertPerson();
    const { id: workspaceId } = await createWorkspace(owner, { name: 'Ours' });
    const join = (role: 'admin' | 'member' | 'viewer') => insertPerson({ memberOf: { workspaceId, role } });
    /** A conversation of somebody there, with an answer. */
    const converse = async (who: typeof owner, title: string, visibility: 'private' | 'workspace') => {
      const { id } = await createConversation(who, newConversationInput.parse({ workspaceId, title, visibility }));
      const run = await insertRun({ workspaceId, conversationId: id, userId: who.userId, status: 'finished' });
      return { id, leafId: run.answerMessageId };
    };
    const share = ({ id, leafId }: { id: string; leafId: string }, by: typeof owner, audience: string) =>
      createShare(by, newShareInput.parse({ conversationId: id, leafId, audience, level: 'final' }), ORIGIN);
    return { owner, workspaceId, join, converse, share };
  }

  test('moving it ends the links for those whom it leaves, and no others', async () => {
    const { owner, workspaceId, join, converse, share } = await place();
    const colleague = await join('viewer');
    const elsewhere = await createWorkspace(owner, { name: 'Theirs' });
    const conversation = await converse(owner, 'Moves', 'workspace');
    const [inside, open] = [await share(conversation, owner, 'workspace'), await share(conversation, owner, 'anyone')];
    await openShare(tokenOf(inside.url), colleague, NO_HEADERS);
    await updateConversation(owner, conversation.id, { workspaceId: elsewhere.id });
    for (const who of [colleague, owner])
      await expect(openShare(tokenOf(inside.url), who, NO_HEADERS)).rejects.toMatchObject({ code: 'not_found' });
    await openShare(tokenOf(open.url), null, NO_HEADERS);
    expect(await listWorkspaceLinks(owner, workspaceId)).toEqual([]);
    expect((await listWorkspaceLinks(owner, elsewhere.id)).map((link) => link.share.id)).toEqual([open.id]);
  });

  test('a link for its people does not open by a key of another workspace', async () => {
    const { owner, workspaceId, join, converse, share } = await place();
    const colleague = await join('viewer');
    const { url } = await share(await converse(owner, 'Inside', 'workspace'), owner, 'workspace');
    const by = (onlyIn: string) => openShare(tokenOf(url), { ...colleague, onlyIn }, NO_HEADERS);
    expect(await by(workspaceId)).toMatchObject({ isColleague: true });
    await expect(by(colleague.workspaceId)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('administrators see the links to what is published, and take over those of who has left', async () => {
    const { workspaceId, join, converse, share } = await place();
    const [admin, member] = [await join('admin'), await join('member')];
    const shown = await share(await converse(member, 'Shown', 'workspace'), member, 'anyone');
    await share(await converse(member, 'Kept', 'private'), member, 'anyone');
    expect(await listWorkspaceLinks(admin, workspaceId)).toMatchObject([
      { share: { id: shown.id }, isOrphaned: false },
    ]);
    const db = await getDb();
    await db.execute(sql`delete from membership where user_id = ${member.userId} and workspace_id = ${workspaceId}`);
    const { managed } = await loadWorkspace(admin, workspaceId);
    expect(managed).toMatchObject({ links: [{ share: { id: shown.id }, isOrphaned: true }] });
    await updateShare(admin, shown.id, shareChanges.parse({ takeOver: true }));
    expect(await listWorkspaceLinks(admin, workspaceId)).toMatchObject([
      { share: { ownerId: admin.userId }, isOrphaned: false },
    ]);
  });

  test('its owner gets what they may read as one archive, and nobody else does', async () => {
    const { owner, workspaceId, join, converse } = await place();
    const [admin, member, stranger] = [await join('admin'), await join('member'), await insertPerson()];
    await converse(member, 'Published by a member', 'workspace');
    await converse(member, 'Kept by a member', 'private');
    await converse(owner, 'Kept by the owner', 'private');
    const zip = Buffer.from(await new Response(await exportWorkspace(owner, workspaceId)).arrayBuffer());
    const files = ['workspace.json', 'teams.json', 'prompts.json', 'usage.csv', 'audit.csv'];
    for (const file of [...files, 'conversations/1.json', 'conversations/2.json'])
      expect(zip.includes(file), file).toBe(true);
    expect(zip.includes('conversations/3.json')).toBe(false);
    for (const who of [admin, member])
      await expect(exportWorkspace(who, workspaceId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(exportWorkspace(stranger, workspaceId)).rejects.toMatchObject({ code: 'not_found' });
  });
});
