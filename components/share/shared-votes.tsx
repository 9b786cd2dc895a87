import type { SharedRunView } from '@/lib/protocol/projection/shared-view';
import { AgentLetter } from '../run/agent/agent-letter';
import { cx } from '../ui/cx';
import { PlainText } from '../ui/plain-text';
import { texts } from './texts';

/** Who voted for what, and why; votes that no longer count are greyed and say so. */
export function SharedVotes({ votes }: Pick<SharedRunView, 'votes'>) {
  if (votes.length === 0) return null;
  return (
    <section aria-label={texts.votesTitle}>
      <h3 className="mb-1 font-medium text-sm">{texts.votesTitle}</h3>
      <table className="w-full text-left text-sm">
        <thead className="text-muted text-xs">
          <tr>
            <th className="py-1 pr-3 font-medium">{texts.voter}</th>
            <th className="py-1 pr-3 font-medium">{texts.votedFor}</th>
            <th className="py-1 font-medium">{texts.reason}</th>
          </tr>
        </thead>
        <tbody>
          {votes.map((vote, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: votes only ever append.
            <tr key={index} className={cx('border-line border-t align-top', vote.void && 'text-muted')}>
              <td className="py-2 pr-3">
                <AgentLetter slot={vote.slot} />
              </td>
              <td className="tabular min-w-24 py-2 pr-3 whitespace-nowrap">
                {vote.answerId ?? texts.abstains}
                {vote.void && <span className="block text-xs whitespace-normal">{texts.void}</span>}
              </td>
              <td dir="auto" className="w-full py-2 break-words">
                <PlainText text={vote.reason} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
