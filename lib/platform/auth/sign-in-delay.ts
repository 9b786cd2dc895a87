const FREE_ATTEMPTS = 10;
const STEP_MS = 250;
const MAX_MS = 5_000;

/** How long the `count`th attempt for one account within the window waits, in ms: somebody who knows the password can bear it. */
export function signInDelay(count: number): number {
  return Math.min(Math.max(count - FREE_ATTEMPTS, 0) * STEP_MS, MAX_MS);
}
