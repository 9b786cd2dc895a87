import { formatBytes, formatCount, formatSpan } from '@/lib/client/format';
import type { ContextFigures } from '@/lib/client/usage-figures';

/** What sharing contexts has stored, given and taken; nothing where no snapshot was captured. */
export function ContextUsage({ contexts }: { contexts: ContextFigures }) {
  const { snapshots, bytesStored, captureMs, deliveries, deliveredTokens, deliverMs, failures } = contexts;
  if (snapshots === 0 && failures === 0) return null;
  const mean = (ms: number, times: number) => (times === 0 ? '' : `${formatSpan(ms / times)} each`);
  const facts = [
    { name: 'Snapshots', value: formatCount(snapshots), note: mean(captureMs, snapshots) },
    { name: 'Stored', value: formatBytes(bytesStored), note: 'only what changed' },
    { name: 'Deliveries', value: formatCount(deliveries), note: mean(deliverMs, deliveries) },
    { name: 'Tokens delivered', value: formatCount(deliveredTokens), note: 'part of tokens in' },
    { name: 'Failures', value: formatCount(failures), note: failures > 0 ? 'runs went on without' : '' },
  ];
  return (
    <section aria-label="Context sharing">
      <h2 className="mb-2 font-medium text-sm">Context sharing</h2>
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
