import { afterEach, expect, test } from 'vitest';
import { testTeam } from '@/lib/engine/testing/test-team';
import type { ToolHost, ToolOutcome, ToolScope } from '@/lib/engine/tool-source';
import { watchThisThread } from '@/lib/platform/bounded-evaluation/testing/watch-this-thread';
import { type DoubleTool, HANDLED, type McpDouble } from '../testing/mcp-double';
import { ECHO, NEVER, said, testClients } from '../testing/test-clients';
import { createTestDirectory, type TestDirectory } from '../testing/test-directory';
import { createMcpSource } from './create-mcp-source';
import { ResultCache } from './result-cache';

const used = testClients();
const READ = { readOnlyHint: true };

function scopeOf(backendType = 'openai', servers: string[] = ['double']): ToolScope {
  const [agent] = testTeam({ agents: 1 }).agents;
  if (!agent) throw new Error('The team has nobody.');
  const mcpServers = servers.map((server) => ({ server }));
  const seat = { ...agent, mcpServers, backend: { ...agent.backend, type: backendType } };
  return { runId: 'r1', agent: seat, ownWindow: null } as unknown as ToolScope;
}

function sourceOf(directory: TestDirectory) {
  const reports: unknown[] = [];
  const source = createMcpSource({
    clients: used.clients,
    directory,
    results,
    report: (error) => reports.push(error),
  });
  return { source, reports };
}

async function run(
  double: McpDouble,
  directory: TestDirectory,
  name: string,
  given: unknown = {},
): Promise<ToolOutcome> {
  const { source } = sourceOf(directory);
  const scope = scopeOf();
  const offer = await source.offer(scope, NEVER);
  const tool = offer.tools.find((offered) => offered.tool === name);
  if (!tool) throw new Error(`${name} of ${double.url} is not offered.`);
  return source.run({ scope, toolCallId: 't1', tool, arguments: given }, HOST, NEVER);
}

const results = new ResultCache();
afterEach(() => results.changed('r1'));

const progress: string[] = [];
const HOST = {
  report: (text: string) => progress.push(text),
  blob: async (content: Uint8Array) => ({ hash: `sha of ${content.length}`, bytes: content.length }),
} as unknown as ToolHost;

async function withTools(...tools: DoubleTool[]) {
  const double = await used.start({ tools });
  return { double, directory: createTestDirectory([double.server()]) };
}

test('offers the tools of a server with what they do, in the same order each time', async () => {
  const { directory } = await withTools(
    { name: 'write', description: 'Writes.', annotations: { readOnlyHint: false } },
    { name: 'find', description: 'Finds.', annotations: READ },
    { name: 'odd' },
    { name: 'put', annotations: { readOnlyHint: false, idempotentHint: true } },
  );
  const { source } = sourceOf(directory);
  const { tools, missing } = await source.offer(scopeOf(), NEVER);
  expect(missing).toEqual([]);
  expect(tools.map(({ server, tool, effects, idempotent }) => [server, tool, effects, idempotent])).toEqual([
    ['double', 'find', 'reads', true],
    ['double', 'odd', 'unknown', false],
    ['double', 'put', 'changes', true],
    ['double', 'write', 'changes', false],
  ]);
  expect(tools[0]?.definition).toEqual({
    name: 'double__find',
    description: 'Finds.',
    parameters: { type: 'object', properties: {} },
  });
});

test('an agent without servers asks nobody for anything', async () => {
  const { double, directory } = await withTools(ECHO);
  directory.serversFor = () => Promise.reject(new Error('Asked.'));
  const { source, reports } = sourceOf(directory);
  expect(await source.offer(scopeOf('openai', []), NEVER)).toEqual({ tools: [], missing: [] });
  expect([reports, double.journal]).toEqual([[], []]);
});

