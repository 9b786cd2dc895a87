import type { TeamAgent } from '@/lib/protocol/team';
import type { ActiveCall, CallHost } from '../call/active-call';
import { readerOf } from '../call/share-contexts';
import type { ToolScope } from '../tool-source';

/** The call as sources of tools see it. */
export function toolScope(host: CallHost, call: ActiveCall, agent: TeamAgent): ToolScope {
  const { slot, callId, phase } = call;
  const { runId, run } = host;
  const { capabilities, leastWindow = 0 } = host.deps.backendFor(agent.backend.type);
  const { stateful, contextWindow } = capabilities(agent.backend.model);
  return {
    runId,
    conversationId: run.conversationId,
    workspaceId: run.workspaceId,
    slot,
    callId,
    phase,
    agent,
    get state() {
      return host.state;
    },
    reader: () => readerOf(host, call, agent),
    ownWindow: stateful ? (contextWindow ?? leastWindow) : null,
  };
}
