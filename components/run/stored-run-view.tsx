'use client';
import type { ReactNode } from 'react';
import type { FinalPlace } from '@/lib/client/final-place';
import { factsOfStored } from '@/lib/client/run-facts';
import type { StoredRun } from '@/lib/client/stored-run';
import { DecisionFold } from '../decision/decision-fold';
import { FinalAnswer } from './final-answer';
import { NothingPublished } from './nothing-published';
import { RunError } from './run-error';
import { StatusStrip } from './status-strip';

interface StoredRunViewProps {
  run: StoredRun;
  latest: boolean;
  rendered?: ReactNode;
}

/** A run that was over when the page was made: answer first, its log is read when somebody opens the details. */
export function StoredRunView({ run, latest, rendered }: StoredRunViewProps) {
  const facts = factsOfStored(run);
  const { result } = run;
  const place: FinalPlace =
    result?.final != null
      ? {
          kind: 'final',
          text: result.final,
          answerId: result.answerId,
          streaming: false,
          presented: result.presented,
          presenter: null,
        }
      : { kind: 'empty' };
  return (
    <article aria-label="Team run" className="flex flex-col gap-2">
      <div className="mx-auto flex w-full max-w-read flex-col gap-2">
        <StatusStrip runId={run.id} facts={facts} connection="ended" presenting={false} live={false} />
        <FinalAnswer place={place} facts={facts} rendered={rendered} />
        {facts.error && <RunError error={facts.error} answers={facts.answers} />}
        {run.status === 'stopped' && place.kind === 'empty' && <NothingPublished />}
      </div>
      <DecisionFold facts={facts} agents={facts.slots.length} opensByItself={false} hotkeys={latest} load={{ run }} />
    </article>
  );
}
