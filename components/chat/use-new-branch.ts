import { useEffect, useRef } from 'react';
import { isRunTurn, type TranscriptTurn } from '@/lib/browser/run/turn';

/** Calls back when the page comes to show a branch that did not exist before: a person has continued from a context. */
export function useNewBranch(turns: TranscriptTurn[], onNew: () => void): void {
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    const before = known.current;
    const ids = turns.flatMap((turn) => [
      ...(turn.answerBranches?.leafIds ?? []),
      ...(isRunTurn(turn) ? [] : [turn.answerMessageId]),
    ]);
    known.current = new Set([...(before ?? []), ...ids]);
    const isNew = turns.some((turn) => !isRunTurn(turn) && !before?.has(turn.answerMessageId));
    if (before && isNew) onNew();
  }, [turns, onNew]);
}
