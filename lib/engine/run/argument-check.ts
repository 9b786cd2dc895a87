import type { RunState } from '@/lib/protocol/state';
import type { EngineDeps } from '../engine-deps';
import type { ArgumentCheck } from './control-event';

/** By the backend of the slot that asks, which knows its tools. */
export function argumentCheck({ backendFor }: Pick<EngineDeps, 'backendFor'>, { team }: RunState): ArgumentCheck {
  return ({ slot, server, tool, arguments: original }, given) => {
    // A tool's source is asked about changed arguments before it runs with them.
    if (server !== undefined) return null;
    const agent = team?.agents.find((candidate) => candidate.slot === slot);
    const backend = agent && backendFor(agent.backend.type);
    return backend?.toolInputProblem?.(tool, given, original) ?? null;
  };
}
