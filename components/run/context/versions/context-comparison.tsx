'use client';
import { ArrowLeftRight, ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '@/lib/browser/api/use-read';
import { readContextDiff } from '@/lib/browser/run/contexts';
import type { SharingLog, Version } from '@/lib/browser/run/sharing-log';
import { versionWords } from '@/lib/browser/run/sharing-words';
import { formatClock } from '@/lib/browser/ui/format';
import { IconButton } from '../../../ui/icon-button';
import { Notice } from '../../../ui/notice';
import { Select } from '../../../ui/select';
import { Skeleton } from '../../../ui/skeleton';
import { texts } from '../texts';
import { ContextDiffView } from './context-diff-view';

/** Two snapshots of a run: what the second has that the first has not. */
export function ContextComparison({ log, version }: { log: SharingLog; version: Version }) {
  const all = log.slots.flatMap((slot) => log.versions.get(slot) ?? []);
  const [pair, setPair] = useState(() => firstPair(all, version));
  const isSame = pair.before === pair.after;
  const read = useRead(
    () => readContextDiff(pair.after, pair.before),
    isSame || !pair.before ? null : `${pair.before} ${pair.after}`,
  );

  const pick = (label: string, key: 'before' | 'after') => (
    <Select
      aria-label={label}
      className="tabular min-w-0 flex-1 max-sm:basis-4/5 sm:max-w-64"
      value={pair[key]}
      onChange={(event) => setPair({ ...pair, [key]: event.target.value })}
    >
      {log.slots.map((slot) => (
        <optgroup key={slot} label={texts.agent(slot)}>
          {log.versions.get(slot)?.map((entry) => (
            <option key={entry.snapshotId} value={entry.snapshotId}>
              {entry.slot} · {versionWords(entry)} · {formatClock(entry.ms)}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
  if (all.length < 2) return <p className="text-muted text-sm">{texts.noOther}</p>;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        {pick(texts.from, 'before')}
        <span className="max-sm:w-8">
          <ArrowRight className="icon mx-auto text-muted max-sm:rotate-90" aria-hidden />
        </span>
        {pick(texts.to, 'after')}
        <IconButton
          label={texts.swap}
          icon={ArrowLeftRight}
          onClick={() => setPair({ before: pair.after, after: pair.before })}
        />
      </div>
      <div className="min-h-[min(30rem,50dvh)]">
        {isSame && <p className="text-muted text-sm">{texts.sameSnapshot}</p>}
        {read.problem && <Notice tone="warn">{read.problem}</Notice>}
        {read.value && <ContextDiffView diff={read.value} />}
        {!isSame && !read.value && !read.problem && <Skeleton className="h-60 w-full" />}
      </div>
    </div>
  );
}

/** With the one before it; the first of a slot with the one after it, an only one with another slot's. */
function firstPair(all: Version[], version: Version): { before: string; after: string } {
  const own = all.filter(({ slot }) => slot === version.slot);
  const at = own.findIndex(({ snapshotId }) => snapshotId === version.snapshotId);
  const before = own[at + 1];
  if (before) return { before: before.snapshotId, after: version.snapshotId };
  const other = own[at - 1] ?? all.find(({ slot }) => slot !== version.slot);
  return { before: version.snapshotId, after: other?.snapshotId ?? version.snapshotId };
}