test('takes what the agent wants of a server, and nothing that waits for approval', async () => {
  const { double } = await withTools({ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' });
  const access = { server: double.server(), only: ['a', 'b', 'c'], exclude: ['b'] };
  const directory = createTestDirectory([access]);
  directory.quarantined.add('c');
  const { tools } = await sourceOf(directory).source.offer(scopeOf(), NEVER);
  expect(tools.map(({ tool }) => tool)).toEqual(['a']);
});

test('a server that is gone is missing, and the others are there', async () => {
  const { double } = await withTools(ECHO);
  const gone = await used.start({});
  await gone.kill();
  const directory = createTestDirectory([double.server(), gone.server('gone')], [{ server: 'lost', because: 'Lost.' }]);
  const { tools, missing } = await sourceOf(directory).source.offer(scopeOf(), NEVER);
  expect(tools.map(({ tool }) => tool)).toEqual(['echo']);
  expect(missing).toEqual([
    { server: 'lost', because: 'Lost.' },
    { server: 'gone', because: 'Nothing listens at this address.' },
  ]);
});

test('a second run asks no server what it has', async () => {
  const { double, directory } = await withTools(ECHO);
  for (const _run of [1, 2]) await sourceOf(directory).source.offer(scopeOf(), NEVER);
  expect(double.count('tools/list')).toBe(1);
});

test('a text comes through unchanged in every character', async () => {
  const odd = 'a\u202eb\u0000\u200b\r\n\t<result>"\\ 😀\ud83d é \u{e0041}';
  const { double, directory } = await withTools({ name: 'odd', annotations: READ, call: () => said(odd) });
  expect(await run(double, directory, 'odd')).toEqual({
    text: odd,
    isError: false,
    content: [{ kind: 'text', bytes: Buffer.byteLength(odd) }],
  });
});

test('each kind of content is told as what it is', async () => {
  const data = Buffer.from('picture').toString('base64');
  const content = [
    { type: 'text', text: 'See:' },
    { type: 'image', data, mimeType: 'image/png' },
    { type: 'audio', data, mimeType: 'audio/wav' },
    { type: 'resource', resource: { uri: 'file:///a.txt', mimeType: 'text/plain', text: 'The text.' } },
    { type: 'resource', resource: { uri: 'file:///b.bin', blob: data } },
    { type: 'resource_link', name: 'More', uri: 'http://internal/', description: 'Read on.' },
  ];
  const call = () => ({ content, structuredContent: { n: 1 } });
  const { double, directory } = await withTools({ name: 'all', call });
  const outcome = await run(double, directory, 'all');
  expect(outcome.text.split('\n')).toEqual([
    'See:',
    '[Image, image/png, 7 bytes: it is kept for the people; you cannot see it.]',
    '[Audio, audio/wav, 7 bytes: it is kept for the people; you cannot see it.]',
    '[Resource file:///a.txt]',
    'The text.',
    '[Resource file:///b.bin, 7 bytes: it is kept for the people; you cannot see it.]',
    '[Link to More: http://internal/ (Read on.)]',
  ]);
  expect(outcome.content?.map(({ kind, hash }) => (hash ? `${kind}, kept` : kind))).toEqual([
    'text',
    'image, kept',
    'audio, kept',
    'resource',
    'resource, kept',
    'link',
    'structured',
  ]);
  expect(outcome.structured).toEqual({ n: 1 });
  expect(outcome.isUnanswered).toBeUndefined();
});

test.each([
  ['structured content alone is read as JSON', { content: [], structuredContent: { a: [1] } }, '{"a":[1]}', false],
  ['nothing is said to be nothing', { content: [] }, 'It is done; it gives no result.', false],
  ['an error is one, with its words', { ...said('No such file.'), isError: true }, 'No such file.', true],
])('%s', async (_what, result, text, isError) => {
  const { double, directory } = await withTools({ name: 'one', call: () => result });
  expect(await run(double, directory, 'one')).toMatchObject({ text, isError });
});

test('a call is in the history, with what became of it', async () => {
  const { double, directory } = await withTools(ECHO, {
    name: 'die',
    call(_given, { response }) {
      response.destroy();
      return HANDLED;
    },
  });
  await run(double, directory, 'echo', { text: 'x' });
  const died = await run(double, directory, 'die');
  expect(died).toEqual({
    text: expect.stringMatching(/^die of double cannot be reached/),
    isError: true,
    isUnanswered: true,
  });
  expect(directory.records).toEqual([
    expect.objectContaining({ serverId: 'double', tool: 'echo', runId: 'r1', outcome: 'ok', argumentBytes: 12 }),
    expect.objectContaining({ tool: 'die', outcome: 'unknown', resultBytes: 0 }),
  ]);
});

test('what was taken back after it was offered is not called', async () => {
  const { double, directory } = await withTools(ECHO);
  const { source } = sourceOf(directory);
  const scope = scopeOf();
  const [tool] = (await source.offer(scope, NEVER)).tools;
  if (!tool) throw new Error('Nothing is offered.');
  directory.quarantined.add('echo');
  const invocation = { scope, toolCallId: 't1', tool, arguments: {} };
  expect(await source.run(invocation, HOST, NEVER)).toMatchObject({
    isError: true,
    text: expect.stringContaining('approve'),
  });
  directory.serversFor = async () => ({ servers: [], missing: [] });
  expect(await source.run(invocation, HOST, NEVER)).toMatchObject({
    isError: true,
    text: expect.stringContaining('server'),
  });
  expect(double.count('tools/call')).toBe(0);
});

test('a result that breaks the tool’s own promise is given with a remark', async () => {
  const result = { ...said('{"a":1}'), structuredContent: { a: 1 } };
  const outputSchema = { type: 'object', properties: { a: { type: 'string' } } };
  const { double, directory } = await withTools({ name: 'bad', outputSchema, call: () => result });
  const outcome = await run(double, directory, 'bad');
  expect(outcome.text).toBe('{"a":1}\n[The result is not what the tool promises: /a must be string]');
});

test('a hostile pattern in the schemas of a tool holds up nobody', async () => {
  const hostile = { type: 'string', pattern: '^(a+)+$' };
  const schema = { type: 'object', properties: { a: hostile }, required: ['a'] };
  const a = `${'a'.repeat(40)}!`;
  const call = () => ({ ...said('Done.'), structuredContent: { a } });
  const { double, directory } = await withTools({ name: 'sly', inputSchema: schema, outputSchema: schema, call });
  await run(double, directory, 'sly', { a });
  const longest = watchThisThread();
  expect((await run(double, directory, 'sly', { a })).text).toBe('Done.');
  expect(longest()).toBeLessThan(50);
});

test('a server’s words are cleaned before anybody reads them; what it allows is not', async () => {
  const inputSchema = {
    type: 'object',
    properties: { a: { type: 'string', description: 'Say \u202ethis\u0007.', enum: ['x\u200by'] } },
  };
  const { directory } = await withTools({ name: 'sly', description: `Good.\u{e0041}${'x'.repeat(5000)}`, inputSchema });
  const [tool] = (await sourceOf(directory).source.offer(scopeOf(), NEVER)).tools;
  expect(tool?.definition.description).toHaveLength(2000);
  expect(tool?.definition.description.slice(0, 6)).toBe('Good.x');
  expect(tool?.definition.parameters).toMatchObject({
    properties: { a: { description: 'Say this.', enum: ['x\u200by'] } },
  });
});

test('progress is told to people', async () => {
  const { double, directory } = await withTools({
    name: 'slow',
    call(_given, { send, progressToken }) {
      send({ method: 'notifications/progress', params: { progressToken, progress: 1, total: 2 } });
      return new Promise((resolve) => setTimeout(() => resolve(said('Done.')), 20));
    },
  });
  progress.length = 0;
  await run(double, directory, 'slow');
  expect(progress).toEqual(['1 of 2']);
});

test('what only reads and may be repeated is asked once in a run, until something may have changed', async () => {
  let times = 0;
  const count = () => said(`${++times}`);
  const SAME = { readOnlyHint: true, idempotentHint: true };
  const { double, directory } = await withTools(
    { name: 'find', annotations: SAME, call: count },
    { name: 'look', annotations: READ, call: count },
    { name: 'fail', annotations: SAME, call: () => ({ ...count(), isError: true }) },
    { name: 'write', annotations: { readOnlyHint: false, idempotentHint: true }, call: () => said('written') },
  );
  const ask = async (name: string, given = {}) => {
    const { text, isKnown = false } = await run(double, directory, name, given);
    return [text, isKnown];
  };
  expect(await ask('find', { a: 1, b: 2 })).toEqual(['1', false]);
  expect(await ask('find', { b: 2, a: 1 })).toEqual(['1', true]);
  expect(await ask('find', { a: 2 })).toEqual(['2', false]);
  expect([await ask('look'), await ask('look')]).toEqual([
    ['3', false],
    ['4', false],
  ]);
  expect([await ask('fail'), await ask('fail')]).toEqual([
    ['5', false],
    ['6', false],
  ]);
  await ask('write');
  expect(await ask('find', { a: 1, b: 2 })).toEqual(['7', false]);
  // Nothing was asked, so nothing is in the history.
  expect(directory.records.map(({ tool }) => tool)).toEqual([
    'find',
    'find',
    'look',
    'look',
    'fail',
    'fail',
    'write',
    'find',
  ]);
});
