import { useEffect, useRef } from 'react';
import { othersName } from '@/lib/browser/ui/me';
import { toast } from '@/lib/browser/ui/toast';
import type { RunState } from '@/lib/protocol/state';
import { texts } from './texts';

/** Longer words of others are read in the run itself. */
const MOST_CHARACTERS = 140;

/** What others have told the agents of a run, each word of each person once: by whom, and what. */
export function othersSteering({ slots }: RunState): Map<string, string> {
  const said = slots.flatMap(({ items, pendingSteers }) => [
    ...items.flatMap((item) => (item.kind === 'delivered' ? item.steers : [])),
    ...pendingSteers,
  ]);
  return new Map(
    said.flatMap(({ text, by }) => {
      const name = othersName(by);
      return name === null ? [] : [[`${by?.userId} ${text}`, texts.saidBy(name, shortened(text))] as const];
    }),
  );
}

/** Tells the reader of the run that goes on, if one does, when somebody else steers it: where it stands in the run may be folded. */
export function useOthersSteering(state: RunState | null): void {
  const known = useRef<{ runId: string; keys: Set<string> } | null>(null);
  useEffect(() => {
    if (!state) return;
    const { runId } = state;
    const said = othersSteering(state);
    const before = known.current?.runId === runId ? known.current.keys : null;
    // What was said before the run was followed is no news.
    if (before) for (const [key, words] of said) if (!before.has(key)) toast(words);
    known.current = { runId, keys: new Set(said.keys()) };
  }, [state]);
}

function shortened(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
