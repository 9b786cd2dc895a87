import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { getDb } from '@/db/client';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { claudeCodeExecutable } from '@/lib/agents/claude-code/executable';
import { endAgents } from '@/lib/agents/claude-code/testing/end-agents';
import { type ScriptedModel, startScriptedModel } from '@/lib/agents/claude-code/testing/scripted-model';
import { backendFor } from '@/lib/agents/registry';
import { sharingTeam } from '@/lib/context-sharing/testing/sharing-team';
import { textsIn } from '@/lib/context-sharing/testing/texts-in';
import { seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { createTestEngine, untilEvent } from '@/lib/engine/testing/test-engine';
import { storedTeam } from '@/lib/engine/testing/test-team';
import { endOf } from '@/lib/engine/testing/tool-runs';
import { createMcpClients } from '@/lib/mcp/connect/create-mcp-clients';
import type { McpServer } from '@/lib/mcp/mcp-server';
import { testServer } from '@/lib/mcp/testing/mcp-double';
import { everythingInPlace } from '@/lib/mcp/testing/package-in-place';
import { type EverythingServer, startEverything } from '@/lib/mcp/testing/start-everything';
import { createTestDirectory } from '@/lib/mcp/testing/test-directory';
import { createMcpSource } from '@/lib/mcp/tools/create-mcp-source';
import { sandboxSupport } from '@/lib/platform/sandbox/sandbox-support';
import { workFolderSource } from './work-folder-source';

if (!claudeCodeExecutable()) process.stdout.write('Claude Code is not installed: its tests are skipped.\n');
// biome-ignore lint/correctness/useHookAtTopLevel: no React hook.
useTestDatabase();
vi.setConfig({ testTimeout: 120_000 });

const P = 'mcp__massgen__';
const ASKS = 'trigger-elicitation-request';
const ODD = 'a\u202eb\u200b \t<result>"\\ 😀 é';

describe.skipIf(!claudeCodeExecutable())('MCP tools in Claude Code’s own loop', () => {
  let model: ScriptedModel;
  let http: EverythingServer;
  let sse: EverythingServer;

  beforeAll(async () => {
    [model, http, sse] = await Promise.all([startScriptedModel(), startEverything('http'), startEverything('sse')]);
    vi.stubEnv('MASSGEN_TRUSTED_ORIGINS', [model.origin, http.origin, sse.origin].join(','));
    vi.stubEnv('MASSGEN_CLAUDE_CODE_PROCESSES', '1');
  }, 30_000);
  afterAll(async () => {
    await endAgents();
    vi.unstubAllEnvs();
    await Promise.all([model.close(), http.stop(), sse.stop()]);
  }, 30_000);

  test('are called through the one pool, step after step over three servers, with exact results, and one of them asks a person', async () => {
    const clients = createMcpClients();
    const dataDir = mkdtempSync(join(tmpdir(), 'massgen-mcp-'));
    const program = { ...everythingInPlace(dataDir), env: {}, network: false, folders: [] };
    vi.stubEnv('DATA_DIR', dataDir);
    // Whether a sandbox can be made here is tested elsewhere.
    vi.stubEnv('MASSGEN_MCP_SANDBOX', 'because' in (await sandboxSupport()) ? 'off' : 'required');
    // More tools than models are shown at once would be searched.
    const only = (server: McpServer, ...tools: string[]) => ({ server, only: tools, exclude: [] });
    const servers = [
      only(testServer('http', http.url), 'get-sum', ASKS),
      only(testServer('sse', sse.url, { transport: { type: 'sse', url: sse.url, headers: {} } }), 'echo'),
      only(testServer('program', '', { transport: program }), 'echo'),
    ];
    const directory = createTestDirectory(servers);
    const report = (error: unknown) => expect.fail(String(error));
    const source = createMcpSource({ clients, directory, report });
    model.says(
      [{ tool: `${P}http__get-sum`, input: { a: 2, b: 40 } }],
      [{ tool: `${P}sse__echo`, input: { message: `${ODD} 42` } }],
      [{ tool: `${P}program__echo`, input: { message: ODD } }],
      [{ tool: `${P}http__${ASKS}`, input: {} }],
      [{ text: 'It is 42.' }],
    );
    const engine = createTestEngine(await getDb(), [backendFor('claude_code')], {
      tools: [source],
      workFolders: workFolderSource,
      resolveCredentials: async () => ({ apiKey: 'sk-the-real-key', baseUrl: model.origin }),
    });
    await engine.start();
    const team = sharingTeam([{ type: 'claude_code', model: 'code-x' }], null);
    const mcpServers = ['http', 'sse', 'program'].map((server) => ({ server }));
    const agents = team.agents.map((agent) => ({ ...agent, mcpServers }));
    const { runId } = await seedRun(await seedPerson(), storedTeam({ ...team, agents }), { input: 'Add them.' });
    engine.submitted();
    const asked = await untilEvent(engine, runId, ({ type }) => type === 'approval.requested');
    const approvalId = asked.type === 'approval.requested' ? asked.approvalId : '';
    const reply = { decision: 'allow', scope: 'once', content: { name: 'Ada' } } as const;
    expect(await engine.control(runId, { type: 'decideApproval', approvalId, ...reply })).toEqual({ ok: true });
    const { events, state } = await endOf(engine, runId);
    expect(engine.reports).toEqual([]);
    await engine.stop();
    await clients.close();
    rmSync(dataDir, { recursive: true, force: true });
    expect(state).toMatchObject({ status: 'finished', final: { text: 'It is 42.', presented: true } });
    const results = ['The sum of 2 and 40 is 42.', `Echo: ${ODD} 42`, `Echo: ${ODD}`];
    results.forEach((result, at) => {
      expect(textsIn(model.requests[at + 1]?.body.messages)).toContain(result);
    });
    const called = events.flatMap((event) => (event.type === 'tool.called' ? [`${event.server}.${event.tool}`] : []));
    expect(called).toEqual(['http.get-sum', 'sse.echo', 'program.echo', `http.${ASKS}`]);
    expect(directory.records.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(JSON.stringify(model.requests[4]?.body.messages)).toContain('- Name: Ada');
  });
});
