/**
 * Runs `work` at most once at a time. A call during a run makes it run once more afterwards, because what the caller saw may be newer
 * than what the run has looked at; its promise is that of the later run.
 */
export function singleFlight(work: () => Promise<void>): () => Promise<void> {
  let current: Promise<void> | null = null;
  let next: Promise<void> | null = null;
  function begin(): Promise<void> {
    current = work().finally(() => {
      // With a later run waiting, a call before that has begun must not begin a third one beside it.
      if (!next) current = null;
    });
    return current;
  }
  return () => {
    if (!current) return begin();
    next ??= current
      // Its failure belongs to those who called for it.
      .catch(() => {})
      .then(() => {
        next = null;
        return begin();
      });
    return next;
  };
}
