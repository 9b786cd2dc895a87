'use client';
import { Diff, GitBranch } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '@/lib/browser/api/use-read';
import { readContext, type StoredContext } from '@/lib/browser/run/contexts';
import type { Version } from '@/lib/browser/run/sharing-log';
import { formatCount, formatMoney } from '@/lib/browser/ui/format';
import { Button } from '../../ui/button';
import { CopyButton } from '../../ui/copy-button';
import { Notice } from '../../ui/notice';
import { Skeleton } from '../../ui/skeleton';
import { Tabs } from '../../ui/tabs';
import { type ContextPartId, contextParts } from './context-part-ids';
import { ContextParts } from './context-parts';
import { texts } from './texts';
import type { OpenedVersion } from './versions/version-action';

const HEIGHT = 'h-[min(30rem,55dvh)]';

interface ContextViewProps {
  version: Version;
  onOpen: (opened: OpenedVersion) => void;
}

/** A snapshot with its parts as tabs. */
export function ContextView({ version, onOpen }: ContextViewProps) {
  const read = useRead(() => readContext(version.snapshotId), version.snapshotId);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="tabular flex min-w-0 flex-1 flex-wrap items-center gap-x-3 text-muted text-xs max-sm:basis-full">
          <span className="inline-flex items-center font-mono">
            {version.hash.slice(0, 8)}
            <CopyButton text={version.hash} label={texts.copyHash} />
          </span>
          {read.value && <Usage usage={read.value.usage} />}
        </p>
        <Button size="sm" onClick={() => onOpen({ action: 'compare', version })}>
          <Diff className="icon" aria-hidden />
          {texts.compareWith}
        </Button>
        <Button size="sm" onClick={() => onOpen({ action: 'continue', version })}>
          <GitBranch className="icon" aria-hidden />
          {texts.continueFromHere}
        </Button>
      </div>
      {read.problem && <Notice tone="warn">{read.problem}</Notice>}
      {read.value && <Parts context={read.value} />}
      {!read.value && !read.problem && <Skeleton className={`${HEIGHT} mt-14 w-full`} />}
    </div>
  );
}

function Parts({ context }: { context: StoredContext }) {
  const parts = contextParts(context);
  const [part, setPart] = useState<ContextPartId>(() => parts.find(({ count }) => count > 0)?.id ?? 'answers');
  const tabs = parts.map(({ id, label, count }) => ({ id, label: texts.counted(label, count) }));
  return (
    <div>
      <Tabs label={texts.partsTitle} tabs={tabs} selected={part} onSelect={setPart}>
        <div
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard.
          tabIndex={0}
          // One height for all parts, so that the tabs stay where they are.
          className={`${HEIGHT} overflow-y-auto -outline-offset-2`}
        >
          <ContextParts context={context} part={part} />
        </div>
      </Tabs>
    </div>
  );
}

function Usage({ usage }: { usage: StoredContext['usage'] }) {
  return (
    <span>
      {texts.usage(
        formatCount(usage.inputTokens),
        formatCount(usage.outputTokens),
        usage.costUsd === null ? null : formatMoney(usage.costUsd, 0),
      )}
    </span>
  );
}
