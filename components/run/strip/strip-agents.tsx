import type { SlotFacts } from '@/lib/browser/run/run-facts';
import { stateWord } from '@/lib/browser/run/state-word';
import { AgentLetter } from '../agent/agent-letter';
import { AgentState } from '../agent/agent-state';
import { texts } from '../texts';

/** Every agent as letter and state icon; the word is in the name. */
export function StripAgents({ slots }: { slots: SlotFacts[] }) {
  return (
    <ul aria-label={texts.agents} className="flex min-h-7 flex-none flex-wrap items-center gap-2.5">
      {slots.map((slot) => (
        <li
          key={slot.slot}
          title={`${slot.slot} · ${slot.name}: ${stateWord(slot.state)}`}
          className="flex items-center gap-1"
        >
          <AgentLetter slot={slot.slot} />
          <AgentState state={slot.state} iconOnly />
        </li>
      ))}
    </ul>
  );
}
