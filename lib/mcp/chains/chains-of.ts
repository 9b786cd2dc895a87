import type { McpChainRecord } from '@/db/types/mcp-chain-record';
import type { ToolScope } from '@/lib/engine/tool-source';
import { CHAINS_SERVER } from '@/lib/protocol/chains';
import type { AgentServer } from '@/lib/protocol/team';

/** A chain that an agent may use, with the servers that its steps are looked up in. */
export interface AgentChain {
  chain: McpChainRecord;
  servers: AgentServer[];
}

/**
 * The chains that an agent may use: those it names (`chains`, with a choice of tools like any server), and those all of whose calls it may make itself. Of two
 * of one name the first counts.
 */
export function chainsOf(chains: McpChainRecord[], mcpServers: AgentServer[]): AgentChain[] {
  const named = mcpServers.find(({ server }) => server.toLowerCase() === CHAINS_SERVER);
  const seen = new Set<string>();
  return chains.flatMap((chain): AgentChain[] => {
    const name = chain.name.toLowerCase();
    if (seen.has(name)) return [];
    seen.add(name);
    if (named && isTaken(named, chain.name)) return [{ chain, servers: serversOf(chain) }];
    const mayCall = chain.steps.every(({ server, tool }) =>
      mcpServers.some((taken) => taken.server.toLowerCase() === server.toLowerCase() && isTaken(taken, tool)),
    );
    return mayCall ? [{ chain, servers: mcpServers }] : [];
  });
}

/** The call's scope as a step sees it: the agent has the servers of the chain. */
export function scopeWith(scope: ToolScope, servers: AgentServer[]): ToolScope {
  return Object.create(scope, { agent: { value: { ...scope.agent, mcpServers: servers } } });
}

function serversOf({ steps }: McpChainRecord): AgentServer[] {
  const byServer = Map.groupBy(steps, ({ server }) => server);
  return [...byServer].map(([server, ofServer]) => ({
    server,
    tools: [...new Set(ofServer.map(({ tool }) => tool))],
  }));
}

function isTaken({ tools, exclude = [] }: AgentServer, tool: string): boolean {
  return (tools?.includes(tool) ?? true) && !exclude.includes(tool);
}
