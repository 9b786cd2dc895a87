'use client';
import type { DecisionFacts } from '@/lib/browser/run/decision-facts';
import { PlainText } from '../../ui/plain-text';
import { texts } from './evidence-texts';

/** What the judge said with the answers in one order and in the other; only what holds in both counts. */
export function Verdicts({ facts: { verdicts, judged } }: { facts: DecisionFacts }) {
  return (
    <section aria-label={texts.judge} className="rounded-card border border-line bg-raised px-3.5 py-3 text-sm">
      <p className="font-medium">{judgeWords(judged)}</p>
      <ul className="mt-1.5 flex flex-col gap-1.5">
        {verdicts.map(({ order, answerId, reason }) => (
          <li key={order.join()}>
            <span className="text-muted">{texts.shownInOrder(order)} </span>
            <span className="tabular font-medium">{answerId ?? texts.noneIsBetter}</span>
            {reason && (
              <p dir="auto">
                <PlainText text={reason} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function judgeWords(judged: DecisionFacts['judged']): string {
  if (judged === undefined) return texts.judgeWorks;
  return judged ? texts.judgeChose(judged) : texts.judgeDisagreed;
}
