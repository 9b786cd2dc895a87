'use client';
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { checkResultsOn } from '@/lib/browser/checks/check-results-on';
import { type DiffPair, diffPairs } from '@/lib/browser/run/diff-pairs';
import type { RunState } from '@/lib/protocol/state';
import { CheckMarks } from '../../checks/check-marks';
import { StreamMarkdown } from '../../markdown/stream-markdown';
import { CopyButton } from '../../ui/copy-button';
import { EmptyState } from '../../ui/empty-state';
import { Segmented } from '../../ui/segmented';
import { Select } from '../../ui/select';
import { AnswerDiff } from './answer-diff';
import { texts } from './texts';

/** Two answers: what differs, or the whole of the second. */
export function AnswersPanel({ run }: { run: RunState }) {
  const [chosen, setChosen] = useState<DiffPair | null>(null);
  const [view, setView] = useState<'diff' | 'text'>('diff');
  const ids = run.answers.map((answer) => answer.answerId);
  const pair = chosen ?? diffPairs(run)[0] ?? { before: ids[0] ?? '', after: ids.at(-1) ?? '' };
  const content = (id: string) => run.answers.find((answer) => answer.answerId === id)?.content ?? '';
  if (ids.length === 0) return <EmptyState title={texts.noAnswerYet} />;

  const pick = (label: string, key: keyof DiffPair) => (
    <Select
      aria-label={label}
      className="tabular max-w-24"
      value={pair[key]}
      onChange={(event) => setChosen({ ...pair, [key]: event.target.value })}
    >
      {ids.map((id) => (
        <option key={id}>{id}</option>
      ))}
    </Select>
  );

  return (
    <div className="mx-auto flex max-w-read flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        {view === 'diff' && ids.length > 1 && (
          <>
            {pick(texts.from, 'before')}
            <ArrowRight className="icon text-muted" aria-hidden />
          </>
        )}
        {pick(view === 'diff' ? texts.to : texts.answer, 'after')}
        <span className="flex-1" />
        <CopyButton text={content(pair.after)} label={texts.copy(pair.after)} showLabel />
        <Segmented
          label={texts.view}
          selected={view}
          onSelect={setView}
          options={[
            { id: 'diff', name: texts.difference, label: texts.difference },
            { id: 'text', name: texts.wholeAnswer, label: texts.wholeAnswer },
          ]}
        />
      </div>
      <CheckMarks results={checkResultsOn(run, pair.after)} />
      <div className="rounded-card border border-line bg-raised px-5 py-4">
        {view === 'diff' && ids.length > 1 ? (
          <AnswerDiff before={content(pair.before)} after={content(pair.after)} />
        ) : (
          <StreamMarkdown text={content(pair.after)} />
        )}
      </div>
    </div>
  );
}
