'use client';
import type { ReactNode } from 'react';
import { winWords } from '@/lib/client/decision-words';
import type { FinalPlace } from '@/lib/client/final-place';
import type { RunFacts } from '@/lib/client/run-facts';
import { AgentLetter } from '../agent/agent-letter';
import { StreamMarkdown } from '../markdown/stream-markdown';
import { Chip } from '../ui/chip';
import { CopyButton } from '../ui/copy-button';
import { Skeleton } from '../ui/skeleton';
import { ProvisionalBox } from './provisional-box';

interface FinalAnswerProps {
  place: FinalPlace;
  facts: RunFacts;
  /** The text already rendered by the server; saves the browser the parsing. */
  rendered?: ReactNode;
}

/** `B.2 won with 3 of 4 votes, presented by B`. */
function provenance(place: Extract<FinalPlace, { kind: 'final' }>, facts: RunFacts): string {
  if (!place.answerId || facts.slots.length < 2) return '';
  if (facts.status === 'stopped') return `${place.answerId}, the best answer when the run was stopped`;
  const won = facts.winner ? winWords(facts.winner) : '';
  const how = won ? `${place.answerId}, ${won}` : place.answerId;
  return place.presented ? how : `${how}, as published`;
}

/** The answer of the turn, never inside a fold; before it exists, the best one so far. */
export function FinalAnswer({ place, facts, rendered }: FinalAnswerProps) {
  if (place.kind === 'empty') return <NoAnswerYet facts={facts} />;
  const final = place.kind === 'final';
  const slot = place.answerId?.split('.')[0];
  return (
    <section aria-label={final ? 'Final answer' : 'Provisional answer'} className="appear pt-2">
      <header className="mb-3 flex min-h-7 flex-wrap items-center gap-x-2.5 gap-y-1">
        <h3 className="font-semibold text-sm">{final ? 'Final answer' : 'Best answer so far'}</h3>
        {facts.slots.length > 1 && slot && <AgentLetter slot={slot} />}
        {final ? (
          <span className="text-muted text-xs">{provenance(place, facts)}</span>
        ) : (
          <Chip>Provisional · {place.answerId}</Chip>
        )}
        <span className="flex-1" />
        {final && !place.streaming && <CopyButton text={place.text} label="Copy" showLabel />}
      </header>
      {final ? (
        <div aria-busy={place.streaming}>{rendered ?? <StreamMarkdown text={place.text} />}</div>
      ) : (
        <ProvisionalBox>
          <StreamMarkdown text={place.text} />
        </ProvisionalBox>
      )}
    </section>
  );
}

function NoAnswerYet({ facts }: { facts: RunFacts }) {
  if (facts.status === 'queued') {
    return <p className="py-2 text-muted text-sm">Waits for its turn: it starts when an earlier run is over.</p>;
  }
  if (facts.status !== 'running') return null;
  return (
    <section aria-label="Answer" className="pt-2">
      <p className="mb-3 flex min-h-7 items-center text-muted text-sm">
        {facts.slots.length > 1 ? 'The agents are writing their first answers.' : 'Working on the answer.'}
      </p>
      <div className="flex h-44 flex-col gap-2.5">
        <Skeleton className="h-3.5 w-11/12" />
        <Skeleton className="h-3.5 w-4/5" />
        <Skeleton className="h-3.5 w-3/5" />
      </div>
    </section>
  );
}
