import { Scale } from 'lucide-react';
import type { CSSProperties } from 'react';
import { helperName } from '@/lib/browser/run/slot-name';
import { agentHue } from '@/lib/browser/ui/agent-hue';

/** The letter of a slot in its hue: the only identity an agent has. Who is asked without being one has no letter, but a name. */
export function AgentLetter({ slot }: { slot: string }) {
  const helper = helperName(slot);
  if (helper)
    return (
      <span
        title={helper}
        className="inline-grid size-5 flex-none place-items-center rounded-[5px] bg-sunken text-muted"
      >
        <Scale className="size-3.5" aria-hidden />
        <span className="sr-only">{helper}</span>
      </span>
    );
  return (
    <span
      style={agentHue(slot) as CSSProperties}
      className="inline-grid size-5 flex-none place-items-center rounded-[5px] bg-agent font-semibold text-[11px] text-bg leading-none forced-colors:border"
    >
      {slot}
    </span>
  );
}
