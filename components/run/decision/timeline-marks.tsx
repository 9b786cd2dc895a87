'use client';
import { Fragment } from 'react';
import type { MarkGroup } from '@/lib/browser/run/group-marks';
import { cx } from '../../ui/cx';
import { MARK_ICONS } from '../timeline/mark-icons';

interface TimelineMarksProps {
  groups: MarkGroup[];
  /** Where a moment stands on the axis, as CSS. */
  place: (ms: number) => string;
  onJump: (seq: number) => void;
}

/** What happened in a lane: each mark goes to the moment behind the last event that it stands for. */
export function TimelineMarks({ groups, place, onJump }: TimelineMarksProps) {
  return groups.map(({ at, marks, shown }) => {
    const Icon = MARK_ICONS[shown.kind];
    const loud = shown.kind === 'answer' || shown.kind === 'final';
    const words = marks.map((mark) => mark.words).join('; ');
    const last = marks.at(-1) ?? shown;
    return (
      <Fragment key={marks[0]?.seq}>
        <button
          type="button"
          title={words}
          aria-label={words}
          onClick={() => onJump(last.seq)}
          style={{ left: place(at) }}
          className={cx(
            'group/mark absolute top-[28px] grid size-6 -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full hover:z-10 pointer-coarse:size-11',
            loud && 'z-[1]',
          )}
        >
          <span
            className={cx(
              'grid size-[18px] place-items-center rounded-full border bg-raised group-hover/mark:border-text',
              loud && 'border-agent text-agent',
              shown.kind === 'failure' && 'border-danger text-danger',
              !loud && shown.kind !== 'failure' && 'border-line-strong text-muted',
            )}
          >
            <Icon className="size-2.5" strokeWidth={2} aria-hidden />
          </span>
        </button>
        {(shown.label || marks.length > 1) && (
          <span
            aria-hidden
            style={{ left: place(at) }}
            className={cx(
              'tabular pointer-events-none absolute top-[6px] z-[2] flex -translate-x-1/2 gap-1 font-medium text-[11px] text-agent leading-none',
              // Where lanes are short it would cover the winner's last answer; the flag says the same.
              shown.kind === 'final' && 'max-sm:hidden',
            )}
          >
            {shown.label}
            {marks.length > 1 && <span className="font-normal text-muted">+{marks.length - 1}</span>}
          </span>
        )}
      </Fragment>
    );
  });
}
