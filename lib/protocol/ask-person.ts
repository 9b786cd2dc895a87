import type { Command } from './command';
import type { SlotState } from './state';

/** The slots wait for a person's choice, and say so once. */
export function askPerson(slots: SlotState[], because: string): Command[] {
  return slots.flatMap<Command>(({ slot, state }) =>
    state === 'waiting for you'
      ? []
      : [{ type: 'append', event: { type: 'agent.state', slot, state: 'waiting for you', because } }],
  );
}
