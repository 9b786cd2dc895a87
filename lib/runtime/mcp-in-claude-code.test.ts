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
import { createTestEngine } from '@/lib/engine/testing/test-engine';
import { storedTeam } from '@/lib/engine/testing/test-team';
import { endOf } from '@/lib/engine/testing/tool-runs';
import { createMcpClients } from '@/lib/mcp/connect/create-mcp-clients';
import { testServer } from '@/lib/mcp/testing/mcp-double';
import { type EverythingServer, startEverything } from '@/lib/mcp/testing/start-everything';
import { createTestDirectory } from '@/lib/mcp/testing/test-directory';
import { createMcpSource } from '@/lib/mcp/tools/create-mcp-source';
import { workFolderSource } from './work-folder-source';

if (!claudeCodeExecutable()) process.stdout.write('Claude Code is not installed: its tests are skipped.\n');
// biome-ignore lint/correctness/useHookAtTopLevel: no React hook.
useTestDatabase();
vi.setConfig({ testTimeout: 120_000 });

const P = 'mcp__massgen__';
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

  test('are called through the one pool, step after step over two servers, with exact results', async () => {
    const clients = createMcpClients();
    const servers = [
      testServer('http', http.url),
      testServer('sse', sse.url, { transport: { type: 'sse', url: sse.url, headers: {} } }),
    ];
    const directory = createTestDirectory(servers);
    const report = (error: unknown) => expect.fail(String(error));
    const source = createMcpSource({ clients, directory, report });
    model.says(
      [{ tool: `${P}http__get-sum`, input: { a: 2, b: 40 } }],
      [{ tool: `${P}sse__echo`, input: { message: `${ODD} 42` } }],
      [{ tool: `${P}http__echo`, input: { message: ODD } }],
      [{ text: 'It is 42.' }],
    );
    const engine = createTestEngine(await getDb(), [backendFor('claude_code')], {
      tools: [source],
      workFolders: workFolderSource,
      resolveCredentials: async () => ({ apiKey: 'sk-the-real-key', baseUrl: model.origin }),
    });
    await engine.start();
    const team = sharingTeam([{ type: 'claude_code', model: 'code-x' }], null);
    const agents = team.agents.map((agent) => ({ ...agent, mcpServers: [{ server: 'http' }, { server: 'sse' }] }));
    const { runId } = await seedRun(await seedPerson(), storedTeam({ ...team, agents }), { input: 'Add them.' });
    engine.submitted();
    const { events, state } = await endOf(engine, runId);
    expect(engine.reports).toEqual([]);
    await engine.stop();
    await clients.close();
    expect(state).toMatchObject({ status: 'finished', final: { text: 'It is 42.', presented: true } });
    const results = ['The sum of 2 and 40 is 42.', `Echo: ${ODD} 42`, `Echo: ${ODD}`];
    results.forEach((result, at) => {
      expect(textsIn(model.requests[at + 1]?.body.messages)).toContain(result);
    });
    const called = events.flatMap((event) => (event.type === 'tool.called' ? [`${event.server}.${event.tool}`] : []));
    expect(called).toEqual(['http.get-sum', 'sse.echo', 'http.echo']);
    expect(directory.records.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok']);
  });
});
