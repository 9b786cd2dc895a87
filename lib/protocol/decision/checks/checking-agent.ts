import type { Team, TeamAgent } from '../../team';
import type { Check, ToolCheck } from './check';

/** Who uses the tool that a check names: nobody of the team, with nothing but this tool of this server. */
export function checkingAgent({ agents: [member] }: Team, { server, tool }: ToolCheck): TeamAgent | null {
  if (!member) return null;
  const { backend } = member;
  const mcpServers = [{ server, tools: [tool] }];
  return { slot: '_check', name: 'Check', backend, systemMessage: null, mcpServers, weight: 1, canCallTools: true };
}

/** Whether a tool performs the check. */
export function isByTool(check: Check): check is Extract<Check, ToolCheck> {
  return check.kind === 'mcp';
}
