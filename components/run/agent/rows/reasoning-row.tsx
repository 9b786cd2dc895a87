'use client';
import { useEffect, useState } from 'react';
import type { SlotEntry } from '@/lib/browser/run/slot-entries';
import { formatSpan } from '@/lib/browser/ui/format';
import { useFold } from '@/lib/browser/ui/use-fold';
import { PlainText } from '../../../ui/plain-text';
import { texts } from '../texts';
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
    ? texts.thinking
    : entry.ms < BRIEF_MS
      ? texts.thoughtBriefly
      : texts.thoughtFor(formatSpan(entry.ms));
  return (
    <FoldRow open={fold.open} onToggle={fold.toggle} head={entry.abandoned ? texts.thenInterrupted(head) : head}>
      <p dir="auto" className="whitespace-pre-wrap border-line border-s ps-3 text-muted text-sm">
        <PlainText text={entry.text} />
      </p>
    </FoldRow>
  );
}
