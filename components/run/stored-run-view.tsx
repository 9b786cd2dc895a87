'use client';
import { useState } from 'react';
import type { FinalPlace } from '@/lib/browser/run/final-place';
import { otherAnswers } from '@/lib/browser/run/other-answers';
import { factsOfStored } from '@/lib/browser/run/run-facts';
import type { StoredRun } from '@/lib/browser/run/stored-run';
import { detailsOpen } from '@/lib/browser/ui/details-choice';
import { useDetails } from '@/lib/browser/ui/use-details';
import { DecisionFold } from './decision/decision-fold';
import type { DecisionTab } from './decision/tab-ids';
import { Answer } from './final/answer';
import { FinalAnswer } from './final/final-answer';
import { Disagreement, WasThisRight } from './final/lazy-disagreement';
import { NothingPublished } from './final/nothing-published';
import { RunError } from './run-error';
import { StatusStrip } from './strip/status-strip';
import { texts } from './texts';

interface StoredRunViewProps {
  run: StoredRun;
  latest: boolean;
  /** Reads the whole final answer. */
  readWhole: () => Promise<string>;
}

/** A run that was over when the page was made: answer first, its log is read when somebody opens the details. */
export function StoredRunView({ run, latest, readWhole }: StoredRunViewProps) {
  const facts = factsOfStored(run);
  const { result } = run;
  const [chosen, setChosen] = useState(run.chosen ?? null);
  const details = useDetails();
  const [wanted, setWanted] = useState<{ tab: DecisionTab } | null>(null);
  const place: FinalPlace =
    result?.final != null
      ? {
          kind: 'final',
          text: result.final,
          answerId: result.answerId,
          streaming: false,
          presented: result.presented,
          presenter: null,
          ...(result.cut && { cut: result.cut }),
        }
      : { kind: 'empty' };
  // What is read whole once another answer was chosen is that one.
  const shortened = { from: chosen ? null : (result?.finalCutFrom ?? null), readWhole };
  const final = <FinalAnswer place={place} facts={facts} shortened={shortened} />;
  const report = result?.report && place.kind === 'final' && (
    <Disagreement report={result.report} onCompare={() => setWanted({ tab: 'answers' })} />
  );
  return (
    <article aria-label={texts.teamRun} className="flex flex-col gap-2">
      <div className="mx-auto flex w-full max-w-read flex-col gap-2">
        <StatusStrip runId={run.id} facts={facts} connection="ended" answerNowProblem={null} live={false} />
        <Answer chosen={chosen && chosen.answerId !== result?.answerId ? chosen : null} final={final} report={report} />
        {result?.report && result.answerId && run.status === 'finished' && (
          <WasThisRight
            runId={run.id}
            winner={result.answerId}
            others={otherAnswers(result.report, result.answerId)}
            chosen={chosen?.answerId ?? null}
            onChosen={async (answerId) => setChosen({ answerId, text: await readWhole() })}
          />
        )}
        {facts.error && <RunError error={facts.error} answers={facts.answers} />}
        {run.status === 'stopped' && place.kind === 'empty' && <NothingPublished />}
      </div>
      <DecisionFold
        facts={facts}
        agents={facts.slots.length}
        opensByItself={detailsOpen(details, { works: false, latest })}
        hotkeys={latest}
        wanted={wanted}
        load={{ run }}
      />
    </article>
  );
}
