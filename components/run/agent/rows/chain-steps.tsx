import { Check, X } from 'lucide-react';
import { formatSpan } from '@/lib/browser/ui/format';
import type { StepReceipt } from '@/lib/protocol/tool-event';
import { PlainText } from '../../../ui/plain-text';
import { texts } from '../texts';

/** The calls of a chain, in order, each with how it went. */
export function ChainSteps({ steps }: { steps: StepReceipt[] }) {
  return (
    <ol aria-label={texts.chainSteps} className="mb-2 flex flex-col gap-1 text-xs">
      {steps.map(({ step, server, tool, isError, tookMs, problem }) => (
        <li key={step} className="flex min-w-0 items-start gap-1.5">
          {isError ? (
            <X className="icon flex-none text-danger" aria-label={texts.stepFailed} />
          ) : (
            <Check className="icon flex-none text-ok" aria-label={texts.stepDone} />
          )}
          <span className="min-w-0 flex-1">
            <span className="font-mono">
              <PlainText text={`${server} · ${tool}`} isCode />
            </span>
            {problem && (
              <span className="block text-danger">
                <PlainText text={problem} />
              </span>
            )}
          </span>
          <span className="tabular flex-none text-muted">{formatSpan(tookMs)}</span>
        </li>
      ))}
    </ol>
  );
}
