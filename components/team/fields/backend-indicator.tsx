import Link from 'next/link';
import { healthWord } from '@/lib/browser/team/backend-health';
import type { BackendInfo } from '@/lib/browser/team/backends-store';
import { keyAddress } from '@/lib/browser/team/key-address';
import { StatusDot } from '../../ui/status-dot';
import { texts } from './texts';

/** Whether this backend can answer, beside the field that chooses it, with what to do when not. */
export function BackendIndicator({ backend }: { backend: BackendInfo | undefined }) {
  if (!backend) return null;
  const { tone, word, remedy } = healthWord(backend);
  return (
    <p role="status" className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-muted text-xs">
      <StatusDot tone={tone} word={word} />
      {remedy && <span>{remedy}</span>}
      {remedy && (
        <Link href={keyAddress(backend.type)} className="text-accent underline underline-offset-2">
          {texts.setUp(backend.label)}
        </Link>
      )}
    </p>
  );
}
