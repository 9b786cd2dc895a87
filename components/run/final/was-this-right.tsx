'use client';
import { Check, ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { runControls } from '@/lib/browser/run/run-controls';
import { Button } from '../../ui/button';
import { Menu } from '../../ui/menu';
import { texts } from './disagreement-texts';

interface WasThisRightProps {
  runId: string;
  winner: string;
  /** The other answers that were current at the end. */
  others: string[];
  /** What was chosen after the end; `null` = nothing yet. */
  chosen: string | null;
  /** The server has it. */
  onChosen: (answerId: string) => void;
}

/** A quiet question under an answer: what a person says teaches the team which of its models to believe. */
export function WasThisRight({ runId, winner, others, chosen, onChosen }: WasThisRightProps) {
  const [busy, setBusy] = useState(false);
  async function choose(answerId: string) {
    setBusy(true);
    if (await runControls.chooseAfterwards(runId, answerId)) onChosen(answerId);
    setBusy(false);
  }
  const rest = [winner, ...others].filter((answerId) => answerId !== (chosen ?? winner));
  return (
    <section aria-label={texts.wasThisRight} className="flex flex-wrap items-center gap-x-1 text-muted text-xs">
      <span className="mr-1">{chosen === null ? texts.wasThisRight : chosenWords(chosen, winner)}</span>
      {chosen === null && (
        <Button look="quiet" size="sm" disabled={busy} onClick={() => void choose(winner)}>
          <Check className="icon" aria-hidden />
          {texts.yes}
        </Button>
      )}
      {rest.length > 0 && (
        <Menu
          align="start"
          title={texts.otherWasRight}
          triggerClass="inline-flex h-7 items-center gap-1 rounded-control px-2 hover:bg-hover hover:text-text"
          trigger={
            <>
              {texts.otherWasRight}
              <ChevronDown className="icon" aria-hidden />
            </>
          }
          items={rest.map((answerId) => ({
            label: texts.wasRight(answerId),
            onSelect: () => void choose(answerId),
          }))}
        />
      )}
    </section>
  );
}

function chosenWords(chosen: string, winner: string): string {
  return chosen === winner ? texts.confirmed(chosen) : texts.personChose(chosen);
}
