import type { BoundHit, EventStamp, RunFailed, RunFinished, RunResumed, RunStarted, RunStopped } from './event';
import { lapseOwnApprovals } from './evolve-approval';
import { abandon } from './evolve-call';
import { initialSlot } from './initial-state';
import type { RunState, SlotState } from './state';
import { updateAll, updateSlot } from './update-slot';

type RunLevelEvent = EventStamp & (RunStarted | RunResumed | BoundHit | RunFinished | RunStopped | RunFailed);

/** The run as a whole: begin, take-over, bounds, end. */
export function evolveRun(state: RunState, event: RunLevelEvent): RunState {
  switch (event.type) {
    case 'run.started':
      return {
        ...state,
        status: 'running',
        startedAt: event.at,
        team: event.team,
        input: event.input,
        attachments: event.attachments ?? [],
        seed: event.seed,
        ...(event.reliability && { reliability: event.reliability }),
        slots: event.team.agents.map((agent) => initialSlot(agent.slot)),
      };
    case 'run.resumed':
      return lapseOwnApprovals(updateAll(state, (slot) => resumed(slot, event.abandonedCalls)));
    case 'bound.hit': {
      const hit = { bound: event.bound, slot: event.slot ?? null, seq: event.seq };
      const next = { ...state, boundsHit: [...state.boundsHit, hit] };
      if (event.bound === 'maxTokens' || event.bound === 'maxCostUsd') return spent(next);
      if (event.bound !== 'callsPerAgent' || event.slot === undefined) return next;
      return updateSlot(next, event.slot, (slot) => ({ ...slot, out: slot.out ?? 'exhausted' }));
    }
    case 'run.finished': {
      const { final: text, answerId, presented, cut } = event;
      return over(state, event, { status: 'finished', final: { text, answerId, presented, ...(cut && { cut }) } });
    }
    case 'run.stopped': {
      const { final: text, answerId } = event;
      const final = text === null ? null : { text, answerId, presented: false };
      return over(state, event, { status: 'stopped', final });
    }
    case 'run.failed':
      return over(state, event, { status: 'failed', error: event.error });
  }
}

function spent(state: RunState): RunState {
  return updateAll(state, (slot) =>
    slot.call ? { ...slot, call: { ...slot.call, streamedWhenSpent: slot.call.streamed } } : slot,
  );
}

function resumed(slot: SlotState, abandonedCalls: string[]): SlotState {
  if (!slot.call || !abandonedCalls.includes(slot.call.callId)) return slot;
  return { ...slot, call: null, items: abandon(slot.items, slot.call.callId) };
}

function over(state: RunState, event: EventStamp, end: Partial<RunState>): RunState {
  const ended = updateAll(state, (slot) =>
    // Nobody writes an `agent.state` behind the end, and nobody is at work there.
    slot.call ? { ...slot, call: null, state: 'stopped' as const, items: abandon(slot.items, slot.call.callId) } : slot,
  );
  return { ...ended, ...end, phase: 'over', endedAt: event.at };
}
