import type { IncomingHttpHeaders } from 'node:http';

const MAX_ENTRIES = 5000;

interface Entry {
  at: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Journal {
  add(path: string, headers: IncomingHttpHeaders, body: string): void;
  clear(): void;
  /** Newest last; bodies parsed. */
  items(): { at: string; path: string; headers: IncomingHttpHeaders; body: unknown }[];
}

/** The last 5,000 requests, for tests that check what a model was really sent. */
export function createJournal(): Journal {
  const entries: Entry[] = [];
  return {
    add(path, headers, body) {
      if (entries.length >= MAX_ENTRIES) entries.shift();
      entries.push({ at: new Date().toISOString(), path, headers, body });
    },
    clear: () => entries.splice(0),
    items: () => entries.map((entry) => ({ ...entry, body: entry.body ? JSON.parse(entry.body) : null })),
  };
}
