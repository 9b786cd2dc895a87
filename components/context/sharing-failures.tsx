import { formatClock } from '@/lib/client/format';
import type { SharingFailure } from '@/lib/client/sharing-log';
import { Notice } from '../ui/notice';

/** Snapshots that could not be captured or read; the run went on without them. */
export function SharingFailures({ failures }: { failures: SharingFailure[] }) {
  return (
    <Notice tone="warn">
      <ul className="flex flex-col gap-1">
        {failures.map(({ seq, ms, slot, snapshotId, message }) => (
          <li key={seq}>
            {snapshotId
              ? `A snapshot of ${slot} could not be read at ${formatClock(ms)}: `
              : `${slot}’s context could not be captured at ${formatClock(ms)}: `}
            {message}
          </li>
        ))}
      </ul>
      <p className="text-muted text-xs">The run went on without it. Answers and notes are not affected.</p>
    </Notice>
  );
}
