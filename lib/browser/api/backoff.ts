const FIRST_MS = 250;
const LONGEST_MS = 5000;

/** Milliseconds to wait before reconnecting; `attempt` counts from 0, `random` in [0, 1) spreads many tabs. */
export function backoffMs(attempt: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt);
  return Math.round(full * (0.75 + random * 0.25));
}
