'use client';
import { useMemo } from 'react';
import { compareTexts, type TextComparison, type TextPart } from '@/lib/browser/run/compare-texts';
import { PlainText } from '../../ui/plain-text';
import { texts } from './texts';

const ADDED = {
  words: 'rounded-sm bg-ok-soft decoration-ok decoration-1',
  lines: 'block border-ok border-l-2 bg-ok-soft pl-2.5 no-underline',
};
const REMOVED = {
  words: 'rounded-sm bg-danger-soft text-muted decoration-danger',
  lines: 'block border-danger border-l-2 bg-danger-soft pl-2.5 text-muted decoration-danger/50',
};

/** What changed between two texts. */
export function AnswerDiff({ before, after }: { before: string; after: string }) {
  const { by, parts } = useMemo(() => compareTexts(before, after), [before, after]);
  if (before === after) return <p className="text-muted text-sm">{texts.same}</p>;
  return (
    <div className="whitespace-pre-wrap break-words text-sm leading-relaxed">
      {parts.map((part) => (
        <DiffPart key={part.at} part={part} by={by} />
      ))}
    </div>
  );
}

function DiffPart({ part, by }: { part: TextPart; by: TextComparison['by'] }) {
  if (part.added)
    return (
      <ins className={ADDED[by]}>
        <PlainText text={part.value} />
      </ins>
    );
  if (part.removed)
    return (
      <del className={REMOVED[by]}>
        <PlainText text={part.value} />
      </del>
    );
  return (
    <span className={by === 'lines' ? 'block pl-3' : undefined}>
      <PlainText text={part.value} />
    </span>
  );
}
