import { Button, buttonClass } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { ScrollBox } from '../ui/scroll-box';
import { Select } from '../ui/select';
import { texts } from './texts';

/** The answer begins where the question was. */
const HERE = '#audit';

export interface AuditFilter {
  action?: string;
  actorId?: string;
  /** Days, both included. */
  from?: string;
  to?: string;
}

interface AuditListProps {
  workspaceId: string;
  filter: AuditFilter;
  people: { userId: string; name: string }[];
  /** `at` is a time in words. */
  lines: { id: string; at: string; who: string | null; action: string; details: string; address: string | null }[];
}

/** The newest lines of the audit log, by what, whom and when; all of that as a file. It works without a script. */
export function AuditList({ workspaceId, filter, people, lines }: AuditListProps) {
  const isFiltered = Object.keys(filter).length > 0;
  const csv = new URLSearchParams({ ...filter, format: 'csv' });
  return (
    <div className="flex flex-col items-start gap-3">
      <form action={HERE} className="flex w-full flex-wrap items-end gap-2">
        <Field label={texts.auditWhat}>
          {(control) => (
            <Select {...control} name="action" defaultValue={filter.action ?? ''}>
              <option value="">{texts.auditAll}</option>
              {Object.entries(texts.auditKinds).map(([kind, label]) => (
                <option key={kind} value={kind}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={texts.auditWho}>
          {(control) => (
            <Select {...control} name="actorId" defaultValue={filter.actorId ?? ''}>
              <option value="">{texts.auditAnybody}</option>
              {people.map(({ userId, name }) => (
                <option key={userId} value={userId}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label={texts.auditFrom}>
          {(control) => <Input {...control} type="date" name="from" defaultValue={filter.from} />}
        </Field>
        <Field label={texts.auditTo}>
          {(control) => <Input {...control} type="date" name="to" defaultValue={filter.to} />}
        </Field>
        <Button type="submit">{texts.auditShow}</Button>
      </form>
      {lines.length === 0 ? (
        <p className="text-muted text-sm">{isFiltered ? texts.noAuditFound : texts.noAudit}</p>
      ) : (
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
      )}
      <a href={`/api/v1/workspaces/${workspaceId}/audit?${csv}`} className={buttonClass()} download>
        {texts.auditCsv}
      </a>
    </div>
  );
}
