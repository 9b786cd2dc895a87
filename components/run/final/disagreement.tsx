'use client';
import { ChevronRight, Scale } from 'lucide-react';
import { useId, useState } from 'react';
import type { StoredPosition, StoredReport } from '@/lib/browser/run/stored-run';
import { Button } from '../../ui/button';
import { cx } from '../../ui/cx';
import { AgentLetter } from '../agent/agent-letter';
import { texts } from './disagreement-texts';

interface DisagreementProps {
  report: StoredReport;
  /** Shows the answers side by side. */
  onCompare: () => void;
}

/** Under the final answer: whose it is, who disagrees, what decided it and how sure that is. Short; the rest on opening. */
export function Disagreement({ report, onCompare }: DisagreementProps) {
  const [open, setOpen] = useState(false);
  const inside = useId();
  const left = report.sentences.filter((sentence) => !report.summary.some((line) => line.includes(sentence)));
  return (
    <section aria-label={texts.title} className="mt-2 rounded-card bg-sunken px-3.5 py-2.5 text-sm">
      <div className="flex flex-wrap gap-x-2.5 gap-y-1.5">
        <Scale className="icon mt-0.5 text-muted" aria-hidden />
        <ul className="min-w-0 flex-1 basis-64">
          {report.summary.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={inside}
          onClick={() => setOpen(!open)}
          className="-my-1 flex min-h-6 items-center gap-1 ml-auto self-start rounded-control px-1.5 py-1 text-muted hover:bg-hover hover:text-text pointer-coarse:min-h-11"
        >
          <ChevronRight className={cx('icon transition-transform duration-150', open && 'rotate-90')} aria-hidden />
          {texts.whoSaysWhat}
        </button>
      </div>
      <div id={inside} hidden={!open} className="mt-2 border-line border-t pt-2 pl-6.5">
        <ul className="flex flex-col gap-2">
          {report.positions.map((position) => (
            <PositionRow key={position.answerId} position={position} />
          ))}
        </ul>
        {left.map((sentence) => (
          <p key={sentence} className="mt-2 text-muted">
            {sentence}
          </p>
        ))}
        <Button look="quiet" size="sm" className="mt-2 -ml-2" onClick={onCompare}>
          {texts.compare}
        </Button>
      </div>
    </section>
  );
}

/** Answers that reach one conclusion: whose they are, and how it is known that they are equal. */
function PositionRow({ position }: { position: StoredPosition }) {
  const { answerId, slots, echoes, isWinner, equalBy } = position;
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {slots.map((slot) => (
        <AgentLetter key={slot} slot={slot} />
      ))}
      <span className="tabular font-medium">{position.answers.join(', ')}</span>
      {isWinner && (
        <span className="text-accent text-xs">
          {position.answers.length > 1 ? texts.chosenAs(answerId) : texts.chosen}
        </span>
      )}
      {equalBy && (
        <span className="text-muted text-xs">{equalBy === 'rule' ? texts.sameValue : texts.sameMeaning}</span>
      )}
      {echoes.length > 0 && <span className="text-muted text-xs">{texts.echoes(echoes)}</span>}
    </li>
  );
}
