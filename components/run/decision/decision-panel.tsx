'use client';
import { type DecisionFacts, decisionFacts, type Spared } from '@/lib/browser/run/decision-facts';
import { ruleSentence } from '@/lib/browser/run/decision-words';
import type { RunState } from '@/lib/protocol/state';
import { EmptyState } from '../../ui/empty-state';
import { BallotTable } from './ballot-table';
import { texts } from './evidence-texts';
import { PositionColumn } from './position-column';
import { TaskKindChoice } from './task-kind';
import { Verdicts } from './verdicts';

/** How a decision by evidence came about: equal answers as columns, what decided it, and who was not asked any more. */
export function DecisionPanel({ run, kind }: { run: RunState; kind?: string }) {
  const facts = decisionFacts(run);
  if (!facts || facts.report.positions.length === 0) return <EmptyState title={texts.noAnswersYet} />;
  return (
    <div className="mx-auto flex max-w-wide flex-col gap-4">
      <div className="text-muted text-sm">
        <p>{ruleSentence('evidence')}</p>
        <p className="text-text">{howDecided(facts, run.slots.length)}</p>
        {facts.spared.length > 0 && <p>{sparedWords(facts.spared)}</p>}
      </div>
      <ul
        aria-label={texts.conclusions}
        className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,19rem),1fr))] gap-3"
      >
        {facts.report.positions.map((position) => (
          <PositionColumn
            key={position.answerId}
            run={run}
            position={position}
            text={facts.texts.get(position.answerId) ?? ''}
          />
        ))}
      </ul>
      <TaskKindChoice run={run} stored={kind} />
      {facts.ballots.length > 0 && <BallotTable facts={facts} />}
      {facts.verdicts.length > 0 && <Verdicts facts={facts} />}
    </div>
  );
}

function howDecided({ report, heard }: DecisionFacts, agents: number): string {
  if (heard === null) return texts.undecided;
  const words = report.sentences.filter((sentence) => report.summary.at(-1)?.includes(sentence));
  return `${texts.decidedWhen(heard, agents)} ${words.join(' ')}`;
}

function sparedWords(spared: Spared[]): string {
  const of = (how: Spared['how']) => spared.filter((each) => each.how === how).map(({ slot }) => slot);
  const sentences = [
    ...(of('not asked').length > 0 ? [texts.notAsked(of('not asked'))] : []),
    ...(of('interrupted').length > 0 ? [texts.interrupted(of('interrupted'))] : []),
  ];
  return [...sentences, texts.outcomeFixed].join(' ');
}
