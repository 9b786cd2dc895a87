'use client';
import {
  ArrowRightLeft,
  BookOpen,
  CircleStop,
  Flag,
  Gauge,
  type LucideIcon,
  MessageSquare,
  NotebookPen,
  Sparkle,
  TriangleAlert,
  Vote,
  X,
} from 'lucide-react';
import type { CSSProperties } from 'react';
import { agentHue } from '@/lib/client/agent-hue';
import type { TimelineLane as Lane, MarkKind } from '@/lib/client/timeline';
import { AgentLetter } from '../agent/agent-letter';
import { cx } from '../ui/cx';

const ICON: Record<Exclude<MarkKind, 'answer'>, LucideIcon> = {
  vote: Vote,
  void: X,
  read: BookOpen,
  note: NotebookPen,
  failure: TriangleAlert,
  switch: ArrowRightLeft,
  stop: CircleStop,
  final: Flag,
  steer: MessageSquare,
  bound: Gauge,
};

interface TimelineLaneProps {
  lane: Lane;
  /** Milliseconds of the whole axis. */
  length: number;
  onJump: (seq: number) => void;
}

/** One agent over time: calls as a thin line, tools as a thicker one, a mark for what happened. */
export function TimelineLane({ lane, length, onJump }: TimelineLaneProps) {
  const place = (ms: number) => `${Math.min(100, (ms / length) * 100)}%`;
  return (
    <li
      style={agentHue(lane.slot) as CSSProperties}
      className="flex h-12 items-center gap-3 border-line border-b last:border-b-0"
    >
      <span className="mt-2 flex">
        <AgentLetter slot={lane.slot} />
      </span>
      <div className="relative mr-4 h-full min-w-0 flex-1">
        {lane.spans.map((span) => (
          <span
            key={`${span.kind}-${span.from}`}
            title={span.words}
            style={{ left: place(span.from), width: `max(2px, calc(${place((span.to ?? length) - span.from)} - 2px))` }}
            className={cx(
              'absolute rounded-full bg-agent',
              span.kind === 'tool' ? 'top-[25px] h-1.5' : 'top-[27px] h-0.5 opacity-45',
            )}
          />
        ))}
        {lane.marks.map((mark) => {
          const Icon = mark.kind === 'answer' ? Sparkle : ICON[mark.kind];
          const loud = mark.kind === 'answer' || mark.kind === 'final';
          return (
            <button
              key={mark.seq}
              type="button"
              title={mark.words}
              aria-label={mark.words}
              onClick={() => onJump(mark.seq)}
              style={{ left: place(mark.at) }}
              className={cx(
                'absolute top-[19px] grid size-[18px] -translate-x-1/2 place-items-center rounded-full border bg-raised hover:z-10 hover:border-text',
                loud && 'z-[1] border-agent text-agent',
                mark.kind === 'failure' && 'border-danger text-danger',
                !loud && mark.kind !== 'failure' && 'border-line text-muted',
                mark.kind === 'void' && 'opacity-80',
              )}
            >
              <Icon className="size-2.5" strokeWidth={2} aria-hidden />
              {mark.label && (
                <span
                  className={cx(
                    'tabular absolute bottom-full pb-0.5 font-medium text-[11px] text-agent leading-none',
                    // Where lanes are short it would cover the winner's last answer; the flag says the same.
                    mark.kind === 'final' && 'max-sm:hidden',
                  )}
                >
                  {mark.label}
                </span>
              )}
            </button>
          );
        })}
      </div>
    </li>
  );
}
