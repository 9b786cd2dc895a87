'use client';
import type { Ref } from 'react';
import { winWords } from '@/lib/browser/run/decision-words';
import type { FinalPlace } from '@/lib/browser/run/final-place';
import type { RunFacts } from '@/lib/browser/run/run-facts';
import { CutText } from '../../chat/cut-text';
import { StreamMarkdown } from '../../markdown/stream-markdown';
import { Chip } from '../../ui/chip';
import { CopyButton } from '../../ui/copy-button';
import { Skeleton } from '../../ui/skeleton';
import { AgentLetter } from '../agent/agent-letter';
import { texts } from '../texts';
import { CutNotice } from './cut-notice';
import { ProvisionalBox } from './provisional-box';

interface FinalAnswerProps {
  place: FinalPlace;
  facts: RunFacts;
  /** Of a stored answer: characters of the whole when `place.text` is only its beginning, and how to read it. */
  shortened?: { from: number | null; readWhole: () => Promise<string> };
  /** Gets the element with the final answer, while there is one. */
  answerRef?: Ref<HTMLDivElement>;
}

/** `B.2 won with 3 of 4 votes, presented by B`. */
function provenance(place: Extract<FinalPlace, { kind: 'final' }>, facts: RunFacts): string {
  if (!place.answerId || facts.slots.length < 2) return '';
  if (facts.status === 'stopped') return texts.bestWhenStopped(place.answerId);
  const won = facts.winner ? winWords(facts.winner) : '';
  return texts.provenance(place.answerId, won, place.presented);
}

/** The answer of the turn, never inside a fold; before it exists, the best one so far. */
export function FinalAnswer({ place, facts, shortened, answerRef }: FinalAnswerProps) {
  if (place.kind === 'empty') return <NoAnswerYet facts={facts} />;
  const final = place.kind === 'final';
  const slot = place.answerId?.split('.')[0];
  return (
    <section aria-label={final ? texts.finalAnswer : texts.provisionalAnswer} className="appear pt-2">
      <header className="mb-3 flex min-h-7 flex-wrap items-center gap-x-2.5 gap-y-1">
        <h3 className="font-semibold text-sm">{final ? texts.finalAnswer : texts.bestSoFar}</h3>
        {facts.slots.length > 1 && slot && <AgentLetter slot={slot} />}
        {final ? (
          <span className="text-muted text-xs">{provenance(place, facts)}</span>
        ) : (
          <Chip>{texts.provisional(place.answerId)}</Chip>
        )}
        <span className="flex-1" />
        {final && !place.streaming && (
          <CopyButton text={shortened?.from == null ? place.text : shortened.readWhole} label={texts.copy} showLabel />
        )}
      </header>
      {final ? (
        <>
          <div ref={answerRef} aria-busy={place.streaming}>
            {shortened ? (
              <CutText text={place.text} cutFrom={shortened.from} readWhole={shortened.readWhole}>
                {(text) => <StreamMarkdown text={text} />}
              </CutText>
            ) : (
              <StreamMarkdown text={place.text} />
            )}
          </div>
          {place.cut && <CutNotice because={place.cut} />}
        </>
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
    return <p className="py-2 text-muted text-sm">{texts.waits}</p>;
  }
  if (facts.status !== 'running') return null;
  return (
    <section aria-label={texts.answer} className="pt-2">
      <p className="mb-3 flex min-h-7 items-center text-muted text-sm">
        {facts.slots.length > 1 ? texts.firstAnswers : texts.working}
      </p>
      <div className="flex h-44 flex-col gap-2.5">
        <Skeleton className="h-3.5 w-11/12" />
        <Skeleton className="h-3.5 w-4/5" />
        <Skeleton className="h-3.5 w-3/5" />
      </div>
    </section>
  );
}
