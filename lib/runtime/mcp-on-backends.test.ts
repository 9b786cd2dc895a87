import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { DOUBLE_READERS } from '@/lib/context-sharing/testing/double-readers';
import { useDoubleRuns } from '@/lib/context-sharing/testing/double-runs';
import { sharingTeam } from '@/lib/context-sharing/testing/sharing-team';
import { textsIn } from '@/lib/context-sharing/testing/texts-in';
import { createScriptedBackend } from '@/lib/engine/testing/scripted-backend';
import { teamScript } from '@/lib/engine/testing/team-script';
import { createMcpClients } from '@/lib/mcp/connect/create-mcp-clients';
import type { McpClients } from '@/lib/mcp/connect/mcp-clients';
import { type McpDouble, startMcpDouble, testServer } from '@/lib/mcp/testing/mcp-double';
import { everythingInPlace } from '@/lib/mcp/testing/package-in-place';
import { type EverythingServer, startEverything } from '@/lib/mcp/testing/start-everything';
import { said } from '@/lib/mcp/testing/test-clients';
import { createTestDirectory } from '@/lib/mcp/testing/test-directory';
import { createMcpSource } from '@/lib/mcp/tools/create-mcp-source';
import { sandboxSupport } from '@/lib/platform/sandbox/sandbox-support';
import type { Team } from '@/lib/protocol/team';

const isSandboxThere = !('because' in (await sandboxSupport()));
if (!isSandboxThere) process.stdout.write('There is no sandbox: no program is used as a server.\n');

/** What no step on the way may touch. */
const ODD = 'a\u202eb\u200b \t<result>"\\ 😀 é\u{e0041}';
const STEPS = [
  'Chain: http__get-sum {"a":2,"b":40}',
  'notes__keep {"text":"$"}',
  'sse__echo {"message":"$"}',
  'notes__keep {"text":"$"}',
  // A program, where one can be shut in.
  ...(isSandboxThere ? ['program__echo {"message":"$"}'] : []),
].join(' > ');

let servers: Record<'http' | 'sse', EverythingServer>;
let notes: McpDouble;
let many: McpDouble;
let clients: McpClients;
let dataDir: string;
/** Of the reference server as a program, in the sandbox. */
let program: ReturnType<typeof everythingInPlace>;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'massgen-mcp-'));
  program = everythingInPlace(dataDir);
  const [http, sse] = await Promise.all([startEverything('http'), startEverything('sse')]);
  servers = { http, sse };
  const call = ({ text }: Record<string, unknown>) => said(`Kept: ${text}${ODD}`);
  const inputSchema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    properties: { text: { anyOf: [{ type: 'string' }, { type: 'null' }], pattern: '^(a+)+$|' }, '@id': { const: 1 } },
    required: ['text'],
    allOf: [{ not: { required: ['nothing'] } }],
  };
  notes = await startMcpDouble({
    tools: [{ name: 'keep', description: 'Keeps.', inputSchema, annotations: { readOnlyHint: true }, call }],
  });
  many = await startMcpDouble({
    tools: Array.from({ length: 50 }, (_, n) => ({
      name: `tool-${n}`,
      description: n === 7 ? 'Counts sheep.' : 'Does nothing.',
      annotations: { readOnlyHint: true },
      call: ({ text }: Record<string, unknown>) => said(`${n}: ${text}`),
    })),
  });
});
afterAll(async () => {
  await Promise.all([servers.http.stop(), servers.sse.stop(), notes.kill(), many.kill()]);
  rmSync(dataDir, { recursive: true, force: true });
});
beforeEach(() => {
  clients = createMcpClients();
});
afterEach(() => clients.close());

function mcpSource() {
  const trusted = process.env.MASSGEN_TRUSTED_ORIGINS;
  vi.stubEnv(
    'MASSGEN_TRUSTED_ORIGINS',
    [trusted, servers.http.origin, servers.sse.origin, notes.origin, many.origin].join(','),
  );
  const everything = (type: 'http' | 'sse') => {
    const { url } = servers[type];
    return { server: testServer(type, url, { transport: { type, url, headers: {} } }), only: null, exclude: [] };
  };
  vi.stubEnv('DATA_DIR', dataDir);
  const started = testServer('program', '', { transport: { ...program, env: {}, network: false, folders: [] } });
  const directory = createTestDirectory([
    ...[everything('http'), everything('sse'), notes.server('notes')],
    // More tools than models are shown at once would be searched.
    ...(isSandboxThere ? [{ server: started, only: ['echo'], exclude: [] }] : []),
  ]);
  const manyTools = createTestDirectory([many.server('many')]);
  const report = (error: unknown) => expect.fail(String(error));
  return {
    directory,
    source: createMcpSource({ clients, directory, report }),
    searched: createMcpSource({ clients, directory: manyTools, report }),
  };
}

const withServers = (team: Team): Team => ({
  ...team,
  agents: team.agents.map((agent) => ({
    ...agent,
    mcpServers: [{ server: 'http' }, { server: 'sse' }, { server: 'notes' }, { server: 'program' }],
  })),
});

const SUM = 'The sum of 2 and 40 is 42.';
const RESULTS = [
  SUM,
  `Kept: ${SUM}${ODD}`,
  `Echo: Kept: ${SUM}${ODD}`,
  `Kept: Echo: Kept: ${SUM}${ODD}${ODD}`,
  ...(isSandboxThere ? [`Echo: Kept: Echo: Kept: ${SUM}${ODD}${ODD}`] : []),
];

