import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { getDb } from '@/db/client';
import { deleteOldMcpCalls } from '@/db/queries/mcp-calls/delete-old-mcp-calls';
import { insertPerson } from '@/db/testing/insert-person';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { createServer } from '@/lib/features/mcp-servers/create-server';
import { listServers } from '@/lib/features/mcp-servers/list-servers';
import { newServerSchema } from '@/lib/features/mcp-servers/server-input';
import { performCall } from '@/lib/features/mcp-tools/perform-call';
import { prepareCall } from '@/lib/features/mcp-tools/prepare-call';
import { type McpDouble, startMcpDouble } from '@/lib/mcp/testing/mcp-double';
import { said } from '@/lib/mcp/testing/test-clients';
import type { Actor } from '@/lib/platform/auth/actor';
import { closeMcp } from '@/lib/runtime/mcp';
import { checkHealth } from './check-health';
import { getMetrics } from './get-metrics';
import { listBesideTools, listMessages } from './list-beside';

const SECRET = 'sk-a-very-secret-token';

describe.each(testDatabaseKinds())('what is known of a server, on %s', (kind) => {
  useTestDatabase(kind);
  let double: McpDouble;
  let ann: Actor & { workspaceId: string };
  let bob: Actor & { workspaceId: string };
  let serverId: string;

  beforeAll(async () => {
    const echo = { name: 'echo', annotations: { readOnlyHint: true }, call: () => said(`The token is ${SECRET}.`) };
    double = await startMcpDouble({ tools: [echo, { name: 'fail', call: () => ({ ...said('No.'), isError: true }) }] });
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', double.origin);
    vi.stubEnv('MASSGEN_SECRET', 'a secret of these tests');
    [ann, bob] = [await insertPerson(), await insertPerson()];
    const headers = { Authorization: `Bearer ${SECRET}` };
    const body = { name: 'Double', transport: { type: 'http', url: double.url, headers }, approveTools: true };
    serverId = (await createServer(ann, newServerSchema.parse(body))).id;
    for (const name of ['echo', 'echo', 'fail'])
      await performCall(ann, await prepareCall(ann, { serverId, name, arguments: { password: SECRET } }), {
        signal: new AbortController().signal,
      });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await closeMcp();
    await double.kill();
  });

  it('sums calls up by tool and in all, and does not exist for others', async () => {
    expect(await getMetrics(ann, serverId)).toMatchObject({
      ...{ calls: 3, errors: 1, denied: 0, p50Ms: expect.any(Number), p95Ms: expect.any(Number) },
      tools: [
        { tool: 'echo', calls: 2, errors: 0 },
        { tool: 'fail', calls: 1, errors: 1 },
      ],
      health: { checks: 0, history: [] },
    });
    for (const attempt of [getMetrics(bob, serverId), listMessages(bob, serverId)])
      await expect(attempt).rejects.toMatchObject({ status: 404 });
    await expect(listBesideTools(bob, serverId, 'resources')).rejects.toMatchObject({ status: 404 });
    expect(await listBesideTools(ann, serverId, 'prompts')).toEqual([]);
  });

  it('shows the newest messages without the secret, wherever that stands', async () => {
    const messages = await listMessages(ann, serverId);
    expect(messages.slice(0, 2)).toMatchObject([
      { direction: 'received', method: 'tools/call', text: expect.stringContaining('No.') },
      { direction: 'sent', method: 'tools/call' },
    ]);
    expect(messages.some(({ text }) => text?.includes('The token is •••.'))).toBe(true);
    expect(JSON.stringify(messages)).not.toContain(SECRET);
  });

  it('is looked at in the background without a call, each server once in its time', async () => {
    const calls = double.count('tools/call');
    expect(await checkHealth(15)).toBe(0);
    await (await getDb()).execute(sql`update mcp_server set checked_at = now() - interval '1 hour'`);
    expect(await checkHealth(15)).toBe(1);
    expect(await checkHealth(15)).toBe(0);
    await double.kill();
    await (await getDb()).execute(sql`update mcp_server set checked_at = now() - interval '1 hour'`);
    await checkHealth(15);
    await double.restart();
    expect(double.count('tools/call')).toBe(calls);
    expect((await getMetrics(ann, serverId)).health).toMatchObject({
      ...{ checks: 2, ok: 1 },
      history: [
        { ok: false, problem: 'Nothing listens at this address.' },
        { ok: true, latencyMs: expect.any(Number) },
      ],
    });
    expect((await listServers(ann))[0]).toMatchObject({ status: 'unavailable' });
  });

  it('is listed by workspace, and forgets what is old', async () => {
    expect(await listServers(ann, { workspaceId: ann.workspaceId })).toHaveLength(1);
    expect(await listServers(ann, { workspaceId: bob.workspaceId })).toEqual([]);
    await (await getDb()).execute(sql`update mcp_call set at = now() - interval '91 days' where tool = 'echo'`);
    await deleteOldMcpCalls(90);
    expect(await getMetrics(ann, serverId, { days: 90 })).toMatchObject({ calls: 1 });
  });
});
