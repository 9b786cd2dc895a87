import { createListeners } from './listeners';

export interface Announcement {
  id: number;
  text: string;
}

/** Between two sentences: screen readers drop what comes in one burst. */
const GAP_MS = 250;
/** A sentence leaves the page when it has long been read, so that nobody comes across it. */
const KEPT_MS = 60_000;

const listeners = createListeners();
const NONE: Announcement[] = [];
let said: Announcement[] = NONE;
const waiting: string[] = [];
let timer: ReturnType<typeof setTimeout> | null = null;
let nextId = 1;

function sayNext(): void {
  const text = waiting.shift();
  timer = text === undefined ? null : setTimeout(sayNext, GAP_MS);
  if (text === undefined) return;
  const id = nextId++;
  said = [...said, { id, text }];
  listeners.notify();
  setTimeout(() => {
    said = said.filter((entry) => entry.id !== id);
    listeners.notify();
  }, KEPT_MS);
}

/** Says a sentence to screen readers through the page's only live region; several are said one after the other. */
export function announce(text: string): void {
  waiting.push(text);
  if (timer === null) sayNext();
}

export const announcements = {
  subscribe: listeners.add,
  /** What has been said lately, oldest first. */
  get: () => said,
  getServer: () => NONE,
};
