import type { SharingFailure } from '@/lib/browser/run/sharing-log';
import { formatClock } from '@/lib/browser/ui/format';
import { Notice } from '../../../ui/notice';
import { texts } from '../texts';

/** Snapshots that could not be captured or read; the run went on without them. */
export function SharingFailures({ failures }: { failures: SharingFailure[] }) {
  return (
    <Notice tone="warn">
      <ul className="flex flex-col gap-1">
        {failures.map(({ seq, ms, slot, snapshotId, message }) => (
          <li key={seq}>
            {snapshotId
              ? texts.notRead(slot, formatClock(ms), message)
              : texts.notCaptured(slot, formatClock(ms), message)}
          </li>
        ))}
      </ul>
      <p className="text-muted text-xs">{texts.failedSharing}</p>
    </Notice>
  );
}
