'use client';
import { type CSSProperties, useRef } from 'react';
import { groupMarks } from '@/lib/browser/run/group-marks';
import type { TimelineLane as Lane } from '@/lib/browser/run/timeline';
import { agentHue } from '@/lib/browser/ui/agent-hue';
import { useMedia } from '@/lib/browser/ui/use-media';
import { useWidth } from '@/lib/browser/ui/use-width';
import { cx } from '../../ui/cx';
import { AgentLetter } from '../agent/agent-letter';
import { TimelineMarks } from '../decision/timeline-marks';

const TARGET_PX = 24;
const TOUCH_TARGET_PX = 44;

interface TimelineLaneProps {
  lane: Lane;
  /** Milliseconds of the whole axis. */
  length: number;
  onJump: (seq: number) => void;
}

/** One agent over time: calls as a thin line, tools as a thicker one, a mark for what happened. */
export function TimelineLane({ lane, length, onJump }: TimelineLaneProps) {
  const axis = useRef<HTMLDivElement>(null);
  const width = useWidth(axis);
  const touch = useMedia('(pointer: coarse)');
  const place = (ms: number) => `${Math.min(100, (ms / length) * 100)}%`;
  return (
    <li
      style={agentHue(lane.slot) as CSSProperties}
      className="flex h-12 items-center gap-3 border-line border-b last:border-b-0"
    >
      <span className="mt-2 flex">
        <AgentLetter slot={lane.slot} />
      </span>
      <div ref={axis} className="relative mr-4 h-full min-w-0 flex-1">
        {lane.spans.map((span) => (
          <span
            key={`${span.kind}-${span.from}`}
            title={span.words}
            style={{ left: place(span.from), width: `max(2px, calc(${place((span.to ?? length) - span.from)} - 2px))` }}
            className={cx(
              'chart-mark absolute rounded-full bg-agent',
              span.kind === 'tool' ? 'top-[25px] h-1.5' : 'top-[27px] h-0.5 opacity-45',
            )}
          />
        ))}
        <TimelineMarks
          groups={groupMarks(lane.marks, length, width, touch ? TOUCH_TARGET_PX : TARGET_PX)}
          place={place}
          onJump={onJump}
        />
      </div>
    </li>
  );
}
