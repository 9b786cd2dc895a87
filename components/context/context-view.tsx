'use client';
import { Diff, GitBranch } from 'lucide-react';
import { useState } from 'react';
import { readContext, type StoredContext } from '@/lib/client/contexts';
import { formatCount, formatMoney } from '@/lib/client/format';
import type { Version } from '@/lib/client/sharing-log';
import { useRead } from '@/lib/client/use-read';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { Tabs } from '../ui/tabs';
import { type ContextPartId, contextParts } from './context-part-ids';
import { ContextParts } from './context-parts';
import type { OpenedVersion } from './version-action';

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
            <CopyButton text={version.hash} label="Copy the whole hash" />
          </span>
          {read.value && <Usage usage={read.value.usage} />}
        </p>
        <Button size="sm" onClick={() => onOpen({ action: 'compare', version })}>
          <Diff className="icon" aria-hidden />
          Compare with…
        </Button>
        <Button size="sm" onClick={() => onOpen({ action: 'continue', version })}>
          <GitBranch className="icon" aria-hidden />
          Continue from here
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
  const tabs = parts.map(({ id, label, count }) => ({ id, label: count > 0 ? `${label} ${count}` : label }));
  return (
    <div>
      <Tabs label="Parts of the context" tabs={tabs} selected={part} onSelect={setPart}>
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
      So far {formatCount(usage.inputTokens)} tokens in · {formatCount(usage.outputTokens)} out
      {usage.costUsd !== null && ` · ${formatMoney(usage.costUsd, 0)}`}
    </span>
  );
}
