import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { getDb } from '@/db/client';
import { changeConversation } from '@/db/queries/conversations/change-conversation';
import { insertPerson } from '@/db/testing/insert-person';
import { useTestDatabase } from '@/db/testing/use-test-database';
import type { Engine } from '@/lib/engine/engine';
import { createScriptedBackend } from '@/lib/engine/testing/scripted-backend';
import { seedRun } from '@/lib/engine/testing/seed-run';
import { createTestEngine, type TestEngine, untilEvent } from '@/lib/engine/testing/test-engine';
import { storedTeam, testTeam } from '@/lib/engine/testing/test-team';
import { endOf, resultsIn } from '@/lib/engine/testing/tool-runs';
import { createServer } from '@/lib/features/mcp-servers/create-server';
import { newServerSchema } from '@/lib/features/mcp-servers/server-input';
import { listCalls } from '@/lib/features/mcp-tools/list-calls';
import { listTools } from '@/lib/features/mcp-tools/list-tools';
import { updateTool } from '@/lib/features/mcp-tools/update-tool';
import { type McpDouble, startMcpDouble } from '@/lib/mcp/testing/mcp-double';
import { createMcpSource } from '@/lib/mcp/tools/create-mcp-source';
import { toolName } from '@/lib/mcp/tools/tool-name';
import type { Actor } from '@/lib/platform/auth/actor';
import type { Coordination } from '@/lib/protocol/team';
import { closeMcp, getMcp } from '@/lib/runtime/mcp';
import { decideApproval } from './decide-approval';

const AS_WRITTEN = { text: 'a “note”\u202e with everything: \\ \n \u00e9' };

describe('a person decides on tools of MCP servers', () => {
  useTestDatabase();
  let double: McpDouble;
  let written: unknown[] = [];
  let engine: TestEngine;
  let serverId: string;
  let starter: Actor & { workspaceId: string };
  let admin: typeof starter;
  let heard: string[] = [];

  beforeAll(async () => {
    double = await startMcpDouble({
      tools: [
        {
          name: 'write',
          call: (given) => {
            written.push(given);
            return { content: [{ type: 'text', text: 'It is written.' }] };
          },
        },
      ],
    });
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', double.origin);
    vi.stubEnv('MASSGEN_SECRET', 'a secret of these tests');
    starter = await insertPerson();
    admin = await insertPerson({ memberOf: { workspaceId: starter.workspaceId, role: 'admin' } });
    const body = { name: 'Notes', transport: { type: 'http', url: double.url }, approveTools: true };
    serverId = (await createServer(starter, newServerSchema.parse(body))).id;
    const model = createScriptedBackend({
      script: (call) => {
        heard = resultsIn(call);
        const isAsked = heard.length === 0;
        return isAsked ? { tools: [{ tool: toolName('Notes', 'write'), arguments: AS_WRITTEN }] } : { text: ['Done.'] };
      },
    });
    const report = (error: unknown) => expect.fail(String(error));
    engine = createTestEngine(await getDb(), [model], { tools: [createMcpSource({ ...getMcp(), report })] });
    await engine.start();
    // Where the use cases look for the process's engine.
    (globalThis as { massgenEngine?: Promise<Engine> }).massgenEngine = Promise.resolve(engine);
  });
  afterEach(() => {
    written = [];
    heard = [];
  });
  afterAll(async () => {
    (globalThis as { massgenEngine?: Promise<Engine> }).massgenEngine = undefined;
    await engine.stop();
    await closeMcp();
    await double.kill();
    vi.unstubAllEnvs();
  });

  async function begin({ isShown = false, sideEffects }: { isShown?: boolean } & Pick<Coordination, 'sideEffects'>) {
    const team = testTeam({ agents: 1, coordination: { sideEffects } });
    const agents = team.agents.map((agent) => ({ ...agent, mcpServers: [{ server: 'Notes' }] }));
    const { runId, conversationId } = await seedRun(starter, storedTeam({ ...team, agents }));
    if (isShown) await changeConversation(starter, conversationId, { visibility: 'workspace' });
    engine.submitted();
    return runId;
  }
  async function asked(runId: string): Promise<string> {
    const event = await untilEvent(engine, runId, ({ type }) => type === 'approval.requested');
    expect(event).toMatchObject({ server: 'Notes', tool: 'write', arguments: AS_WRITTEN });
    return 'approvalId' in event ? event.approvalId : '';
  }
  const policy = async () => (await listTools(starter, serverId))[0]?.policy;

  it('with the exact arguments, or with those that they put there', async () => {
    const exact = await begin({ sideEffects: 'ask' });
    await decideApproval(starter, exact, { approvalId: await asked(exact), decision: 'allow', scope: 'once' });
    await endOf(engine, exact);
    const edited = await begin({ sideEffects: 'ask' });
    const changed = { text: 'other' };
    const approvalId = await asked(edited);
    await decideApproval(starter, edited, { approvalId, decision: 'allow', scope: 'once', arguments: changed });
    const { state } = await endOf(engine, edited);
    expect(written).toEqual([AS_WRITTEN, changed]);
    expect(heard).toEqual(['It is written.']);
    const tool = state.slots[0]?.items.find((item) => item.kind === 'tool');
    expect(tool).toMatchObject({ server: 'Notes', allowed: 'once', isChanged: true, arguments: changed });
  });

  it('what is denied reaches nothing', async () => {
    const runId = await begin({ sideEffects: 'allow' });
    await decideApproval(starter, runId, { approvalId: await asked(runId), decision: 'deny', scope: 'once' });
    await endOf(engine, runId);
    expect(written).toEqual([]);
    expect(heard[0]).toContain('does not allow');
    const { items } = await listCalls(starter, serverId, { limit: 1 });
    expect(items).toMatchObject([{ tool: 'write', outcome: 'denied', runId, userId: starter.userId }]);
  });

  it('in a run that is shown to a workspace its administrators can deny what the starter’s own server does, and not allow it', async () => {
    const runId = await begin({ sideEffects: 'allow', isShown: true });
    const approvalId = await asked(runId);
    const allow = { approvalId, decision: 'allow', scope: 'once' } as const;
    const stranger = await insertPerson({ role: 'admin' });
    await expect(decideApproval(stranger, runId, allow)).rejects.toMatchObject({ status: 404 });
    await expect(decideApproval(admin, runId, allow)).rejects.toMatchObject({ status: 403 });
    await decideApproval(admin, runId, { ...allow, decision: 'deny' });
    await endOf(engine, runId);
    expect(written).toEqual([]);
  });

  it('for always: it is not asked about any more, until somebody says otherwise', async () => {
    expect(await policy()).toBe('ask');
    const first = await begin({ sideEffects: 'allow' });
    await decideApproval(starter, first, { approvalId: await asked(first), decision: 'allow', scope: 'always' });
    await endOf(engine, first);
    expect(await policy()).toBe('allow');
    const { state } = await endOf(engine, await begin({ sideEffects: 'allow' }));
    expect(state.approvals).toEqual([]);
    expect(written).toHaveLength(2);
    await updateTool(starter, { serverId, name: 'write' }, { policy: 'ask' });
    const again = await begin({ sideEffects: 'allow' });
    await decideApproval(starter, again, { approvalId: await asked(again), decision: 'deny', scope: 'always' });
    await endOf(engine, again);
    expect(await policy()).toBe('deny');
    await endOf(engine, await begin({ sideEffects: 'allow' }));
    expect(written).toHaveLength(2);
    expect(heard[0]).toContain('forbid');
    await updateTool(starter, { serverId, name: 'write' }, { policy: 'ask' });
  });
});
