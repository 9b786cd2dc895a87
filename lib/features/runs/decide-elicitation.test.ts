import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { getDb } from '@/db/client';
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
import { performCall } from '@/lib/features/mcp-tools/perform-call';
import { prepareCall } from '@/lib/features/mcp-tools/prepare-call';
import { updateTool } from '@/lib/features/mcp-tools/update-tool';
import { type EverythingServer, startEverything } from '@/lib/mcp/testing/start-everything';
import { createMcpSource } from '@/lib/mcp/tools/create-mcp-source';
import { toolName } from '@/lib/mcp/tools/tool-name';
import type { Actor } from '@/lib/platform/auth/actor';
import { closeMcp, getMcp } from '@/lib/runtime/mcp';
import { approvalInput, readApprovalInput } from './approval-input';
import { decideApproval } from './decide-approval';

const NAME = 'trigger-elicitation-request';
const SAMPLE = 'trigger-sampling-request';

describe('a person answers what an MCP server asks in a run', () => {
  useTestDatabase();
  let everything: EverythingServer;
  let engine: TestEngine;
  let starter: Actor & { workspaceId: string };
  let serverId: string;
  let heard: string[] = [];
  let uses = { tool: toolName('Every', NAME), arguments: {} };

  beforeAll(async () => {
    everything = await startEverything('http');
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', everything.origin);
    vi.stubEnv('MASSGEN_SECRET', 'a secret of these tests');
    starter = await insertPerson();
    const body = { name: 'Every', transport: { type: 'http', url: everything.url }, approveTools: true };
    serverId = (await createServer(starter, newServerSchema.parse(body))).id;
    for (const name of [NAME, SAMPLE]) await updateTool(starter, { serverId, name }, { policy: 'allow' });
    const model = createScriptedBackend({
      script: (call) => {
        if (call.toolChoice === 'none') return { text: ['Of course.'] };
        heard = resultsIn(call);
        return heard.length === 0 ? { tools: [uses] } : { text: ['Done.'] };
      },
    });
    const report = (error: unknown) => expect.fail(String(error));
    engine = createTestEngine(await getDb(), [model], { tools: [createMcpSource({ ...getMcp(), report })] });
    await engine.start();
    // Where the use cases look for the process's engine.
    (globalThis as { massgenEngine?: Promise<Engine> }).massgenEngine = Promise.resolve(engine);
  });
  afterAll(async () => {
    (globalThis as { massgenEngine?: Promise<Engine> }).massgenEngine = undefined;
    await engine.stop();
    await closeMcp();
    await everything.stop();
    vi.unstubAllEnvs();
  });

  async function begin() {
    const team = testTeam({ agents: 1, coordination: { sideEffects: 'allow' } });
    const agents = team.agents.map((agent) => ({ ...agent, mcpServers: [{ server: 'Every' }] }));
    const { runId } = await seedRun(starter, storedTeam({ ...team, agents }));
    engine.submitted();
    const asked = await untilEvent(engine, runId, ({ type }) => type === 'approval.requested');
    if (asked.type !== 'approval.requested') throw new Error('It is no approval.');
    const { approvalId } = asked;
    const decide = (body: object) =>
      decideApproval(starter, runId, { approvalId, ...readApprovalInput(approvalInput.parse(body)) });
    return { runId, asked, decide };
  }

  it('with a form that fits its schema, in the words of the API or of the protocol', async () => {
    const { runId, asked, decide } = await begin();
    expect(asked).toMatchObject({
      ...{ kind: 'elicitation', server: 'Every', tool: NAME, arguments: {} },
      elicitation: { mode: 'form', message: 'Please provide inputs for the following fields:' },
    });
    const wrong = { name: 'Ada', email: 'no address', integer: 'x' };
    await expect(decide({ decision: 'accept', content: wrong })).rejects.toMatchObject({
      code: 'invalid',
      fields: expect.arrayContaining([expect.objectContaining({ path: 'content.integer' })]),
    });
    await expect(decide({ decision: 'accept', content: {} })).rejects.toMatchObject({ code: 'invalid' });
    await expect(decide({ decision: 'accept', content: { name: { first: 'A' } } })).rejects.toMatchObject({
      fields: [{ path: 'content.name' }],
    });
    await expect(decide({ decision: 'allow', scope: 'always', content: { name: 'A' } })).rejects.toMatchObject({
      fields: [{ path: 'scope' }],
    });
    await decide({ decision: 'accept', content: { name: 'Ada', integer: 7 } });
    const { state, events } = await endOf(engine, runId);
    expect(state.status).toBe('finished');
    expect(heard[0]).toContain('- Name: Ada');
    expect(heard[0]).toContain('Favorite Integer: 7');
    const decided = events.find(({ type }) => type === 'approval.decided');
    // With what the schema says where nothing is said.
    expect(decided).toMatchObject({ decision: 'allow', content: { name: 'Ada', integer: 7, number: 3.14 } });
  });

  it.each([
    ['decline', /declined/i, { decision: 'deny' }],
    ['cancel', /cancel/i, { decision: 'deny', cancelled: true }],
  ])('with %s, and the run ends well', async (decision, says, logged) => {
    const { runId, decide } = await begin();
    await decide({ decision });
    const { state, events } = await endOf(engine, runId);
    expect(state.status).toBe('finished');
    expect(heard[0]).toMatch(says);
    expect(events.find(({ type }) => type === 'approval.decided')).toMatchObject(logged);
  });

  it('by letting it ask the agent’s model, in other words', async () => {
    uses = { tool: toolName('Every', SAMPLE), arguments: { prompt: 'What?' } };
    const { runId, asked, decide } = await begin();
    expect(asked).toMatchObject({ kind: 'sampling', sampling: { messages: [{ role: 'user' }] } });
    await expect(decide({ decision: 'allow', content: { messages: [] } })).rejects.toMatchObject({ code: 'invalid' });
    await decide({ decision: 'allow', content: { messages: [{ role: 'user', text: 'What else?' }] } });
    const { state, events } = await endOf(engine, runId);
    expect(heard[0]).toContain('Of course.');
    // It counts for the run.
    expect(events.filter(({ type }) => type === 'usage')).toHaveLength(3);
    expect(state.approvals).toMatchObject([{ kind: 'sampling', decision: 'allow' }]);
  });

  it('outside of a run nobody is asked, and whoever calls is told so', async () => {
    const call = await prepareCall(starter, { serverId, name: NAME, arguments: {} });
    const made = await performCall(starter, call, { signal: new AbortController().signal });
    expect(made.declined).toEqual([expect.stringContaining('Outside of a run nobody is asked')]);
    expect(JSON.stringify(made.result)).toMatch(/declined/i);
  });
});
