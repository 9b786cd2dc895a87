'use client';
import dynamic from 'next/dynamic';
import { useMemo, useState } from 'react';
import { type SharingLog, sharingLog } from '@/lib/client/sharing-log';
import { totalsWords } from '@/lib/client/sharing-words';
import { useRunLog } from '@/lib/client/use-run-log';
import type { RunState } from '@/lib/protocol/state';
import { EmptyState } from '../ui/empty-state';
import { Skeleton } from '../ui/skeleton';
import { BoardNotes } from './board-notes';
import { FilesBeside } from './files-beside';
import { SharingFailures } from './sharing-failures';
import { SharingMatrix } from './sharing-matrix';
import type { OpenedVersion } from './version-action';
import { VersionColumns } from './version-columns';

// Waiting for it must not take the panel away: the focus is in there.
const VersionDialog = dynamic(() => import('./version-dialog').then((file) => file.VersionDialog), {
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
    return (
      <EmptyState title="Nothing shared yet. When an agent publishes an answer or its tools end, its work is captured and shown to the others." />
    );
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
