import { Check } from 'lucide-react';
import type { Vote } from '@/lib/protocol/state';
import { cx } from '../../ui/cx';
import { PlainText } from '../../ui/plain-text';
import { texts } from './texts';

/** All votes of one voter for one answer: the valid one, and void ones with why they no longer count. */
export function VoteCell({ votes }: { votes: Vote[] }) {
  return (
    <td className="px-3.5 py-2.5 align-top">
      {votes.map((vote) => (
        <div key={vote.seq} className={cx('mb-1.5 flex gap-1.5 last:mb-0', vote.voidBecause && 'text-muted')}>
          <Check className={cx('icon mt-0.5', vote.voidBecause ? 'opacity-40' : 'text-ok')} aria-hidden />
          <div className="min-w-0">
            <p dir="auto" className={vote.voidBecause ? 'line-through decoration-1' : ''}>
              {vote.reason ? <PlainText text={vote.reason} /> : texts.noReason}
            </p>
            {vote.round === 2 && <p className="text-muted text-xs">{texts.runOff}</p>}
            {vote.voidBecause && <p className="text-xs">{texts.void(vote.voidBecause)}</p>}
          </div>
        </div>
      ))}
    </td>
  );
}
