import type { Delivery } from '@/lib/browser/run/sharing-log';
import { FORM_WORDS, sharedWords, tokenWords } from '@/lib/browser/run/sharing-words';
import { formatBytes, formatClock, formatSpan } from '@/lib/browser/ui/format';
import { AgentLetter } from '../../agent/agent-letter';
import { DeliveredText } from '../../agent/rows/delivered-text';
import { texts } from '../texts';

interface DeliveryListProps {
  runId: string;
  reader: string;
  author: string;
  deliveries: Delivery[];
}

/** Everything that one agent was given of another: when, what, in which form, how much and what was cut. */
export function DeliveryList({ runId, reader, author, deliveries }: DeliveryListProps) {
  const name = reader === author ? texts.givenOwn(reader) : texts.givenOf(reader, author);
  return (
    <section aria-label={name} className="appear overflow-hidden rounded-card border border-line bg-raised">
      <h4 className="flex items-center gap-1.5 border-line border-b bg-sunken px-3.5 py-2 text-muted text-xs">
        <AgentLetter slot={reader} />
        {reader === author ? (
          texts.wasGivenOwn
        ) : (
          <>
            {texts.wasGivenOf} <AgentLetter slot={author} />
          </>
        )}
      </h4>
      <ol>
        {deliveries.map((delivery, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: one receipt may give several contexts of one author.
            key={`${delivery.seq} ${index}`}
            className="flex gap-x-4 border-line border-b px-3.5 py-2.5 text-sm last:border-b-0 max-sm:flex-col"
          >
            <span className="tabular w-10 flex-none text-muted text-xs leading-5">{formatClock(delivery.ms)}</span>
            <div className="min-w-0 flex-1">
              <p>{sentence(delivery)}</p>
              {delivery.context && (
                <p className="tabular text-muted text-xs">
                  {texts.delivered(
                    tokenWords(delivery.context.tokens),
                    FORM_WORDS[delivery.context.form],
                    formatBytes(delivery.context.bytes),
                    formatSpan(delivery.context.tookMs),
                  )}
                </p>
              )}
              {delivery.context?.cut && <p className="text-muted text-xs">{texts.cut(delivery.context.cut)}</p>}
              {delivery.context && <DeliveredText runId={runId} reader={reader} hash={delivery.context.hash} />}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

function sentence({ answerIds, noteIds, context, isAsked }: Delivery): string {
  const parts = [
    answerIds.length > 0 && texts.answers(answerIds),
    context && sharedWords(context),
    noteIds.length > 0 && texts.notes(noteIds),
  ].filter((part) => typeof part === 'string');
  return texts.delivery(parts, isAsked);
}
