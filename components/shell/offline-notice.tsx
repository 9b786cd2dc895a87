'use client';
import { useOffline } from 'next/offline';
import { Notice } from '../ui/notice';
import { texts } from './texts';

/** Says why nothing comes while the server is out of reach, and that nothing has to be done about it. */
export function OfflineNotice() {
  const isOffline = useOffline();
  return (
    <div role="status" className="flex-none px-4 empty:hidden">
      {isOffline && (
        <div className="mx-auto max-w-read py-2">
          <Notice tone="warn">{texts.offline}</Notice>
        </div>
      )}
    </div>
  );
}
