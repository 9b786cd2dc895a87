import type { FieldError } from '@/lib/platform/errors/app-error';
import type { TeamAgent } from '@/lib/protocol/team';
import { texts } from '@/lib/team-config/texts';
import type { GivenAgentSharing } from './sharing-schema';

/** An agent gets the context of other agents of its team. `given` and `agents` are in the same order. */
export function sharingFaults(given: (GivenAgentSharing | undefined)[], agents: TeamAgent[]): FieldError[] {
  return given.flatMap((sharing, index) => {
    const own = agents[index]?.slot;
    const others = agents.map(({ slot }) => slot).filter((slot) => slot !== own);
    return (sharing?.from ?? []).flatMap((slot, at) => {
      if (others.includes(slot)) return [];
      const known = others.length > 0 ? texts.giveSomeOf(others) : texts.noOtherAgents;
      const message = slot === own ? texts.slotItself(slot, known) : texts.noSlot(slot, known);
      return [{ path: `agents[${index}].contextSharing.from[${at}]`, message }];
    });
  });
}
