import type { ModelReliability } from '@/lib/browser/reliability/model-reliability';
import type { TeamDraft } from '@/lib/browser/team/team-draft';
import { unequalPair } from '@/lib/browser/team/unequal-team';
import { Notice } from '../ui/notice';
import { texts } from './texts';

/** Says where one agent is known to be right far more often than another: counting heads would be the worst thing to do. */
export function UnequalNotice({ team, known }: { team: TeamDraft; known: ModelReliability[] }) {
  const pair = unequalPair(team, known);
  if (!pair) return null;
  const byEvidence = team.coordination?.decision === 'evidence';
  return (
    <div className="mt-4">
      <Notice tone="warn">
        {texts.unequal(pair.better, pair.worse)} {byEvidence ? texts.unequalWeighed : texts.unequalVotes}
      </Notice>
    </div>
  );
}
