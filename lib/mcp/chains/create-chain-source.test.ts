import { expect, test } from 'vitest';
import type { ChainStep, McpChainRecord } from '@/db/types/mcp-chain-record';
import { testTeam } from '@/lib/engine/testing/test-team';
import type { ToolHost, ToolScope } from '@/lib/engine/tool-source';
import type { AgentServer } from '@/lib/protocol/team';
import { ECHO, NEVER, said, testClients } from '../testing/test-clients';
import { createTestDirectory } from '../testing/test-directory';
import { createChainSource } from './create-chain-source';

const used = testClients();
const READ = { readOnlyHint: true };
const ODD = 'a\u202eb\u200b "\\ 😀';

const steps: ChainStep[] = [
  { server: 'one', tool: 'rows', arguments: { table: { $from: 'input', pointer: '/table' } } },
  { server: 'two', tool: 'echo', arguments: { text: { $from: '1', pointer: '/rows/0' } } },
  { server: 'ONE', tool: 'keep', arguments: { first: { $from: '1', pointer: '/rows/0' }, said: { $from: '2' } } },
];
const chain: McpChainRecord = {
  ...{ id: 'c', workspaceId: 'w', userId: 'u', name: 'Report', description: 'Reports.', steps, version: 1 },
  inputSchema: { type: 'object', properties: { table: { type: 'string' } }, required: ['table'] },
  ...{ createdAt: new Date(), updatedAt: new Date() },
};

function scopeOf(mcpServers: AgentServer[]): ToolScope {
  const [agent] = testTeam({ agents: 1 }).agents;
  return { runId: 'r1', agent: { ...agent!, mcpServers } } as ToolScope;
}

const ALL = [{ server: 'one' }, { server: 'two' }];

async function setUp({ secondFails = false } = {}) {
  const kept: unknown[] = [];
  const one = await used.start({
    tools: [
      { name: 'rows', annotations: READ, call: () => ({ content: [], structuredContent: { rows: [ODD] } }) },
      {
        name: 'keep',
        inputSchema: { type: 'object', properties: { first: { type: 'string' } } },
        annotations: { readOnlyHint: false },
        call: (given) => {
          kept.push(given);
          return said('Kept.');
        },
      },
    ],
  });
  const fails = () => ({ ...said('No such row.'), isError: true });
  const two = await used.start({ tools: [{ ...ECHO, annotations: READ, ...(secondFails && { call: fails }) }] });
  const directory = createTestDirectory([one.server('one'), two.server('two')]);
  directory.chains = [chain];
  const reports: unknown[] = [];
  const source = createChainSource({ clients: used.clients, directory, report: (error) => reports.push(error) });
  const offer = async (mcpServers: AgentServer[] = ALL) => source.offer(scopeOf(mcpServers), NEVER);
  const call = async (given: unknown) => {
    const [tool] = (await offer()).tools;
    const host = { report: () => {}, blob: async () => ({ hash: 'h', bytes: 0 }) } as unknown as ToolHost;
    return source.run({ scope: scopeOf(ALL), toolCallId: 't', tool: tool!, arguments: given }, host, NEVER);
  };
  return { one, two, kept, directory, source, offer, call, reports };
}

test('a chain of three steps over two servers is one tool; the third call has the first’s data, exactly', async () => {
  const { offer, call, kept, directory, reports } = await setUp();
  const { tools, missing } = await offer();
  expect(missing).toEqual([]);
  expect(tools).toMatchObject([
    { server: 'chains', tool: 'Report', definition: { name: 'chains__Report' }, effects: 'changes', idempotent: false },
  ]);
  expect(tools[0]?.definition.parameters).toMatchObject({ required: ['table'] });
  const outcome = await call({ table: 't' });
  expect(outcome).toMatchObject({ text: 'Kept.', isError: false });
  expect(kept).toEqual([{ first: ODD, said: `You said ${ODD}.` }]);
  expect(outcome.steps).toMatchObject([
    { step: 1 },
    { step: 2 },
    { step: 3, server: 'ONE', tool: 'keep', isError: false },
  ]);
  expect(directory.records.map(({ tool, outcome: how }) => [tool, how])).toEqual([
    ['rows', 'ok'],
    ['echo', 'ok'],
    ['keep', 'ok'],
  ]);
  expect(reports).toEqual([]);
});

test('a failing second step ends it with its place and reason', async () => {
  const { call, kept } = await setUp({ secondFails: true });
  const outcome = await call({ table: 't' });
  expect(outcome.isError).toBe(true);
  expect(outcome.text).toContain('ended at step 2 of 3, echo of two: No such row.');
  expect(kept).toEqual([]);
});

test('is not called with what it does not take, nor a tool with what that does not take', async () => {
  const { call, one, kept, directory } = await setUp();
  expect(await call({})).toMatchObject({ isError: true, text: expect.stringContaining('table') });
  expect(one.count('tools/call')).toBe(0);
  directory.chains = [{ ...chain, steps: [{ server: 'one', tool: 'keep', arguments: { first: { $from: 'input' } } }] }];
  expect(await call({ table: 't' })).toMatchObject({ isError: true, text: expect.stringContaining('step 1 of 1') });
  expect(kept).toEqual([]);
});

test('asks where one step asks, and is denied where one is', async () => {
  const { source, offer, directory } = await setUp();
  const [tool] = (await offer()).tools;
  const decide = () => source.decide({ scope: scopeOf(ALL), toolCallId: 't', tool: tool!, arguments: { table: 't' } });
  expect(await decide()).toEqual({ decision: 'allow', because: '' });
  directory.decideFor = (name) => (name === 'keep' ? 'ask' : 'allow');
  expect(await decide()).toEqual({ decision: 'ask', because: 'Step 3, keep of ONE: The test says so.' });
  directory.decideFor = (name) => (name === 'echo' ? 'deny' : 'ask');
  expect(await decide()).toMatchObject({ decision: 'deny', because: expect.stringContaining('Step 2, echo of two') });
});

test('is offered to whoever names it or may make all of its calls, and left out where a step is not there', async () => {
  const { offer, directory } = await setUp();
  const names = async (mcpServers: AgentServer[]) => (await offer(mcpServers)).tools.map(({ tool }) => tool);
  expect(await names([])).toEqual([]);
  expect(await names([{ server: 'one' }])).toEqual([]);
  expect(await names([{ server: 'one', exclude: ['keep'] }, { server: 'two' }])).toEqual([]);
  expect(await names([{ server: 'chains' }])).toEqual(['Report']);
  expect(await names([{ server: 'chains', tools: ['Other'] }])).toEqual([]);
  directory.quarantined.add('echo');
  expect(await offer()).toMatchObject({
    tools: [],
    missing: [{ server: 'chains', because: expect.stringContaining('step 2') }],
  });
});
