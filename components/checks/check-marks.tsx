import { Check, Minus, X } from 'lucide-react';
import type { CheckFinding } from '@/lib/protocol/decision/checks/check';
import { cx } from '../ui/cx';
import { PlainText } from '../ui/plain-text';
import { texts } from './texts';

const LOOKS = {
  pass: { icon: Check, color: 'text-ok', words: texts.passed },
  fail: { icon: X, color: 'text-danger', words: texts.failed },
  none: { icon: Minus, color: 'text-muted', words: texts.noResult },
};

/** What checks say of an answer, with the reason where it did not pass. */
export function CheckMarks({ results }: { results: ({ check: string } & CheckFinding)[] }) {
  if (results.length === 0) return null;
  return (
    <ul aria-label={texts.found} className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
      {results.map(({ check, outcome, because }) => {
        const { icon: Icon, color, words } = LOOKS[outcome];
        return (
          <li key={check} className="flex min-w-0 items-start gap-1.5">
            <Icon className={cx('icon', color)} aria-hidden />
            <span className="min-w-0 break-words">
              {words(check)}
              {outcome !== 'pass' && (
                <span className="block text-muted">
                  <PlainText text={because} />
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
