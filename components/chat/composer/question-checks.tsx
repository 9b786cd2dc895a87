'use client';
import type { CheckDraft } from '@/lib/browser/checks/check-draft';
import { CheckRows } from '../../checks/check-rows';
import { texts } from '../../checks/texts';
import { Button } from '../../ui/button';

interface QuestionChecksProps {
  checks: CheckDraft[];
  agents: number;
  faultAt: (path: string) => string | undefined;
  onChange: (checks: CheckDraft[]) => void;
  onClose: () => void;
}

/** "The answer must …": checks of the next message alone. */
export function QuestionChecks({ checks, agents, faultAt, onChange, onClose }: QuestionChecksProps) {
  const critics = checks.filter(({ kind }) => kind === 'critic').length;
  return (
    <section
      aria-label={texts.mustOf}
      className="mb-2 flex max-h-[min(20rem,35dvh)] flex-col gap-2 overflow-y-auto rounded-2xl border border-line bg-raised px-4 py-3"
    >
      <div className="flex items-baseline gap-2">
        <h2 className="font-medium text-sm">{texts.mustOf}</h2>
        <span className="text-muted text-xs">{texts.forThisMessage}</span>
      </div>
      <CheckRows checks={checks} path="checks" faultAt={faultAt} onChange={onChange} />
      <div className="flex items-center justify-between gap-2">
        <p className="text-muted text-xs">{texts.cost(agents, critics)}</p>
        <Button size="sm" onClick={onClose}>
          {texts.done}
        </Button>
      </div>
    </section>
  );
}
