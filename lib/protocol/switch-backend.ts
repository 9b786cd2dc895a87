import { FAILURES_TO_QUARANTINE, PRESENTATION_FAILURES } from './constants';
import type { AgentSwitched, BackendName, DraftEvent, EventStamp } from './event';
import type { RunState, SlotState } from './state';
import type { BackendChoice } from './team';
import { allSlots, updateSlot } from './update-slot';

/**
 * P15: slots whose backend has failed too often in a row, or in a way that another try cannot mend. Each goes on with its next
 * fallback, which has tries of its own; without one it is out.
 */
export function backendsGivenUp(state: RunState): DraftEvent[] {
  return allSlots(state).flatMap<DraftEvent>((slot) => {
    const { lastError } = slot;
    if (slot.out !== null || slot.failures === 0 || lastError === null) return [];
    const agent = state.team?.agents.find((candidate) => candidate.slot === slot.slot);
    const next = agent?.fallbacks?.[0];
    if (agent && next && (isGivenUp(slot) || isLostPresentation(state, slot))) {
      const [from, to] = [nameOf(agent.backend), nameOf(next.backend)];
      return [{ type: 'agent.switched', slot: slot.slot, from, to, because: lastError.message }];
    }
    return isGivenUp(slot) ? [{ type: 'agent.quarantined', slot: slot.slot, error: lastError }] : [];
  });
}

/** The slot with its next fallback in the place of its backend: whatever reads the team finds the backend of now. */
export function evolveSwitch(state: RunState, event: EventStamp & AgentSwitched): RunState {
  const agent = state.team?.agents.find((candidate) => candidate.slot === event.slot);
  const [next, ...fallbacks] = agent?.fallbacks ?? [];
  if (!state.team || !agent || !next) return state;
  const { from, to, because } = event;
  const flags = { couldCallTools: agent.canCallTools, canCallTools: next.canCallTools };
  const agents = state.team.agents.map((other) => (other === agent ? { ...agent, ...next, fallbacks } : other));
  // Its predecessor's failures do not count against the new presenter.
  const presentationFailures = state.phase === 'presenting' ? 0 : state.presentationFailures;
  return updateSlot({ ...state, team: { ...state.team, agents }, presentationFailures }, event.slot, (slot) => ({
    ...slot,
    failures: 0,
    retryAfterMs: null,
    mayRetry: true,
    items: [...slot.items, { kind: 'switched', from, to, because, ...flags }],
  }));
}

function isGivenUp({ failures, mayRetry }: SlotState): boolean {
  return failures >= FAILURES_TO_QUARANTINE || !mayRetry;
}

/** P18 gives a presentation fewer tries than a slot has; a fallback comes before the answer as published. */
function isLostPresentation(state: RunState, slot: SlotState): boolean {
  const last = slot.items.findLast((item) => item.kind === 'call');
  return state.presentationFailures >= PRESENTATION_FAILURES && last?.kind === 'call' && last.phase === 'presentation';
}

function nameOf({ type, model }: BackendChoice): BackendName {
  return { type, model };
}
