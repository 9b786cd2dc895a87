import type { McpChainRecord } from '@/db/types/mcp-chain-record';
import type { ToolDecision } from '@/lib/engine/tool-source';
import type { McpServer } from '../mcp-server';
import type { McpCallRecord, McpDirectory, McpServerAccess } from '../policy/mcp-directory';

export interface TestDirectory extends McpDirectory {
  records: McpCallRecord[];
  /** Tools that are set apart. */
  quarantined: Set<string>;
  decision: ToolDecision['decision'];
  chains: McpChainRecord[];
  /** Instead of `decision`. */
  decideFor?: (tool: string) => ToolDecision['decision'];
}

/** Everybody may use these servers and all of their tools, unless a test says otherwise. */
export function createTestDirectory(
  servers: (McpServer | McpServerAccess)[],
  missing: { server: string; because: string }[] = [],
): TestDirectory {
  const accesses = servers.map((one) => ('server' in one ? one : { server: one, only: null, exclude: [] }));
  const directory: TestDirectory = {
    records: [],
    chains: [],
    quarantined: new Set(),
    decision: 'allow',
    serversFor: async () => ({ servers: accesses, missing }),
    approvedTools: async (_server, tools) => tools.filter(({ name }) => !directory.quarantined.has(name)),
    chainsFor: async () => directory.chains,
    admit: async () => null,
    decide: async ({ tool }) => {
      const decision = directory.decideFor?.(tool.tool) ?? directory.decision;
      return { decision, because: decision === 'allow' ? '' : 'The test says so.' };
    },
    async record(call) {
      directory.records.push(call);
    },
  };
  return directory;
}
