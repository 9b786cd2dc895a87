import { stateWord } from '@/lib/browser/run/state-word';
import { listWords } from '@/lib/browser/ui/format';
import type { RunState } from '@/lib/protocol/state';
import { texts } from './texts';

/**
 * What a listener should hear when a run went from one state to another; `null` = nothing, and never tokens. `shownAnswer` gives the final
 * answer as the page shows it, which is not its Markdown.
 */
export function runAnnouncement(before: RunState, after: RunState, shownAnswer: () => string): string | null {
  if (before.seq === 0 || before === after) return null;
  if (before.status !== after.status) {
    if (after.status === 'finished') return texts.finalAnswer(shownAnswer());
    if (after.status === 'stopped') return texts.stoppedSpoken;
    if (after.status === 'failed') return texts.failed(after.error?.message ?? '');
  }
  if (before.phase !== after.phase && after.phase === 'presenting') {
    return texts.won(after.winner?.answerId);
  }
  const changed = after.slots.filter((slot) => {
    const old = before.slots.find((entry) => entry.slot === slot.slot);
    return old && old.state !== slot.state && slot.state !== 'thinking';
  });
  return changed.length > 0
    ? listWords(changed.map((slot) => texts.agentState(slot.slot, stateWord(slot.state))))
    : null;
}
