import { createListeners } from './listeners';

const listeners = createListeners();
let current = '';

/** Says one sentence to screen readers through the page's only live region. */
export function announce(text: string): void {
  current = text;
  listeners.notify();
}

export const announcement = {
  subscribe: listeners.add,
  /** The last sentence said. */
  get: () => current,
};
