'use client';
import { checksOfDraft } from '@/lib/browser/checks/check-draft';
import { type TeamDraft, withKey } from '@/lib/browser/team/team-draft';
import { CheckRows } from '../../checks/check-rows';
import { texts } from '../../checks/texts';

interface ChecksFieldsProps {
  team: TeamDraft;
  faultAt: (path: string) => string | undefined;
  onChange: (team: TeamDraft) => void;
}

/** What answers are checked by, and what that costs. */
export function ChecksFields({ team, faultAt, onChange }: ChecksFieldsProps) {
  const checks = checksOfDraft(team.coordination);
  const critics = checks.filter(({ kind }) => kind === 'critic').length;
  return (
    <section aria-label={texts.title}>
      <h2 className="mt-8 mb-1 font-semibold text-base">{texts.title}</h2>
      <p className="mb-3 text-muted text-sm">
        {texts.about} {texts.cost(team.agents.length, critics)}
      </p>
      <CheckRows
        checks={checks}
        path="coordination.checks"
        faultAt={faultAt}
        onChange={(changed) => {
          const coordination = withKey(team.coordination, 'checks', changed.length > 0 ? changed : undefined);
          onChange({ ...team, coordination });
        }}
      />
    </section>
  );
}
