export interface Limiter {
  /** Runs the function now if the interval has passed, else once at its end. */
  schedule: () => void;
  /** Runs the function at once and forgets what was scheduled. */
  flush: () => void;
  cancel: () => void;
}

/** Lets `run` happen at most once every `intervalMs`; the last call is never lost. */
export function createLimiter(
  run: () => void,
  intervalMs: number,
  now: () => number = () => performance.now(),
): Limiter {
  let last = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function cancel() {
    clearTimeout(timer);
    timer = undefined;
  }
  function flush() {
    cancel();
    last = now();
    run();
  }
  return {
    cancel,
    flush,
    schedule() {
      if (timer !== undefined) return;
      const wait = last + intervalMs - now();
      if (wait <= 0) flush();
      else timer = setTimeout(flush, wait);
    },
  };
}
