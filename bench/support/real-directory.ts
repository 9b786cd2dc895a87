import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDb, getDb } from '@/db/client';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';
import { seedPerson, seedRun } from '@/lib/engine/testing/seed-run';
import { storedTeam, testTeam } from '@/lib/engine/testing/test-team';
import type { ToolScope } from '@/lib/engine/tool-source';
import { createChainSource } from '@/lib/mcp/chains/create-chain-source';
import type { McpClients } from '@/lib/mcp/connect/mcp-clients';
import { createMcpDirectory } from '@/lib/mcp/policy/create-mcp-directory';
import { addServer } from '@/lib/mcp/testing/add-server';
import type { McpDouble } from '@/lib/mcp/testing/mcp-double';
import { createMcpSource } from '@/lib/mcp/tools/create-mcp-source';
import { assertEqual, report } from './report';
import { median } from './statistics';

const ROUNDS = 7;
const OFFERS = 40;

/** What tools cost each model request with servers, approvals, chains and policy in a database: the same agent with and without them, in turn. */
export async function reportRealDirectory(clients: McpClients, double: McpDouble, tools: number): Promise<void> {
  process.env.DATABASE_URL = '';
  process.env.DATA_DIR = await mkdtemp(join(tmpdir(), 'massgen-bench-mcp-'));
  await getDb();
  const person = await seedPerson();
  await addServer(person, { name: 'double', url: double.url, policy: 'allow' });
  const { runId, conversationId } = await seedRun(person, storedTeam(testTeam({ agents: 1 })));
  const workspaceId = await findPersonalWorkspace(person);
  const deps = { clients, directory: createMcpDirectory(), report: console.error };
  const sources = [createMcpSource(deps), createChainSource(deps)];
  const [agent] = testTeam({ agents: 1 }).agents;
  const scopeOf = (mcpServers: { server: string }[]) =>
    ({
      runId,
      conversationId,
      workspaceId,
      ownWindow: 200_000,
      agent: agent && { ...agent, mcpServers },
    }) as unknown as ToolScope;
  const { signal } = new AbortController();
  const time = async (scope: ToolScope, expected: number) => {
    const startedAt = performance.now();
    for (let n = 0; n < OFFERS; n += 1) {
      const offers = await Promise.all(sources.map((source) => source.offer(scope, signal)));
      assertEqual('tools offered', offers.flatMap((offer) => offer.tools).length, expected);
    }
    return (performance.now() - startedAt) / OFFERS;
  };
  const [bare, full] = [scopeOf([]), scopeOf([{ server: 'double' }])];
  await time(full, tools);
  const added: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) added.push((await time(full, tools)) - (await time(bare, 0)));
  report({
    name: `tools of a real directory add to a model request, median of ${ROUNDS}`,
    value: median(added),
    unit: 'ms',
    target: 5,
  });
  await closeDb();
}
