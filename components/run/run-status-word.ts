import type { RunStatus } from '@/lib/protocol/state';

/** A word for people where a state is not obvious from what is shown; `null` where it is. */
export function runStatusWord(status: RunStatus): string | null {
  if (status === 'queued') return 'Queued';
  if (status === 'stopped') return 'Stopped';
  if (status === 'failed') return 'Failed';
  return null;
}
