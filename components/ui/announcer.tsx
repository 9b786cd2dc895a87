'use client';
import { useSyncExternalStore } from 'react';
import { announcements } from '@/lib/browser/ui/announce';

/** The page's live region: state changes and finished answers, never tokens. Each sentence is a line that is added, so that none replaces another. */
export function Announcer() {
  const said = useSyncExternalStore(announcements.subscribe, announcements.get, announcements.getServer);
  return (
    <div aria-live="polite" aria-relevant="additions" className="sr-only">
      {said.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
