import { Button } from '../ui/button';

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
  return (
    <li className="flex items-center gap-3 border-line border-b py-2.5 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="truncate text-sm">{title}</p>
        {note && <p className="truncate text-muted text-xs">{note}</p>}
      </div>
      {action && (
        <Button size="sm" aria-label={`${action} ${title}`} disabled={busy} onClick={onAction}>
          {action}
        </Button>
      )}
    </li>
  );
}
