import Link from 'next/link';
import { healthWord } from '@/lib/client/backend-health';
import type { BackendInfo } from '@/lib/client/backends-store';
import { StatusDot } from '../ui/status-dot';

/** Whether this backend can answer, beside the field that chooses it, with what to do when not. */
export function BackendIndicator({ backend }: { backend: BackendInfo | undefined }) {
  if (!backend) return null;
  const { tone, word, remedy } = healthWord(backend);
  return (
    <p role="status" className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-muted text-xs">
      <StatusDot tone={tone} word={word} />
      {remedy && <span>{remedy}</span>}
      {remedy && (
        <Link href="/settings#models" className="text-accent hover:underline">
          Open models
        </Link>
      )}
    </p>
  );
}
