import { buttonClass } from '../ui/button';
import { ScrollBox } from '../ui/scroll-box';
import { texts } from './texts';

interface AuditListProps {
  workspaceId: string;
  /** `at` is a time in words. */
  lines: { id: string; at: string; who: string | null; action: string; details: string; address: string | null }[];
}

/** The newest lines of the audit log, all of them as a file. */
export function AuditList({ workspaceId, lines }: AuditListProps) {
  if (lines.length === 0) return <p className="text-muted text-sm">{texts.noAudit}</p>;
  return (
    <div className="flex flex-col items-start gap-3">
      <ScrollBox label={texts.audit} className="max-h-80 w-full rounded-card border border-line bg-raised">
        <ul>
          {lines.map(({ id, at, who, action, details, address }) => (
            <li key={id} className="border-line border-b px-3 py-2 last:border-b-0">
              <p className="truncate text-sm">{texts.auditLine(who ?? texts.someoneGone, action)}</p>
              <p className="truncate text-muted text-xs">{[at, details, address].filter(Boolean).join(' · ')}</p>
            </li>
          ))}
        </ul>
      </ScrollBox>
      <a href={`/api/v1/workspaces/${workspaceId}/audit?format=csv&limit=500`} className={buttonClass()} download>
        {texts.auditCsv}
      </a>
    </div>
  );
}
