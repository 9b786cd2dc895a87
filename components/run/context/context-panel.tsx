'use client';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { type SharingLog, sharingLog } from '@/lib/browser/run/sharing-log';
import { totalsWords } from '@/lib/browser/run/sharing-words';
import { useRunLog } from '@/lib/browser/run/use-run-log';
import type { RunState } from '@/lib/protocol/state';
import { EmptyState } from '../../ui/empty-state';
import { Skeleton } from '../../ui/skeleton';
import { FilesBeside } from './files-beside';
import { BoardNotes } from './sharing/board-notes';
import { SharingFailures } from './sharing/sharing-failures';
import { SharingMatrix } from './sharing/sharing-matrix';
import { texts } from './texts';
import type { OpenedVersion } from './versions/version-action';
import { VersionColumns } from './versions/version-columns';

// Waiting for it must not take the panel away: the focus is in there.
const VersionDialog = dynamic(() => import('./versions/version-dialog').then((file) => file.VersionDialog), {
  loading: () => null,
});

/** What the agents of a run shared: who was given what of whom, every snapshot, the notes on the board. */
export function ContextPanel({ run }: { run: RunState }) {
  const events = useRunLog(run.runId);
  const log = useMemo(() => sharingLog(events), [events]);
  const [opened, setOpened] = useState<OpenedVersion | null>(null);
  if (events.length === 0) return <Skeleton className="h-72 w-full" />;
  const { totals, failures, deliveries, notes, versions } = log;
  const filesOf = besideKey(versions);
  if (totals.captured + failures.length + notes.length + deliveries.size === 0) {
    return <EmptyState title={texts.nothingShared} />;
  }
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-3">
        <p className="tabular text-muted text-sm">{totalsWords(totals)}</p>
        {failures.length > 0 && <SharingFailures failures={failures} />}
      </div>
      <SharingMatrix runId={run.runId} log={log} />
      <VersionColumns slots={log.slots} versions={versions} onOpen={setOpened} />
      {filesOf.length > 0 && <FilesBeside runId={run.runId} version={filesOf} />}
      {notes.length > 0 && <BoardNotes notes={notes} />}
      {opened && <VersionDialog log={log} opened={opened} onOpen={setOpened} onClose={() => setOpened(null)} />}
    </div>
  );
}

/** The newest snapshots, where at least two agents have changed files; else empty: there is nothing to put side by side. */
function besideKey(versions: SharingLog['versions']): string {
  const lists = [...versions.values()];
  const withFiles = lists.filter((list) => list.some(({ files }) => files > 0));
  return withFiles.length < 2 ? '' : lists.map(([newest]) => newest?.snapshotId ?? '').join(' ');
}
