'use client';
import type { CSSProperties } from 'react';
import { slotName } from '@/lib/browser/run/slot-name';
import { agentHue } from '@/lib/browser/ui/agent-hue';
import { formatSpan } from '@/lib/browser/ui/format';
import { phaseWord } from '@/lib/browser/usage/cost-table';
import type { FlameLane as Lane } from '@/lib/browser/usage/flame';
import { cx } from '../../ui/cx';
import { AgentLetter } from '../agent/agent-letter';
import { texts } from './texts';

interface FlameLaneProps {
  lane: Lane;
  /** Milliseconds of the whole axis. */
  length: number;
  chosen: string | null;
  /** The one bar of the chart that Tab reaches. */
  tabStop: string;
  onChoose: (callId: string) => void;
}

/** One agent's time: its calls as bars, named by their phase where there is room, tools as the darker parts of them. */
export function FlameLane({ lane, length, chosen, tabStop, onChoose }: FlameLaneProps) {
  const percent = (ms: number) => Math.min(100, (ms / length) * 100);
  const { slot, modelMs, toolMs, waitingMs } = lane;
  return (
    <li style={agentHue(slot) as CSSProperties}>
      <div className="flex items-center gap-3">
        <AgentLetter slot={slot} />
        <div className="relative h-7 min-w-0 flex-1 pointer-coarse:h-11">
          <span className="chart-mark absolute inset-x-0 top-1/2 h-px bg-line-strong opacity-60" aria-hidden />
          {lane.calls.map((call) => (
            <button
              key={call.callId}
              type="button"
              data-call={call.callId}
              tabIndex={call.callId === tabStop ? 0 : -1}
              aria-label={`${slotName(slot)}: ${phaseWord(call.phase)}, ${formatSpan((call.to ?? length) - call.from)}`}
              aria-pressed={call.callId === chosen}
              onFocus={() => onChoose(call.callId)}
              onPointerEnter={() => onChoose(call.callId)}
              onClick={() => onChoose(call.callId)}
              style={{
                left: `${percent(call.from)}%`,
                width: `max(4px, ${percent((call.to ?? length) - call.from)}%)`,
              }}
              className={cx(
                // As wide as it lasted, also under a finger.
                '@container absolute inset-y-0 min-w-0! overflow-hidden rounded-[4px] border border-agent bg-raised text-left',
                call.callId === chosen && 'z-[1] shadow-[0_0_0_1px_var(--agent)]',
              )}
            >
              <span
                className={cx(
                  'chart-mark absolute inset-0 bg-agent',
                  call.phase === 'presentation' ? 'opacity-45' : 'opacity-20',
                )}
                aria-hidden
              />
              {call.tools.map((tool) => {
                const span = (call.to ?? length) - call.from || 1;
                return (
                  <span
                    key={tool.from}
                    style={{
                      left: `${((tool.from - call.from) / span) * 100}%`,
                      width: `max(2px, ${(((tool.to ?? length) - tool.from) / span) * 100}%)`,
                    }}
                    className="chart-mark absolute bottom-0 h-1.5 bg-agent"
                    aria-hidden
                  />
                );
              })}
              <span className="relative hidden truncate px-1.5 text-xs leading-6 pointer-coarse:leading-10 @min-[3.5rem]:block">
                {phaseWord(call.phase)}
              </span>
            </button>
          ))}
        </div>
      </div>
      <p className="tabular mt-0.5 pl-8 text-muted text-xs">
        {texts.laneSum(formatSpan(modelMs), toolMs > 0 ? formatSpan(toolMs) : null, formatSpan(waitingMs))}
      </p>
    </li>
  );
}
