import type { AgentDelta, FinalDelta } from './event';
import type { Slot } from './team';

/** A piece of what a call streams, before it is an event. */
export interface StreamedText {
  slot: Slot;
  callId: string;
  kind: AgentDelta['kind'] | 'final';
  text: string;
}

/** The piece as the event that the log holds. */
export function deltaOf({ slot, callId, kind, text }: StreamedText): AgentDelta | FinalDelta {
  return kind === 'final'
    ? { type: 'final.delta', slot, callId, text }
    : { type: 'agent.delta', slot, callId, kind, text };
}
