import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { getDb } from '@/db/client';
import { insertPerson } from '@/db/testing/insert-person';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { exportServers } from '@/lib/features/mcp-export/export-servers';
import { importServers } from '@/lib/features/mcp-import/import-servers';
import { type McpDouble, startMcpDouble } from '@/lib/mcp/testing/mcp-double';
import type { Actor } from '@/lib/platform/auth/actor';
import { closeMcp } from '@/lib/runtime/mcp';
import { createServer } from './create-server';
import { deleteServer } from './delete-server';
import { getServer } from './get-server';
import { listServers } from './list-servers';
import { newServerSchema } from './server-input';
import { testServer } from './test-server';
import { updateServer } from './update-server';

const TOKEN = 'Bearer a-token-nobody-may-see';

describe('MCP servers', () => {
  useTestDatabase();
  let double: McpDouble;
  let ann: Actor & { workspaceId: string };
  let bob: typeof ann;

  beforeAll(async () => {
    double = await startMcpDouble({
      tools: [
        { name: 'read', annotations: { readOnlyHint: true } },
        { name: 'write', description: 'Writes.' },
      ],
    });
    ann = await insertPerson();
    bob = await insertPerson({ memberOf: { workspaceId: ann.workspaceId, role: 'member' } });
  });
  afterAll(async () => {
    await closeMcp();
    await double.kill();
  });
  beforeEach(() => {
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', double.origin);
    vi.stubEnv('MASSGEN_SECRET', 'a secret of these tests');
    double.journal.length = 0;
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await (await getDb()).execute(sql`delete from mcp_server`);
  });

  const add = (actor: Actor, over: object = {}) =>
    createServer(
      actor,
      newServerSchema.parse({ name: 'Double', transport: { type: 'http', url: double.url }, ...over }),
    );

  it('are connected to when they are added, and shown with what was found', async () => {
    const server = await add(ann);
    expect(server).toMatchObject({ status: 'ready', scope: 'own', era: '2025-11-25', toolCount: 2, waitingCount: 2 });
    expect(server).toMatchObject({ serverInfo: { name: 'double' }, problem: null, version: 1 });
    expect(await listServers(ann)).toEqual([server]);
    expect(await listServers(bob)).toEqual([]);
  });

  it('keep their secrets: sent to the server, shown to nobody, never in a table, an export or an error', async () => {
    const headers = { Authorization: TOKEN, 'X-Team': 'red', 'X-Two': { secret: 'hush-two' } };
    const server = await add(ann, { transport: { type: 'http', url: double.url, headers } });
    expect(server.transport).toMatchObject({
      headers: { Authorization: { secret: true }, 'X-Team': 'red', 'X-Two': { secret: true } },
    });
    expect(double.journal[0]?.headers).toMatchObject({ authorization: TOKEN, 'x-team': 'red', 'x-two': 'hush-two' });

    const { rows } = await (await getDb()).execute(sql`select s.*, m.* from mcp_server m join mcp_secret s on true`);
    const exported = await Promise.all(
      (['claude', 'vscode', 'cursor', 'codex'] as const).map((f) => exportServers(ann, f)),
    );
    for (const text of [
      JSON.stringify(rows),
      JSON.stringify(exported),
      JSON.stringify(await testServer(ann, server.id)),
    ])
      expect(text).not.toMatch(/a-token-nobody|hush-two/);

    double.journal.length = 0;
    const kept = {
      type: 'http' as const,
      url: double.url,
      headers: { authorization: 'x', 'X-Two': { secret: true as const } },
    };
    await updateServer(ann, server.id, { transport: kept });
    expect(double.journal[0]?.headers).toMatchObject({ authorization: 'x', 'x-two': 'hush-two' });
    expect(double.journal[0]?.headers['x-team']).toBeUndefined();
    const elsewhere = { ...kept, url: 'https://elsewhere.example.com/mcp' };
    await expect(updateServer(ann, server.id, { transport: elsewhere })).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ path: 'transport.headers.X-Two', message: expect.stringContaining('another address') }],
    });
    const unknown = { ...kept, headers: { 'X-New': { secret: true as const } } };
    await expect(updateServer(ann, server.id, { transport: unknown })).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ path: 'transport.headers.X-New' }],
    });
  });

  it('under another instance secret say what to do', async () => {
    const headers = { Authorization: TOKEN };
    const { id } = await add(ann, { transport: { type: 'http', url: double.url, headers } });
    vi.stubEnv('MASSGEN_SECRET', 'another secret of these tests');
    expect(await testServer(ann, id)).toMatchObject({
      ok: false,
      steps: [{ message: expect.stringContaining('again') }],
    });
    expect(await getServer(ann, id)).toMatchObject({ status: 'needs_authorization' });
  });

  it('that cannot be reached are kept with their status; what can never work is refused', async () => {
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', 'http://127.0.0.1:9');
    const away = await add(ann, { transport: { type: 'http', url: 'http://127.0.0.1:9/mcp' } });
    expect(away).toMatchObject({ status: 'unavailable', problem: expect.any(String), toolCount: 0 });
    for (const url of [
      double.url,
      'http://10.0.0.1/mcp',
      'https://localhost/mcp',
      'http://mcp.example.com',
      'https://a:b@x.example.com',
    ])
      await expect(add(ann, { name: 'No', transport: { type: 'http', url } }), url).rejects.toMatchObject({
        code: 'invalid',
        fields: [{ path: 'transport.url' }],
      });
    expect(await listServers(ann)).toHaveLength(1);
  });

  it('are found where servers usually are when only a host is given', async () => {
    expect(await add(ann, { transport: { type: 'sse', url: double.origin } })).toMatchObject({
      status: 'ready',
      transport: { type: 'http', url: double.url },
    });
  });

  it('that are switched off are not connected to', async () => {
    const { id, status } = await add(ann, { enabled: false });
    expect(status).toBe('disabled');
    expect(double.journal).toEqual([]);
    expect(await updateServer(ann, id, { enabled: true })).toMatchObject({ status: 'ready', version: 2 });
  });

  it('have a name of their own, and a version', async () => {
    const { id } = await add(ann);
    await expect(add(ann, { name: 'double' })).rejects.toMatchObject({ status: 409, fields: [{ path: 'name' }] });
    const other = await add(ann, { name: 'Other' });
    await expect(updateServer(ann, other.id, { name: 'DOUBLE' })).rejects.toMatchObject({ status: 409 });
    await updateServer(ann, id, { name: 'Renamed', version: 1 });
    await expect(updateServer(ann, id, { name: 'Late', version: 1 })).rejects.toMatchObject({
      status: 409,
      current: { name: 'Renamed', version: 2 },
    });
  });

  it('of a workspace are its administrators’ to change and its members’ to see', async () => {
    const team = bob.workspaceId;
    const carol = await insertPerson({ memberOf: { workspaceId: team, role: 'admin' } });
    const shared = await add(carol, { workspaceId: team });
    expect(shared).toMatchObject({ scope: 'workspace', status: 'ready' });
    const dan = await insertPerson({ memberOf: { workspaceId: team, role: 'member' } });
    expect(await listServers(dan)).toEqual([shared]);
    await expect(add(dan, { name: 'D', workspaceId: team })).rejects.toMatchObject({ status: 403 });
    await expect(updateServer(dan, shared.id, { enabled: false })).rejects.toMatchObject({ status: 403 });
    await expect(deleteServer(dan, shared.id)).rejects.toMatchObject({ status: 403 });
    const stranger = await insertPerson();
    await expect(add(stranger, { name: 'S', workspaceId: team })).rejects.toMatchObject({ status: 404 });
    for (const refused of [
      getServer(stranger, shared.id),
      updateServer(stranger, shared.id, { enabled: false }),
      deleteServer(stranger, shared.id),
      testServer(stranger, shared.id),
    ])
      await expect(refused).rejects.toMatchObject({ status: 404 });
    await deleteServer(carol, shared.id);
    expect(await listServers(dan)).toEqual([]);
  });

  it('go out as other programs have them, and come in again', async () => {
    const headers = { Authorization: TOKEN, 'X-Team': 'red' };
    const server = await add(ann, { transport: { type: 'http', url: double.url, headers } });
    for (const format of ['claude', 'vscode', 'cursor', 'codex'] as const) {
      const { servers, secrets } = importServers((await exportServers(ann, format)).text);
      const secret = { secret: expect.stringMatching(/^\$\{\w+\}$/) };
      expect(servers, format).toMatchObject([
        { name: server.name, transport: { url: double.url, headers: { Authorization: secret, 'X-Team': 'red' } } },
      ]);
      expect(secrets, format).toEqual([
        expect.objectContaining({ name: 'DOUBLE_AUTHORIZATION', in: 'servers[0].transport.headers.Authorization' }),
      ]);
    }
  });
});
