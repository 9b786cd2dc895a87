import type { RunState } from '../protocol/state';
import { listWords } from './format';

/** What a listener should hear when a run went from one state to another; `null` = nothing, and never tokens. */
export function runAnnouncement(before: RunState, after: RunState): string | null {
  if (before.seq === 0 || before === after) return null;
  if (before.status !== after.status) {
    if (after.status === 'finished') return `Final answer: ${after.final?.text ?? ''}`;
    if (after.status === 'stopped') return 'The run is stopped. Every answer made so far is kept.';
    if (after.status === 'failed') return `The run failed: ${after.error?.message ?? ''}`;
  }
  if (before.phase !== after.phase && after.phase === 'presenting') {
    return `${after.winner?.answerId ?? 'An answer'} won. The final answer is being written.`;
  }
  const changed = after.slots.filter((slot) => {
    const old = before.slots.find((entry) => entry.slot === slot.slot);
    return old && old.state !== slot.state && slot.state !== 'thinking';
  });
  return changed.length > 0 ? listWords(changed.map((slot) => `${slot.slot} ${slot.state}`)) : null;
}
