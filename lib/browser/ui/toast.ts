import { createListeners } from './listeners';

export interface ToastMessage {
  id: number;
  text: string;
  kind: 'info' | 'error';
  /** At most one, such as "Undo". */
  action?: { label: string; run: () => void };
  /** Aborted once it is no longer true. */
  until?: AbortSignal;
}

type ToastOptions = Partial<Pick<ToastMessage, 'kind' | 'action' | 'until'>>;

const listeners = createListeners();
const NONE: ToastMessage[] = [];
let waiting = NONE;
let nextId = 1;

function keepWaiting(messages: ToastMessage[]): void {
  waiting = messages.length > 0 ? messages : NONE;
  listeners.notify();
}

/** Shows a short message; it leaves after some seconds, but not while the pointer or the keyboard is on it. */
export function toast(text: string, { kind = 'info', action, until }: ToastOptions = {}): void {
  keepWaiting([...waiting, { id: nextId++, text, kind, action, until }]);
}

/** The messages that the `Toaster` has yet to show. */
export const waitingToasts = {
  subscribe: listeners.add,
  /** Oldest first. */
  get: () => waiting,
  getServer: () => NONE,
  takeAll(): ToastMessage[] {
    const taken = waiting;
    if (taken.length > 0) keepWaiting(NONE);
    return taken;
  },
  take(id: number): void {
    keepWaiting(waiting.filter((message) => message.id !== id));
  },
};
