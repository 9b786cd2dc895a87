'use client';
import dynamic from 'next/dynamic';
import type { SharingLog } from '@/lib/browser/run/sharing-log';
import { contextName } from '@/lib/browser/run/sharing-words';
import { Dialog } from '../../../ui/dialog';
import { Skeleton } from '../../../ui/skeleton';
import { ContextView } from '../context-view';
import { texts } from '../texts';
import { ContinueForm } from './continue-form';
import type { OpenedVersion } from './version-action';

const ContextComparison = dynamic(() => import('./context-comparison').then((file) => file.ContextComparison), {
  loading: () => <Skeleton className="h-72 w-full" />,
});

interface VersionDialogProps {
  log: SharingLog;
  opened: OpenedVersion;
  onOpen: (opened: OpenedVersion) => void;
  onClose: () => void;
}

/** What a person chose to do with a snapshot. */
export function VersionDialog({ log, opened, onOpen, onClose }: VersionDialogProps) {
  const { action, version } = opened;
  const name = contextName(version);
  if (action === 'continue') {
    return (
      <Dialog open onClose={onClose} title={texts.continueFrom(name)}>
        <ContinueForm version={version} onDone={onClose} />
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} title={action === 'show' ? name : texts.compareSnapshots} shape="large">
      <div className="sm:w-[min(56rem,calc(90vw-2.5rem))]">
        {action === 'show' ? (
          <ContextView version={version} onOpen={onOpen} />
        ) : (
          <ContextComparison log={log} version={version} />
        )}
      </div>
    </Dialog>
  );
}
