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

/** Tells the reader of a run that goes on when somebody else steers it: where it stands in the run may be folded. */
export function useOthersSteering(state: RunState): void {
  const known = useRef<Set<string> | null>(null);
  useEffect(() => {
    const said = othersSteering(state);
    // What was said before the page was opened is no news.
    if (known.current) for (const [key, words] of said) if (!known.current.has(key)) toast(words);
    known.current = new Set(said.keys());
  }, [state]);
}

function shortened(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
}
