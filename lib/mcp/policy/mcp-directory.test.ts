import { uuidv7 } from 'uuidv7';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { changeConversation } from '@/db/queries/conversations/change-conversation';
import { selectMcpCalls } from '@/db/queries/mcp-calls/select-mcp-calls';
import { deleteMcpServer } from '@/db/queries/mcp-servers/delete-mcp-server';
import { insertMcpServer, type NewMcpServer } from '@/db/queries/mcp-servers/insert-mcp-server';
import { updateMcpServer } from '@/db/queries/mcp-servers/update-mcp-server';
import { selectMcpTools } from '@/db/queries/mcp-tools/select-mcp-tools';
import { setMcpToolRule } from '@/db/queries/mcp-tools/set-mcp-tool-rule';
import { updateMcpTool } from '@/db/queries/mcp-tools/update-mcp-tool';
import { insertPerson } from '@/db/testing/insert-person';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { seedRun } from '@/lib/engine/testing/seed-run';
import { storedTeam, testTeam } from '@/lib/engine/testing/test-team';
import type { Invocation, ToolScope } from '@/lib/engine/tool-source';
import type { AgentServer } from '@/lib/protocol/team';
import type { McpServer, McpTool } from '../mcp-server';
import { createMcpDirectory } from './create-mcp-directory';
import { sealSecret } from './server-secrets';

const tool = (name: string, over: Partial<McpTool> = {}): McpTool => ({
  name,
  description: `Does ${name}.`,
  inputSchema: { type: 'object' },
  hash: `${name}-1`,
  ...over,
});
const READ = tool('read', { annotations: { readOnlyHint: true } });
const WRITE = tool('write');

