'use client';
import { ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { winWords } from '@/lib/browser/run/decision-words';
import type { RunFacts } from '@/lib/browser/run/run-facts';
import type { StoredRun } from '@/lib/browser/run/stored-run';
import { scrollToTopOf } from '@/lib/browser/ui/scroll-to-top-of';
import { useFold } from '@/lib/browser/ui/use-fold';
import { useHotkeys } from '@/lib/browser/ui/use-hotkeys';
import type { RunState } from '@/lib/protocol/state';
import { cx } from '../../ui/cx';
import { texts } from '../texts';
import { DecisionDetails } from './lazy-decision-details';
import { LoadedDetails } from './loaded-details';
import type { DecisionTab } from './tab-ids';
import { useHeldOpen } from './use-held-open';

interface DecisionFoldProps {
  facts: RunFacts;
  agents: number;
  opensByItself: boolean;
  hotkeys: boolean;
  /** What was asked for elsewhere; each new object opens its tab. */
  wanted: { tab: DecisionTab } | null;
  /** The folded state if the page has it, else the run whose log is to be read. */
  load: { state: RunState } | { run: StoredRun };
}

/** Height of the composer that covers the end of the window. */
const COMPOSER_PX = 140;

/** Everything behind the final answer; folded it is one line and nothing of it is mounted. */
export function DecisionFold({ facts, agents, opensByItself, hotkeys, wanted, load }: DecisionFoldProps) {
  const [tab, setTab] = useState<DecisionTab>('agents');

  const box = useRef<HTMLDivElement>(null);
  const fold = useFold(useHeldOpen(opensByItself, box));

  /** Only what a person asked to see moves the page. */
  function reveal() {
    requestAnimationFrame(() => {
      if (box.current && box.current.getBoundingClientRect().bottom > window.innerHeight - COMPOSER_PX) {
        scrollToTopOf(box.current);
      }
    });
  }
  function show(next: DecisionTab) {
    setTab(next);
    fold.setOpen(true);
    reveal();
  }
  /** What a person reads does not fold under them. */
  function choose(next: DecisionTab) {
    setTab(next);
    fold.setOpen(true);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new wish opens it.
  useEffect(() => {
    if (wanted) show(wanted.tab);
  }, [wanted]);
  useHotkeys(
    {
      'g a': () => show('agents'),
      'g t': () => show('timeline'),
      'g d': () => show('answers'),
      'g v': () => show('votes'),
      'g x': () => show('context'),
      'g c': () => show('cost'),
      'g f': () => show('files'),
    },
    hotkeys,
  );

  const won = facts.winner ? winWords(facts.winner) : '';
  const details = { tab, onTab: choose, hotkeys };
  return (
    <div ref={box} className="scroll-mt-2 pt-2">
      <div className="mx-auto max-w-read">
        <button
          type="button"
          aria-expanded={fold.open}
          onClick={fold.toggle}
          className="-mx-2 flex w-[calc(100%+1rem)] items-center gap-1.5 rounded-control px-2 py-1.5 text-left text-muted text-sm hover:bg-hover hover:text-text"
        >
          <ChevronRight
            className={cx('icon transition-transform duration-150', fold.open && 'rotate-90')}
            aria-hidden
          />
          <span className="font-medium">{texts.howDecided}</span>
          {!fold.open && facts.winner && won && (
            <span className="tabular truncate text-xs">{texts.won(facts.winner.answerId, won)}</span>
          )}
        </button>
      </div>
      {fold.open && (
        <div
          // As high as the cards, so that neither the log's arrival nor another tab moves the page.
          className={cx('appear mx-auto mt-1 min-h-[28rem]', agents <= 2 ? 'max-w-read' : 'max-w-wide')}
        >
          {'state' in load ? (
            <DecisionDetails run={load.state} {...details} />
          ) : (
            <LoadedDetails run={load.run} {...details} />
          )}
        </div>
      )}
    </div>
  );
}
