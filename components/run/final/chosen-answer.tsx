'use client';
import { useState } from 'react';
import { StreamMarkdown } from '../../markdown/stream-markdown';
import { Button } from '../../ui/button';
import { texts } from './disagreement-texts';

interface ChosenAnswerProps {
  answerId: string;
  text: string;
  /** What the team had given as its answer. */
  original: React.ReactNode;
}

/** The answer that a person chose after the end, in place of the team's, which is kept behind it. */
export function ChosenAnswer({ answerId, text, original }: ChosenAnswerProps) {
  const [showsOriginal, setShowsOriginal] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      <section aria-label={texts.chosenAnswer} className="pt-2">
        <header className="mb-3 flex min-h-7 flex-wrap items-center gap-x-2.5">
          <h3 className="font-semibold text-sm">{texts.chosenAnswer}</h3>
          <span className="text-muted text-xs">{texts.personChose(answerId)}</span>
          <span className="flex-1" />
          <Button look="quiet" size="sm" aria-expanded={showsOriginal} onClick={() => setShowsOriginal(!showsOriginal)}>
            {showsOriginal ? texts.hideOriginal : texts.showOriginal}
          </Button>
        </header>
        <StreamMarkdown text={text} />
      </section>
      {showsOriginal && <div className="border-line border-l-2 pl-4">{original}</div>}
    </div>
  );
}
