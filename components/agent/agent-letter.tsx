import type { CSSProperties } from 'react';
import { agentHue } from '@/lib/client/agent-hue';

/** The letter of a slot in its hue: the only identity an agent has. */
export function AgentLetter({ slot }: { slot: string }) {
  return (
    <span
      style={agentHue(slot) as CSSProperties}
      className="inline-grid size-5 flex-none place-items-center rounded-[5px] bg-agent font-semibold text-[11px] text-bg leading-none"
    >
      {slot}
    </span>
  );
}