describe.each(
  DOUBLE_READERS.map((reader) => ({
    ...reader,
    model: reader.model.replace('note-b', 'chain-b').replace('pro-preview', 'chain'),
  })),
)('$type, $model, tools: $canCallTools', ({ type, model, canCallTools, faults }) => {
  const runs = useDoubleRuns();
  const seat = { type, model, canCallTools };

  test('a single agent uses a chain of tools of all servers, one of them a program in the sandbox, each result exact in the next request', async () => {
    const { source, directory } = mcpSource();
    await runs.openWith([], [type], [source]);
    const played = await runs.play(withServers(sharingTeam([seat], null)), STEPS);
    expect(played.state).toMatchObject({ status: 'finished', final: { presented: true } });
    const bodies = runs.bodiesOf(played, 'A');
    expect(bodies.map((body) => faults(body))).toEqual(bodies.map(() => []));
    expect(bodies).toHaveLength(RESULTS.length + 1);
    RESULTS.forEach((result, at) => {
      const told = textsIn(bodies[at + 1]);
      const isThere = told.some((text) => (canCallTools ? text === result : text.includes(`] ${result}\n\nTools:`)));
      expect(isThere, `${result} in request ${at + 2}`).toBe(true);
    });
    const called = played.events.flatMap((event) =>
      event.type === 'tool.called' && event.server ? [`${event.server}.${event.tool}`] : [],
    );
    expect(called).toEqual(
      ['http.get-sum', 'notes.keep', 'sse.echo', 'notes.keep', 'program.echo'].slice(0, RESULTS.length),
    );
    expect(directory.records.map(({ outcome }) => outcome)).toEqual(RESULTS.map(() => 'ok'));
  });

  test('in a team they are used at work, and the run ends well', async () => {
    const { source } = mcpSource();
    const other = createScriptedBackend({ script: teamScript(2) });
    await runs.openWith([other], [type], [source]);
    const team = withServers(sharingTeam([{ type: 'scripted' }, seat], null));
    const played = await runs.play({ ...team, coordination: { ...team.coordination, presenter: 'B' } }, STEPS);
    expect(played.state).toMatchObject({ status: 'finished', final: { presented: true } });
    const finished = played.events.flatMap((event) =>
      event.type === 'tool.finished' && event.slot === 'B' && event.server ? [event.result] : [],
    );
    expect(finished).toEqual(RESULTS);
    expect(runs.bodiesOf(played, 'B').flatMap((body) => faults(body))).toEqual([]);
  });

  test('of many tools the one that is needed is found and used, and the log says which it was', async () => {
    const { searched } = mcpSource();
    await runs.openWith([], [type], [searched]);
    const steps = 'Chain: find_tools {"query":"sheep"} > use_tool {"tool":"many__tool-7","arguments":{"text":"four"}}';
    const played = await runs.play(withServers(sharingTeam([seat], null)), steps);
    expect(played.state).toMatchObject({ status: 'finished', final: { presented: true } });
    const called = played.events.flatMap((event) =>
      event.type === 'tool.called' ? [[event.server, event.tool, event.arguments]] : [],
    );
    expect(called).toEqual([
      ['mcp', 'find_tools', { query: 'sheep' }],
      ['many', 'tool-7', { text: 'four' }],
    ]);
    const bodies = runs.bodiesOf(played, 'A');
    expect(bodies.flatMap((body) => faults(body))).toEqual([]);
    expect(JSON.stringify(bodies[0])).not.toContain('many__tool-8');
    expect(textsIn(bodies[2]).some((text) => text.includes('7: four'))).toBe(true);
  });
});

describe('a team without servers', () => {
  const runs = useDoubleRuns();

  test.each(['openai', 'claude', 'gemini'])(
    'on %s makes the same requests as ever, and nothing is opened',
    async (type) => {
      const team = sharingTeam([{ type, model: 'chain-b@0x4' }], null);
      const sent: string[] = [];
      const { source, directory } = mcpSource();
      directory.serversFor = () => Promise.reject(new Error('Nobody may be asked.'));
      const before = notes.journal.length;
      for (const sources of [[], [source]]) {
        await runs.openWith([], [type], sources);
        const played = await runs.play(team, 'What is it?');
        expect(played.events.some((event) => event.type === 'tools.offered')).toBe(false);
        sent.push(JSON.stringify(runs.bodiesOf(played, 'A')).replaceAll(played.runId, 'its id'));
      }
      expect(sent[1]).toBe(sent[0]);
      expect(notes.journal.length).toBe(before);
    },
  );

  test('where a server is away, people read so once and the run goes on', async () => {
    const directory = createTestDirectory([testServer('away', 'http://127.0.0.1:9/mcp')]);
    const source = createMcpSource({ clients, directory, report: () => {} });
    await runs.openWith([createScriptedBackend({ script: teamScript(2) })], [], [source]);
    const played = await runs.play(withServers(sharingTeam([{ type: 'scripted' }, { type: 'scripted' }], null)));
    expect(played.state).toMatchObject({ status: 'finished' });
    const told = played.events.filter((event) => event.type === 'mcp.unavailable');
    expect(told.map(({ slot, server, error }) => [slot, server, error]).sort()).toEqual(
      ['A', 'B'].map((slot) => [slot, 'away', expect.stringContaining(' in MASSGEN_TRUSTED_ORIGINS')]),
    );
  });
});
