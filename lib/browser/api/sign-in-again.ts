import { createListeners } from '@/lib/browser/ui/listeners';
import { ApiError } from './api-error';

const listeners = createListeners();
let settle: ((signedIn: boolean) => void) | null = null;
let asked: Promise<boolean> | null = null;

/** A session that has ended in a page that is still open: the page asks for sign-in and goes on where it was. */
export const signInAgain = {
  subscribe: listeners.add,
  /** Whether a sign-in is being asked for. */
  isAsked: () => asked !== null,
  /** Resolves to whether the same person has signed in; at once to false on a page that cannot ask. */
  ask(): Promise<boolean> {
    if (listeners.size() === 0) return Promise.resolve(false);
    asked ??= new Promise<boolean>((resolve) => {
      settle = resolve;
    });
    listeners.notify();
    return asked;
  },
  answer(signedIn: boolean): void {
    settle?.(signedIn);
    settle = null;
    asked = null;
    listeners.notify();
  },
};

/** Whether a request was refused because the session has ended. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401;
}
