import type { SlotFacts } from '@/lib/browser/run/run-facts';
import { AgentLetter } from './agent-letter';
import { AgentState } from './agent-state';
import { texts } from './texts';

/** Letter, name and model for people, state. */
export function AgentHeading({ agent }: { agent: SlotFacts }) {
  const model = agent.backend === 'demo' ? 'simulation' : agent.model || agent.backend;
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2">
      <AgentLetter slot={agent.slot} />
      <h4 className="truncate font-medium text-sm" title={`${agent.name} · ${agent.backend} ${agent.model}`}>
        {agent.name === agent.slot ? texts.agent(agent.slot) : agent.name}
      </h4>
      <span className="min-w-0 flex-1 truncate text-muted text-xs">{model}</span>
      <AgentState state={agent.state} />
    </div>
  );
}
