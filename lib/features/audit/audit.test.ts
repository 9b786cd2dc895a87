import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { insertPerson } from '@/db/testing/insert-person';
import { insertRun } from '@/db/testing/insert-run';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { createApiKey } from '@/lib/features/api-keys/create-api-key';
import { listApiKeys } from '@/lib/features/api-keys/list-api-keys';
import { revokeApiKey } from '@/lib/features/api-keys/revoke-api-key';
import { newConversationInput } from '@/lib/features/conversations/conversation-input';
import { createConversation } from '@/lib/features/conversations/create-conversation';
import { createServer } from '@/lib/features/mcp-servers/create-server';
import { deleteServer } from '@/lib/features/mcp-servers/delete-server';
import { newServerSchema } from '@/lib/features/mcp-servers/server-input';
import { updateServer } from '@/lib/features/mcp-servers/update-server';
import { deleteProviderKey } from '@/lib/features/provider-keys/delete-provider-key';
import { providerKeySchema, saveProviderKey } from '@/lib/features/provider-keys/save-provider-key';
import { createShare } from '@/lib/features/shares/create-share';
import { revokeOwnShares } from '@/lib/features/shares/revoke-own-shares';
import { revokeShare } from '@/lib/features/shares/revoke-share';
import { newShareInput, shareChanges } from '@/lib/features/shares/share-input';
import { updateShare } from '@/lib/features/shares/update-share';
import type { Actor } from '@/lib/platform/auth/actor';
import { auditCsv } from './audit-csv';
import { auditQuery } from './audit-schema';
import { allAudit } from './list-audit';

const ADDRESS = '203.0.113.9';
const SECRETS = ['a long password', 'sk-nobody-may-see-this', 'hush-token', 'secret-path', 'The title'];

describe.each(testDatabaseKinds())('the audit log, on %s', (kind) => {
  useTestDatabase(kind);
  let actor: Actor & { workspaceId: string };

  beforeAll(async () => {
    actor = { ...(await insertPerson()), address: ADDRESS };
  });
  afterEach(() => vi.unstubAllEnvs());

  const lines = (filter: object) => allAudit(actor, actor.workspaceId, auditQuery.parse(filter));
  const actions = async (action: string) => (await lines({ action })).map((line) => line.action).reverse();

  it('says of links what they show and to whom, when they change and when they end', async () => {
    const { workspaceId, userId } = actor;
    const { id } = await createConversation(actor, newConversationInput.parse({ title: 'The title' }));
    const run = await insertRun({ workspaceId, conversationId: id, userId, status: 'finished' });
    const given = { conversationId: id, leafId: run.answerMessageId, audience: 'anyone', level: 'answers' };
    const make = (more: object) =>
      createShare(actor, newShareInput.parse({ ...given, ...more }), 'http://127.0.0.1:3000');
    const share = await make({ password: 'a long password', title: 'The title' });
    await updateShare(actor, share.id, shareChanges.parse({ level: 'files', password: null }));
    await revokeShare(actor, share.id);
    await make({});
    await revokeOwnShares(actor);
    expect(await actions('share')).toEqual([
      ...['share.create', 'share.update', 'share.revoke', 'share.create', 'share.revoke'],
    ]);
    const made = (await lines({ action: 'share.create' })).at(-1);
    expect(made).toMatchObject({ actorId: userId, via: 'apiKey', address: ADDRESS, targetId: share.id });
    expect(made?.details).toMatchObject({ level: 'answers', audience: 'anyone', hasPassword: true });
    const changed = (await lines({ action: 'share.update' }))[0];
    expect(changed?.details).toEqual({ level: 'files', hasPassword: false });
    expect(auditCsv(await lines({}))).not.toContain(share.url.split('/').at(-1));
  });

  it('says that an administrator has made a key for somebody else, and the person sees who', async () => {
    const admin = { ...(await insertPerson({ role: 'admin' })), name: 'Olga', address: ADDRESS };
    const person = await insertPerson();
    await expect(createApiKey(person, { name: 'Theirs', userId: admin.userId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const { apiKey, key } = await createApiKey(admin, { name: 'For another', userId: person.userId });
    const made = await allAudit(admin, admin.workspaceId, auditQuery.parse({ action: 'apiKey.create' }));
    expect(made).toMatchObject([
      {
        ...{ actorId: admin.userId, targetId: apiKey.id, address: ADDRESS },
        details: { scope: 'manage', for: person.userId, isForAnother: true },
      },
    ]);
    expect(auditCsv(made)).not.toContain(key);
    expect(await listApiKeys(person)).toMatchObject([{ id: apiKey.id, name: 'For another', madeByName: 'Test' }]);
    expect(await listApiKeys(admin)).toEqual([]);
  });

  it('says of keys and servers that they were made, changed and taken away', async () => {
    vi.stubEnv('MASSGEN_SECRET', 'a secret of these tests');
    const { apiKey, key } = await createApiKey(actor, { name: 'Scoped', workspaceId: actor.workspaceId });
    await revokeApiKey(actor, apiKey.id);
    const everywhere = await createApiKey(actor, { name: 'Everywhere' });
    await revokeApiKey(actor, everywhere.apiKey.id);
    const model = await saveProviderKey(
      actor,
      providerKeySchema.parse({ provider: 'openai', apiKey: 'sk-nobody-may-see-this' }),
    );
    await deleteProviderKey(actor, model.id);
    const transport = {
      type: 'http',
      url: 'https://mcp.example.com/secret-path?token=hush-token',
      headers: { Authorization: 'hush-token' },
    };
    const server = await createServer(actor, newServerSchema.parse({ name: 'S', enabled: false, transport }));
    await updateServer(actor, server.id, { toolTimeoutSeconds: 30 });
    await deleteServer(actor, server.id);
    expect(await actions('apiKey')).toEqual(['apiKey.create', 'apiKey.revoke', 'apiKey.create', 'apiKey.revoke']);
    expect(await actions('providerKey')).toEqual(['providerKey.set', 'providerKey.delete']);
    expect(await actions('mcpServer')).toEqual(['mcpServer.create', 'mcpServer.update', 'mcpServer.delete']);
    expect((await lines({ action: 'mcpServer.update' }))[0]?.details).toEqual({
      ...{ transport: 'http', origin: 'https://mcp.example.com', changed: 'toolTimeoutSeconds' },
    });
    const csv = auditCsv(await lines({}));
    for (const secret of [...SECRETS, key, everywhere.key]) expect(csv).not.toContain(secret);
  });
});
