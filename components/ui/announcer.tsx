'use client';
import { useSyncExternalStore } from 'react';
import { announcement } from '@/lib/client/announce';

/** The page's only live region: state changes and finished answers, never tokens. */
export function Announcer() {
  const text = useSyncExternalStore(announcement.subscribe, announcement.get, () => '');
  return (
    <div aria-live="polite" className="sr-only">
      {text}
    </div>
  );
}
