'use client';
import { useRef } from 'react';
import { useFocusNeighbour } from '@/lib/browser/ui/use-focus-neighbour';
import { Button } from '../ui/button';
import { texts } from './texts';

interface SettingRowProps {
  title: string;
  note?: string;
  /** Verb of the row's button; absent = no button. */
  action?: string;
  busy: boolean;
  onAction?: () => void;
}

/** One stored thing with one thing to do to it. */
export function SettingRow({ title, note, action, busy, onAction }: SettingRowProps) {
  const row = useRef<HTMLLIElement>(null);
  useFocusNeighbour(row);
  return (
    <li ref={row} className="flex items-center gap-3 border-line border-b py-2.5 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm">{title}</p>
        {note && <p className="truncate text-muted text-xs">{note}</p>}
      </div>
      {action && (
        <Button size="sm" aria-label={texts.rowAction(action, title)} disabled={busy} onClick={onAction}>
          {action}
        </Button>
      )}
    </li>
  );
}
