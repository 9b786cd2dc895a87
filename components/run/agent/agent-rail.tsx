'use client';
import type { CSSProperties } from 'react';
import type { SlotFacts } from '@/lib/browser/run/run-facts';
import { agentHue } from '@/lib/browser/ui/agent-hue';
import { cx } from '../../ui/cx';
import { AgentLetter } from './agent-letter';
import { AgentState } from './agent-state';
import { texts } from './texts';

interface AgentRailProps {
  agents: SlotFacts[];
  selected: string;
  onSelect: (slot: string) => void;
}

/** All agents with their states, one of them in the pane beside it. */
export function AgentRail({ agents, selected, onSelect }: AgentRailProps) {
  return (
    <nav aria-label={texts.agents} className="flex w-52 flex-none flex-col gap-0.5">
      {agents.map((agent) => (
        <button
          key={agent.slot}
          type="button"
          aria-pressed={agent.slot === selected}
          onClick={() => onSelect(agent.slot)}
          style={agentHue(agent.slot) as CSSProperties}
          className={cx(
            'flex items-center gap-2.5 rounded-control border-l-2 px-2.5 py-2 text-left transition-colors duration-150',
            agent.slot === selected ? 'border-agent bg-hover' : 'border-transparent hover:bg-hover',
          )}
        >
          <AgentLetter slot={agent.slot} />
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium text-sm leading-5">{agent.name}</span>
            <AgentState state={agent.state} />
          </span>
        </button>
      ))}
    </nav>
  );
}
