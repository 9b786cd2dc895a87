import { formatBytes, formatCount, formatSpan } from '@/lib/browser/ui/format';
import type { ContextFigures } from '@/lib/browser/usage/usage-figures';
import { texts } from './texts';

/** What sharing contexts has stored, given and taken; nothing where no snapshot was captured. */
export function ContextUsage({ contexts }: { contexts: ContextFigures }) {
  const { snapshots, bytesStored, captureMs, deliveries, deliveredTokens, deliverMs, failures } = contexts;
  if (snapshots === 0 && failures === 0) return null;
  const mean = (ms: number, times: number) => (times === 0 ? '' : texts.each(formatSpan(ms / times)));
  const facts = [
    { name: texts.snapshots, value: formatCount(snapshots), note: mean(captureMs, snapshots) },
    { name: texts.stored, value: formatBytes(bytesStored), note: texts.onlyChanges },
    { name: texts.deliveries, value: formatCount(deliveries), note: mean(deliverMs, deliveries) },
    { name: texts.tokensDelivered, value: formatCount(deliveredTokens), note: texts.partOfTokensIn },
    { name: texts.failures, value: formatCount(failures), note: failures > 0 ? texts.runsContinued : '' },
  ];
  return (
    <section aria-label={texts.contextSharing}>
      <h2 className="mb-2 font-medium text-sm">{texts.contextSharing}</h2>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-5">
        {facts.map(({ name, value, note }) => (
          <div key={name}>
            <dt className="text-muted text-xs">{name}</dt>
            <dd className="tabular font-medium text-base">
              {value}
              {note && <span className="block font-normal text-muted text-xs">{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
