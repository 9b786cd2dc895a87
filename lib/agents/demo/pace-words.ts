import { setTimeout as sleep } from 'node:timers/promises';

/** Cuts a text into words with the space before them; joined again they are the text. */
export function splitWords(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}

export interface Pace {
  /** Resolves when `words` more words are due; rejects with an AbortError at once when `signal` fires. */
  wait(words: number): Promise<void>;
}

/** An absolute schedule: being late once does not slow the rest down. */
export function startPace(wordsPerSecond: number, signal: AbortSignal): Pace {
  const startedAt = performance.now();
  let words = 0;
  return {
    async wait(more) {
      words += more;
      const dueIn = startedAt + (words * 1000) / wordsPerSecond - performance.now();
      signal.throwIfAborted();
      if (dueIn >= 1) await sleep(dueIn, undefined, { signal });
    },
  };
}
