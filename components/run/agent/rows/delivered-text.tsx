'use client';
import { useState } from 'react';
import { useRead } from '@/lib/browser/api/use-read';
import { readDeliveredText } from '@/lib/browser/run/contexts';
import { CopyButton } from '../../../ui/copy-button';
import { Notice } from '../../../ui/notice';
import { PlainText } from '../../../ui/plain-text';
import { Skeleton } from '../../../ui/skeleton';
import { texts } from '../texts';
import { FoldRow } from './fold-row';

interface DeliveredTextProps {
  runId: string;
  reader: string;
  /** Of the text, as the receipt names it. */
  hash: string;
}

/** What an agent was given of a context, word for word; read when it is opened. */
export function DeliveredText({ runId, reader, hash }: DeliveredTextProps) {
  const [open, setOpen] = useState(false);
  const read = useRead(() => readDeliveredText(runId, hash), open ? `${runId} ${hash}` : null);
  return (
    <FoldRow
      open={open}
      onToggle={() => setOpen(!open)}
      head={<span className="text-xs">{open ? texts.hideGiven(reader) : texts.showGiven(reader)}</span>}
    >
      {read.problem && <Notice tone="warn">{read.problem}</Notice>}
      {read.value !== null && (
        <div className="relative">
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard.
            tabIndex={0}
            className="max-h-96 overflow-auto whitespace-pre-wrap break-words rounded-control bg-sunken px-3 py-2 pr-10 font-mono text-xs leading-5 -outline-offset-2"
          >
            <PlainText text={read.value} />
          </pre>
          <span className="absolute top-1 right-1 rounded-control bg-sunken">
            <CopyButton text={read.value} label={texts.copyText} />
          </span>
        </div>
      )}
      {read.value === null && !read.problem && <Skeleton className="h-40 w-full" />}
    </FoldRow>
  );
}