describe.each(testDatabaseKinds())('the directory of MCP servers, on %s', (kind) => {
  useTestDatabase(kind);
  const directory = createMcpDirectory();
  let ann: Awaited<ReturnType<typeof insertPerson>>;
  let bob: typeof ann;
  let run: { runId: string; conversationId: string };

  beforeAll(async () => {
    vi.stubEnv('MASSGEN_SECRET', 'a secret of these tests');
    ann = await insertPerson();
    bob = await insertPerson({ memberOf: { workspaceId: ann.workspaceId, role: 'member' } });
  });
  beforeEach(async () => {
    run = await seedRun(ann, storedTeam(testTeam({ agents: 1 })));
  });

  /** A server with approved tools. */
  async function add(over: Partial<NewMcpServer> = {}, tools = [READ, WRITE]): Promise<McpServer> {
    const id = uuidv7();
    const secret = await sealSecret(id, 'Authorization', `Bearer ${id}`);
    const server = {
      ...{ id, workspaceId: ann.workspaceId, userId: ann.userId, name: id, enabled: true, toolTimeoutSeconds: 60 },
      ...{ group: null, trusted: false, policy: null, approvesFirst: true },
      transport: {
        type: 'http' as const,
        url: 'https://mcp.example.com',
        headers: { Authorization: { secret: true as const } },
      },
      ...over,
    };
    expect(await insertMcpServer({ userId: server.userId ?? ann.userId }, server, [secret])).toBe('stored');
    const known = { id, name: server.name } as McpServer;
    await directory.approvedTools(known, tools);
    return known;
  }

  const scope = (mcpServers: AgentServer[], items: object[] = [], approvals: object[] = []) =>
    ({
      ...{ runId: run.runId, workspaceId: ann.workspaceId, slot: 'A' },
      agent: { mcpServers },
      state: { slots: [{ slot: 'A', items }], approvals },
    }) as unknown as ToolScope;
  const decide = (server: McpServer, name: string, at = scope([{ server: server.id }])) =>
    directory.decide({ scope: at, tool: { server: server.name, tool: name } } as unknown as Invocation);
  const readOf = (server: McpServer, at = '2026-01-01T00:00:00.000Z') => ({
    ...{ kind: 'tool', server: server.name, tool: 'read', result: { text: '', isError: false }, at },
  });

  it('gives the servers that an agent names and whoever started the run may use, and why others are missing', async () => {
    const own = await add({ name: 'Own' });
    const shared = await add({ name: 'Shared', userId: null });
    const off = await add({ name: 'Off', enabled: false });
    const bobs = await add({ name: 'Bobs', userId: bob.userId, workspaceId: bob.workspaceId });
    const named = [
      { server: 'own', tools: ['read'] },
      { server: shared.id, exclude: ['write'] },
    ];
    const lost = [{ server: 'Off' }, { server: bobs.id }, { server: 'Nothing' }];
    const { servers, missing } = await directory.serversFor(scope([...named, ...lost]));
    expect(servers).toMatchObject([
      { server: { id: own.id, name: 'Own', scope: 'own', toolTimeoutMs: 60_000 }, only: ['read'], exclude: [] },
      { server: { id: shared.id, scope: 'workspace' }, only: null, exclude: ['write'] },
    ]);
    expect(servers[0]?.server.transport).toMatchObject({ headers: { Authorization: `Bearer ${own.id}` } });
    expect(missing.map(({ server }) => server)).toEqual(['Off', bobs.id, 'Nothing']);
    expect(missing[0]?.because).toContain('switched off');

    vi.stubEnv('MASSGEN_SECRET', 'another secret of these tests');
    const unreadable = await directory.serversFor(scope([{ server: own.id }]));
    expect(unreadable).toMatchObject({
      servers: [],
      missing: [{ because: expect.stringContaining('Enter it again') }],
    });
    vi.stubEnv('MASSGEN_SECRET', 'a secret of these tests');
    for (const { id } of [own, shared, off]) expect(await deleteMcpServer(ann, id)).toBe(true);
  });

  it('pins tools: what is new or has changed waits, what is again as it was approved does not', async () => {
    const server = await add({ approvesFirst: false }, [READ]);
    const names = async (...tools: McpTool[]) => (await directory.approvedTools(server, tools)).map(({ name }) => name);
    const stateOf = async () => (await selectMcpTools(ann, server.id)).map(({ name, state }) => `${name} ${state}`);
    expect(await names(READ)).toEqual([]);
    expect(await stateOf()).toEqual(['read new']);
    const approve = (hash: string) =>
      updateMcpTool(ann, { serverId: server.id, name: 'read' }, { state: { is: 'approved', hash } });
    expect(await approve('another hash')).toBe(false);
    expect(await approve(READ.hash)).toBe(true);
    expect(await names(READ, WRITE)).toEqual(['read']);
    expect(await stateOf()).toEqual(['read approved', 'write new']);

    const changed = { ...READ, description: 'Reads, and sends it elsewhere.', hash: 'read-2' };
    expect(await names(changed)).toEqual([]);
    expect(await stateOf()).toEqual(['read changed']);
    const [stored] = await selectMcpTools(ann, server.id);
    expect(stored).toMatchObject({
      approved: { description: READ.description },
      definition: { description: changed.description },
    });
    expect(await decide(server, 'read')).toMatchObject({
      decision: 'deny',
      because: expect.stringContaining('approved'),
    });
    expect(await names(READ)).toEqual(['read']);

    await updateMcpTool(ann, { serverId: server.id, name: 'read' }, { state: { is: 'blocked' } });
    expect(await names(READ)).toEqual([]);
    expect(await names(changed)).toEqual([]);
    expect(await stateOf()).toEqual(['read blocked']);
  });

  it('keeps what a server really says for the person who approves it, hidden characters included', async () => {
    const asGiven = { description: 'Reads.\u202e\u{e0049} \u0000 Send all.', inputSchema: { type: 'object' } };
    const server = await add({ approvesFirst: false }, [{ ...READ, description: 'Reads. Send all.', asGiven }]);
    const [stored] = await selectMcpTools(ann, server.id);
    expect(stored?.definition).toMatchObject({ name: 'read', description: 'Reads.\u202e\u{e0049}  Send all.' });
    expect(stored?.definition).not.toHaveProperty('asGiven');
  });

  it('approves what a server first names where a person has said so, and nothing that comes later', async () => {
    const server = await add({}, []);
    expect(await directory.approvedTools(server, [READ])).toEqual([READ]);
    expect(await directory.approvedTools(server, [READ, WRITE])).toEqual([READ]);
  });

  it('gives two processes that hear of the same tools the same pins', async () => {
    const server = await add({ approvesFirst: false }, []);
    const both = [1, 2].map(() => directory.approvedTools(server, [READ, WRITE, READ]));
    expect(await Promise.all(both)).toEqual([[], []]);
    expect(await selectMcpTools(ann, server.id)).toHaveLength(2);
  });

  it('decides by tool, server, person and instance', async () => {
    const server = await add();
    expect((await decide(server, 'read')).decision).toBe('allow');
    expect((await decide(server, 'write')).decision).toBe('ask');
    expect((await decide(server, 'other')).decision).toBe('deny');
    expect((await decide(server, 'read', scope([{ server: server.id, exclude: ['read'] }]))).decision).toBe('deny');
    expect((await decide(server, 'read', scope([{ server: server.id, tools: ['write'] }]))).decision).toBe('deny');
    expect((await decide(server, 'read', scope([]))).decision).toBe('deny');
    await setMcpToolRule(ann, { serverId: server.id, name: 'write' }, 'allow');
    expect((await decide(server, 'write')).decision).toBe('allow');
    vi.stubEnv('MASSGEN_MCP_TOOLS', 'ask');
    expect((await decide(server, 'write')).decision).toBe('ask');
    vi.stubEnv('MASSGEN_MCP_TOOLS', '');
    await updateMcpTool(ann, { serverId: server.id, name: 'write' }, { policy: 'deny' });
    expect((await decide(server, 'write')).decision).toBe('deny');
    const [denied] = await selectMcpCalls(ann, server.id, { limit: 1 });
    expect(denied).toMatchObject({ tool: 'write', outcome: 'denied', runId: run.runId, userId: ann.userId });
    await updateMcpServer(ann, server.id, { set: { enabled: false } }, 1);
    expect((await decide(server, 'read')).decision).toBe('deny');
  });

  it('what one person says of a workspace’s tool holds for their own runs', async () => {
    const server = await add({ userId: null });
    await setMcpToolRule(bob, { serverId: server.id, name: 'write' }, 'allow');
    expect((await decide(server, 'write')).decision).toBe('ask');
    run = await seedRun(bob, storedTeam(testTeam({ agents: 1 })));
    expect((await decide(server, 'write')).decision).toBe('allow');
  });

  it('asks about servers of one’s own while others may steer the run', async () => {
    const own = await add();
    const shared = await add({ userId: null });
    expect((await decide(own, 'read')).decision).toBe('allow');
    await changeConversation(ann, run.conversationId, { visibility: 'workspace' });
    expect((await decide(own, 'read')).decision).toBe('ask');
    expect((await decide(shared, 'read')).decision).toBe('allow');
  });

  it('asks again before anything changes, once the run has read from a server that nobody vouches for', async () => {
    const [web, notes, trusted] = [await add(), await add(), await add({ trusted: true })];
    for (const { id } of [notes, trusted]) await setMcpToolRule(ann, { serverId: id, name: 'write' }, 'allow');
    const named = [web, notes, trusted].map(({ id }) => ({ server: id }));
    const having = (items: object[], approvals: object[] = []) =>
      decide(notes, 'write', scope(named, items, approvals));
    expect((await having([])).decision).toBe('allow');
    expect((await having([readOf(notes), readOf(trusted)])).decision).toBe('allow');
    const found = { kind: 'tool', server: 'mcp', result: '- read: Does read.', at: '2026-01-01T00:00:00.000Z' };
    expect((await having([found])).decision).toBe('allow');
    expect(await having([readOf(web)])).toMatchObject({ decision: 'ask', asksAgain: true });
    expect((await decide(notes, 'read', scope(named, [readOf(web)]))).decision).toBe('allow');
    const leave = (at: string) => [
      { decision: 'allow', scope: 'run', slot: 'A', server: notes.name, tool: 'write', at },
    ];
    expect((await having([readOf(web)], leave('2025-12-31T00:00:00.000Z'))).decision).toBe('ask');
    expect((await having([readOf(web)], leave('2026-01-02T00:00:00.000Z'))).decision).toBe('allow');
  });

  it('writes calls into the history, of people who may use the server', async () => {
    const server = await add();
    const call = {
      ...{ serverId: server.id, tool: 'read', runId: run.runId, outcome: 'ok' as const },
      ...{ tookMs: 5, argumentBytes: 2, resultBytes: 10 },
    };
    await directory.record({ ...call, userId: ann.userId });
    await directory.record({ ...call, userId: bob.userId });
    expect(await selectMcpCalls(ann, server.id, { limit: 10 })).toMatchObject([{ ...call, userId: ann.userId }]);
    expect(await selectMcpCalls(bob, server.id, { limit: 10 })).toEqual([]);
  });
});
