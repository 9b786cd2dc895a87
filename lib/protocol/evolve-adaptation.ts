import { isHelper } from './decision/helpers';
import type { AgentAdapted, EventStamp } from './event';
import type { RunState } from './state';
import { updateSlot } from './update-slot';

/** The slot's server is asked another way from here on; where that is in text, whatever reads the team finds it so. */
export function evolveAdaptation(state: RunState, event: EventStamp & AgentAdapted): RunState {
  const agent = state.team?.agents.find((candidate) => candidate.slot === event.slot);
  if (isHelper(event.slot) && event.canCallTools === false)
    return updateSlot(state, event.slot, (slot) => ({ ...slot, canCallTools: false }));
  if (!state.team || !agent) return state;
  const { because, callId } = event;
  const canCallTools = agent.canCallTools && event.canCallTools !== false;
  const flags = { couldCallTools: agent.canCallTools, canCallTools };
  const agents = state.team.agents.map((other) => (other === agent ? { ...agent, canCallTools } : other));
  return updateSlot({ ...state, team: { ...state.team, agents } }, event.slot, (slot) => ({
    ...slot,
    items: [...slot.items, { kind: 'adapted', callId, because, ...flags }],
  }));
}
