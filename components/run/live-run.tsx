'use client';
import { finalPlace } from '@/lib/client/final-place';
import { factsOfState } from '@/lib/client/run-facts';
import type { StoredRun } from '@/lib/client/stored-run';
import { useRunAnnouncements } from '@/lib/client/use-run-announcements';
import { DecisionFold } from '../decision/decision-fold';
import { Notice } from '../ui/notice';
import { FinalAnswer } from './final-answer';
import { NeedsYou } from './needs-you';
import { NothingPublished } from './nothing-published';
import { RunError } from './run-error';
import { useRun } from './run-stores';
import { StatusStrip } from './status-strip';

/** A run that goes on, or ended while this page was open. */
export function LiveRun({ run, latest }: { run: StoredRun; latest: boolean }) {
  const { state, connection } = useRun(run);
  const facts = factsOfState(state);
  const place = finalPlace(state);
  useRunAnnouncements(state);
  return (
    <article aria-label="Team run" className="flex flex-col gap-2">
      <div className="mx-auto flex w-full max-w-read flex-col gap-2">
        <StatusStrip
          runId={run.id}
          facts={facts}
          connection={connection}
          presenting={state.phase === 'presenting'}
          live
        />
        {connection === 'refused' && (
          <Notice tone="warn">
            This page may no longer follow the run. Sign in again, then reload; the run goes on without it.
          </Notice>
        )}
        <NeedsYou run={state} />
        <FinalAnswer place={place} facts={facts} />
        {facts.status === 'stopped' && place.kind === 'empty' && <NothingPublished />}
        {state.error && <RunError error={state.error} answers={state.answers.length} />}
      </div>
      {state.slots.length > 0 && (
        <DecisionFold
          facts={facts}
          agents={state.slots.length}
          opensByItself={state.status === 'running' && place.kind !== 'final'}
          hotkeys={latest}
          load={{ state }}
        />
      )}
    </article>
  );
}
