'use client';
import { useEffect, useState } from 'react';
import { formatSpan } from '@/lib/client/format';
import type { SlotEntry } from '@/lib/client/slot-entries';
import { useFold } from '@/lib/client/use-fold';
import { FoldRow } from './fold-row';

const CLOSES_AFTER_MS = 1000;
const BRIEF_MS = 1000;

/** Reasoning: open while it streams, closes by itself a second later; a person's choice stays. */
export function ReasoningRow({ entry }: { entry: Extract<SlotEntry, { kind: 'reasoning' }> }) {
  const [lingering, setLingering] = useState(entry.streaming);
  const fold = useFold(entry.streaming || lingering);

  useEffect(() => {
    if (entry.streaming) return setLingering(true);
    const timer = setTimeout(() => setLingering(false), CLOSES_AFTER_MS);
    return () => clearTimeout(timer);
  }, [entry.streaming]);

  const head = entry.streaming
    ? 'Thinking'
    : entry.ms < BRIEF_MS
      ? 'Thought briefly'
      : `Thought for ${formatSpan(entry.ms)}`;
  return (
    <FoldRow open={fold.open} onToggle={fold.toggle} head={entry.abandoned ? `${head}, then interrupted` : head}>
      <p className="whitespace-pre-wrap border-line border-l pl-3 text-muted text-sm">{entry.text}</p>
    </FoldRow>
  );
}
