import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { insertPerson } from '@/db/testing/insert-person';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { createServer } from '@/lib/features/mcp-servers/create-server';
import { newServerSchema } from '@/lib/features/mcp-servers/server-input';
import { testServer } from '@/lib/features/mcp-servers/test-server';
import { type McpDouble, startMcpDouble } from '@/lib/mcp/testing/mcp-double';
import type { Actor } from '@/lib/platform/auth/actor';
import { closeMcp } from '@/lib/runtime/mcp';

import { listCalls } from './list-calls';
import { listTools } from './list-tools';
import { performCall } from './perform-call';
import { prepareCall } from './prepare-call';
import { streamCall } from './stream-call';
import { updateTool } from './update-tool';

const ECHO = {
  name: 'echo/loud',
  description: 'Says it again.',
  annotations: { readOnlyHint: true },
  call: ({ text }: Record<string, unknown>) => ({
    content: [{ type: 'text', text }],
    structuredContent: { said: text },
  }),
};

describe('the tools of an MCP server', () => {
  useTestDatabase();
  let double: McpDouble;
  let ann: Actor & { workspaceId: string };
  let serverId: string;
  const at = (name: string) => ({ serverId, name });
  const tools = () => listTools(ann, serverId);
  const call = async (name: string, given = {}) =>
    performCall(ann, await prepareCall(ann, { ...at(name), arguments: given }), {
      signal: new AbortController().signal,
    });

  beforeAll(async () => {
    double = await startMcpDouble({ tools: [ECHO, { name: 'fail', call: () => ({ content: [], isError: true }) }] });
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', double.origin);
    vi.stubEnv('MASSGEN_SECRET', 'a secret of these tests');
    ann = await insertPerson();
    const body = { name: 'Double', transport: { type: 'http', url: double.url } };
    serverId = (await createServer(ann, newServerSchema.parse(body))).id;
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await closeMcp();
    await double.kill();
  });

  it('are approved as they were read, and no other definition', async () => {
    const [echo] = await tools();
    expect(echo).toMatchObject({ name: 'echo/loud', state: 'new', policy: 'allow', tokens: expect.any(Number) });
    await expect(updateTool(ann, at('echo/loud'), { state: 'approved', hash: 'other' })).rejects.toMatchObject({
      status: 409,
      current: { hash: echo?.hash, state: 'new' },
    });
    expect(await updateTool(ann, at('echo/loud'), { state: 'approved', hash: echo?.hash })).toMatchObject({
      state: 'approved',
    });
    double.change([{ ...ECHO, description: 'Says it to others.' }]);
    expect(await testServer(ann, serverId)).toMatchObject({ ok: true, tools: [{ name: 'echo/loud' }] });
    expect(await tools()).toMatchObject([
      {
        state: 'changed',
        diff: [{ path: 'description', before: 'Says it again.', after: 'Says it to others.' }],
      },
    ]);
    double.change([ECHO, { name: 'fail', call: () => ({ content: [], isError: true }) }]);
    await testServer(ann, serverId);
    expect((await tools()).map(({ name, state }) => [name, state])).toEqual([
      ['echo/loud', 'approved'],
      ['fail', 'new'],
    ]);
  });

  it('are called by hand, with what they gave and a line in the history', async () => {
    const echoed = await call('echo/loud', { text: 'a\u202eb' });
    expect(echoed).toMatchObject({
      result: {
        content: [{ type: 'text', text: 'a\u202eb' }],
        structuredContent: { said: 'a\u202eb' },
        isError: false,
      },
      callId: expect.any(String),
    });
    expect(await call('fail')).toMatchObject({ result: { content: [], isError: true } });
    const { items, nextCursor } = await listCalls(ann, serverId, { limit: 1 });
    expect(items).toMatchObject([{ tool: 'fail', outcome: 'error', runId: null, userId: ann.userId }]);
    const rest = await listCalls(ann, serverId, { limit: 1, cursor: nextCursor ?? '' });
    expect(rest).toMatchObject({ items: [{ id: echoed.callId, tool: 'echo/loud', outcome: 'ok' }], nextCursor: null });
    expect(JSON.stringify([items, rest])).not.toContain('a\u202eb');
  });

  it('say how far they are to whoever listens', async () => {
    const ready = await prepareCall(ann, { ...at('echo/loud'), arguments: { text: 'hello' } });
    const text = await new Response(streamCall(ann, ready)).text();
    expect(text).toMatch(/^event: result\ndata: \{"result":\{"content":\[\{"type":"text","text":"hello"\}\]/);
  });

  it('are not called where they are blocked, denied or not there', async () => {
    await updateTool(ann, at('fail'), { policy: 'deny' });
    await expect(call('fail')).rejects.toMatchObject({ status: 403 });
    await updateTool(ann, at('fail'), { policy: 'allow', state: 'blocked' });
    await expect(call('fail')).rejects.toMatchObject({ status: 403 });
    vi.stubEnv('MASSGEN_MCP_TOOLS', 'deny');
    expect((await tools())[0]).toMatchObject({ name: 'echo/loud', policy: 'deny' });
    await expect(call('echo/loud', { text: 'x' })).rejects.toMatchObject({ status: 403 });
    vi.stubEnv('MASSGEN_MCP_TOOLS', '');
    await expect(call('nothing')).rejects.toMatchObject({ status: 404 });
    const stranger = await insertPerson();
    await expect(listTools(stranger, serverId)).rejects.toMatchObject({ status: 404 });
    await expect(prepareCall(stranger, { ...at('echo/loud'), arguments: {} })).rejects.toMatchObject({ status: 404 });
    await expect(updateTool(stranger, at('fail'), { policy: 'ask' })).rejects.toMatchObject({ status: 404 });
    await expect(listCalls(stranger, serverId, { limit: 1 })).rejects.toMatchObject({ status: 404 });
  });

  it('of a server that does not answer are an error that says so, and a line in the history', async () => {
    await double.kill();
    await expect(call('echo/loud', { text: 'x' })).rejects.toMatchObject({
      status: 503,
      message: expect.stringMatching(/\w/),
    });
    expect((await listCalls(ann, serverId, { limit: 1 })).items).toMatchObject([{ outcome: 'error', resultBytes: 0 }]);
    await double.restart();
  });

  it('of a workspace are approved by its administrators; a member says what their own calls meet', async () => {
    const member = await insertPerson({ memberOf: { workspaceId: ann.workspaceId, role: 'member' } });
    const admin = await insertPerson({ memberOf: { workspaceId: ann.workspaceId, role: 'admin' } });
    const body = { name: 'Shared', transport: { type: 'http', url: double.url }, approveTools: true };
    const shared = await createServer(admin, newServerSchema.parse({ ...body, workspaceId: ann.workspaceId }));
    const key = { serverId: shared.id, name: 'fail' };
    await expect(updateTool(member, key, { state: 'blocked' })).rejects.toMatchObject({ status: 403 });
    expect(await updateTool(member, key, { policy: 'allow' })).toMatchObject({ state: 'approved', policy: 'allow' });
    expect((await listTools(admin, shared.id)).find(({ name }) => name === 'fail')?.policy).toBe('ask');
    await updateTool(admin, key, { policy: 'ask' });
    expect((await listTools(member, shared.id)).find(({ name }) => name === 'fail')?.policy).toBe('ask');
  });
});
