'use client';
import { useRef, useState } from 'react';
import { answerNowProblem } from '@/lib/browser/run/answer-now-problem';
import { finalPlace } from '@/lib/browser/run/final-place';
import { factsOfState } from '@/lib/browser/run/run-facts';
import type { StoredRun } from '@/lib/browser/run/stored-run';
import { useRunAnnouncements } from '@/lib/browser/run/use-run-announcements';
import { detailsOpen } from '@/lib/browser/ui/details-choice';
import { useDetails } from '@/lib/browser/ui/use-details';
import type { AnswerId } from '@/lib/protocol/team';
import { answerOf, currentAnswers } from '@/lib/protocol/voting/current-answers';
import { Notice } from '../ui/notice';
import { DecisionFold } from './decision/decision-fold';
import type { DecisionTab } from './decision/tab-ids';
import { Answer } from './final/answer';
import { FinalAnswer } from './final/final-answer';
import { LiveDisagreement, WasThisRight } from './final/lazy-disagreement';
import { NothingPublished } from './final/nothing-published';
import { RunError } from './run-error';
import { useRun } from './run-stores';
import { NeedsYou } from './strip/needs-you';
import { StatusStrip } from './strip/status-strip';
import { texts } from './texts';

/** A run that goes on, or ended while this page was open. */
export function LiveRun({ run, latest }: { run: StoredRun; latest: boolean }) {
  const { state, connection } = useRun(run);
  const facts = factsOfState(state);
  const place = finalPlace(state);
  const answer = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const details = useDetails();
  const [wanted, setWanted] = useState<{ tab: DecisionTab } | null>(null);
  useRunAnnouncements(state, answer);
  const final = <FinalAnswer place={place} facts={facts} answerRef={answer} />;
  const report = facts.byEvidence && state.winner && place.kind === 'final' && (
    <LiveDisagreement run={state} onCompare={() => setWanted({ tab: 'answers' })} />
  );
  const overruling =
    chosen !== null && chosen !== state.winner?.answerId
      ? { answerId: chosen, text: answerOf(state, chosen as AnswerId)?.content ?? '' }
      : null;
  return (
    <article aria-label={texts.teamRun} className="flex flex-col gap-2">
      <div className="mx-auto flex w-full max-w-read flex-col gap-2">
        <StatusStrip
          runId={run.id}
          facts={facts}
          connection={connection}
          answerNowProblem={answerNowProblem(
            state.status,
            state.phase,
            state.boundsHit.some(({ bound }) => bound === 'answerNow'),
          )}
          live
        />
        {connection === 'refused' && <Notice tone="warn">{texts.refused}</Notice>}
        <NeedsYou run={state} />
        <Answer chosen={overruling} final={final} report={report} />
        {facts.byEvidence && state.winner && state.status === 'finished' && (
          <WasThisRight
            runId={run.id}
            winner={state.winner.answerId}
            others={currentAnswers(state).flatMap(({ answerId }) =>
              answerId === state.winner?.answerId ? [] : [answerId],
            )}
            chosen={chosen}
            onChosen={setChosen}
          />
        )}
        {facts.status === 'stopped' && place.kind === 'empty' && <NothingPublished />}
        {state.error && <RunError error={state.error} answers={state.answers.length} />}
      </div>
      {state.slots.length > 0 && (
        <DecisionFold
          facts={facts}
          agents={state.slots.length}
          opensByItself={detailsOpen(details, {
            works: state.status === 'running' && place.kind !== 'final',
            latest,
          })}
          hotkeys={latest}
          wanted={wanted}
          load={{ state }}
        />
      )}
    </article>
  );
}
