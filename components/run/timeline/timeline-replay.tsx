'use client';
import { Pause, Play } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { createReplay } from '@/lib/browser/run/replay';
import { timelineOf } from '@/lib/browser/run/timeline';
import { formatClock } from '@/lib/browser/ui/format';
import type { RunEvent } from '@/lib/protocol/event';
import { Button } from '../../ui/button';
import { IconButton } from '../../ui/icon-button';
import { Skeleton } from '../../ui/skeleton';
import { AgentsPanel } from '../decision/agents-panel';
import { texts } from './texts';
import { TimelineLane } from './timeline-lane';
import { TimelineLegend } from './timeline-legend';

const FRAME_MS = 66;
const REPLAY_MS = 12_000;

/** A lane per agent over one time axis; the scrubber shows the run as it was after any event. */
export function TimelineReplay({ events }: { events: RunEvent[] }) {
  const timeline = useMemo(() => timelineOf(events), [events]);
  const replay = useMemo(() => createReplay(events), [events]);
  const [seq, setSeq] = useState<number | null>(null);
  const [playing, setPlaying] = useState(false);
  const last = events.length;

  useEffect(() => {
    if (!playing) return;
    const step = Math.max(1, Math.ceil((last * FRAME_MS) / REPLAY_MS));
    const timer = setInterval(() => setSeq((now) => Math.min(last, (now ?? 0) + step)), FRAME_MS);
    return () => clearInterval(timer);
  }, [playing, last]);
  useEffect(() => {
    if (seq !== null && seq >= last) setPlaying(false);
  }, [seq, last]);

  function togglePlay() {
    if (!playing && (seq === null || seq >= last)) setSeq(0);
    setPlaying(!playing);
  }
  function backToNow() {
    setPlaying(false);
    setSeq(null);
  }
  function jump(to: number) {
    setPlaying(false);
    setSeq(to);
  }

  if (last === 0) return <Skeleton className="h-48 w-full" />;
  const at = events[(seq ?? last) - 1]?.at;
  const clock = at ? formatClock(Date.parse(at) - Date.parse(events[0]?.at ?? at)) : '0:00';
  return (
    <div className="flex flex-col gap-4">
      <div className="rounded-card border border-line bg-raised px-4 pt-1 pb-3">
        <ul aria-label={texts.timeline}>
          {timeline.lanes.map((lane) => (
            <TimelineLane key={lane.slot} lane={lane} length={timeline.length} onJump={jump} />
          ))}
        </ul>
        <TimelineLegend timeline={timeline} />
        <div className="mt-2 flex items-center gap-2">
          <IconButton
            label={playing ? texts.pause : texts.replayRun}
            icon={playing ? Pause : Play}
            onClick={togglePlay}
          />
          <input
            type="range"
            aria-label={texts.position}
            aria-valuetext={texts.positionAt(seq ?? last, last, clock)}
            min={1}
            max={last}
            value={seq ?? last}
            onChange={(event) => jump(Number(event.target.value))}
            className="min-w-0 flex-1 accent-accent"
          />
          <span className="tabular w-28 flex-none text-right text-muted text-xs">
            {texts.clockOf(clock, formatClock(timeline.length))}
          </span>
        </div>
      </div>
      {seq !== null && (
        <section aria-label={texts.replay} className="flex flex-col gap-3">
          <div className="flex items-center gap-3">
            <p className="text-muted text-sm">{texts.asItWas(clock, seq, last)}</p>
            <Button look="quiet" size="sm" onClick={backToNow}>
              {texts.backToNow}
            </Button>
          </div>
          <AgentsPanel run={replay(seq)} hotkeys={false} readOnly />
        </section>
      )}
    </div>
  );
}
