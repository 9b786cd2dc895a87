/**
 * (j) What the layer between agents and MCP servers costs: a call on its pooled connection against the bare SDK's on the same server in the same
 * run, two hundred calls at once on one connection, and what offering the tools adds to a model's call.
 */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { testTeam } from '@/lib/engine/testing/test-team';
import type { ToolScope } from '@/lib/engine/tool-source';
import { createMcpClients } from '@/lib/mcp/connect/create-mcp-clients';
import { startMcpDouble, testServer } from '@/lib/mcp/testing/mcp-double';
import { startEverything } from '@/lib/mcp/testing/start-everything';
import { createTestDirectory } from '@/lib/mcp/testing/test-directory';
import { createMcpSource } from '@/lib/mcp/tools/create-mcp-source';
import { reportRealDirectory } from './support/real-directory';
import { assertEqual, finishReport, report } from './support/report';
import { median, percentile } from './support/statistics';

const CALLS = 200;
const ROUNDS = 7;
const TOOLS = 30;

const everything = await startEverything('http');
const double = await startMcpDouble({
  tools: Array.from({ length: TOOLS }, (_, n) => ({
    name: `tool_${n}`,
    description: `Does the work number ${n}, and says in some words how it does it. `.repeat(5),
    inputSchema: {
      type: 'object',
      properties: { text: { type: 'string' }, n: { type: 'number' } },
      required: ['text'],
    },
    annotations: { readOnlyHint: true },
    call: () => ({ content: [{ type: 'text', text: `${n}` }] }),
  })),
});
process.env.MASSGEN_TRUSTED_ORIGINS = [everything.origin, double.origin].join(',');
const { signal } = new AbortController();

const bare = new Client({ name: 'bare', version: '1' });
await bare.connect(new StreamableHTTPClientTransport(new URL(everything.url)));
const clients = createMcpClients();
const server = testServer('everything', everything.url);
const { tools } = await clients.describe(server, { signal });
const echo = tools.find(({ name }) => name === 'echo');
if (!echo) throw new Error('The reference server has no echo.');

const callBare = (message: string) => bare.callTool({ name: 'echo', arguments: { message } });
const callPooled = (message: string) =>
  clients.callTool(server, { tool: echo, arguments: { message }, repeatable: true }, { signal });

/** One call after the other, each way in turn, so that both see the same machine. */
async function timeInTurn(ways: ((message: string) => Promise<unknown>)[]): Promise<number[][]> {
  const times = ways.map((): number[] => []);
  for (let n = 0; n < CALLS; n += 1)
    for (const [index, way] of ways.entries()) {
      const startedAt = performance.now();
      await way(`${n}`);
      times[index]?.push(performance.now() - startedAt);
    }
  return times;
}

await timeInTurn([callBare, callPooled]);
const rounds: { bare: number; pooled: number }[] = [];
const tails: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  const [bareTimes = [], pooledTimes = []] = await timeInTurn([callBare, callPooled]);
  rounds.push({ bare: median(bareTimes), pooled: median(pooledTimes) });
  tails.push(percentile(pooledTimes, 0.95));
}
const limit = median(rounds.map((round) => round.bare));
report({
  name: 'a call on the pooled connection, p50',
  value: median(rounds.map(({ pooled }) => pooled)),
  unit: 'ms',
  limit,
});
report({ name: 'the same, p95', value: median(tails), unit: 'ms' });
report({
  name: 'the same against the bare SDK, median of 7 rounds',
  value: median(rounds.map((round) => (round.pooled / round.bare) * 100)),
  unit: '%',
  limit: 100,
  target: 115,
});

async function atOnce(way: (message: string) => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: CALLS }, (_, n) => way(`${n}`)));
  return performance.now() - startedAt;
}
await atOnce(callPooled);
const parallel = { bare: await atOnce(callBare), pooled: await atOnce(callPooled) };
report({ name: `${CALLS} calls at once on one connection`, value: parallel.pooled, unit: 'ms', limit: parallel.bare });

const [agent] = testTeam({ agents: 1 }).agents;
const seat = agent && { ...agent, mcpServers: [{ server: 'double' }] };
const scope = { runId: 'bench', agent: seat, ownWindow: 200_000 } as unknown as ToolScope;
const source = createMcpSource({ clients, directory: createTestDirectory([double.server()]), report: console.error });
const offers: number[] = [];
for (let run = 0; run <= CALLS; run += 1) {
  const startedAt = performance.now();
  const { tools: offered } = await source.offer(scope, signal);
  if (run > 0) offers.push(performance.now() - startedAt);
  assertEqual('tools offered', offered.length, TOOLS);
}
report({ name: `offering ${TOOLS} known tools to a model’s call, p50`, value: median(offers), unit: 'ms', target: 5 });
assertEqual('lists asked for in all runs', double.count('tools/list'), 1);
assertEqual('connections of all runs', double.count('initialize'), 1);

await reportRealDirectory(clients, double, TOOLS);

await Promise.all([clients.close(), bare.close()]);
await Promise.all([everything.stop(), double.kill()]);
finishReport();
