const PREFIX = 'draft:';
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

interface Kept<T> {
  /** When it was last changed, in ms since 1970. */
  at: number;
  value: T;
}

/**
 * What a person has begun to write and not sent, kept in their browser. A key names the person and the place, so that the next person at the
 * same browser does not meet it.
 */
export const drafts = {
  read<T>(key: string): T | null {
    const kept = parse<T>(localStorage.getItem(PREFIX + key));
    return kept && kept.at > Date.now() - KEPT_MS ? kept.value : null;
  },
  /** `null` = nothing is left to keep. */
  keep(key: string, value: unknown): void {
    if (value === null) {
      localStorage.removeItem(PREFIX + key);
      return;
    }
    const text = JSON.stringify({ at: Date.now(), value });
    try {
      localStorage.setItem(PREFIX + key, text);
    } catch {
      // The browser's room is full: old drafts go. One that is too large even then lives as long as the page.
      for (const old of keysOf()) localStorage.removeItem(old);
      if (text.length < LARGEST) localStorage.setItem(PREFIX + key, text);
    }
  },
};

/** Characters that fit into the room of every browser. */
const LARGEST = 1_000_000;

function keysOf(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
}

function parse<T>(text: string | null): Kept<T> | null {
  try {
    return text === null ? null : (JSON.parse(text) as Kept<T>);
  } catch {
    // Written by something else: no draft.
    return null;
  }
}
