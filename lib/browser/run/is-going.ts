import type { RunStatus } from '@/lib/protocol/state';

/** Whether a run works or waits for its turn. */
export function isGoing(status: RunStatus): boolean {
  return status === 'running' || status === 'queued';
}
