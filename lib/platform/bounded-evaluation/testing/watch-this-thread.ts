/** How long this thread works at most without a pause, in ms; the time of its own, so that other programs do not count. */
export function watchThisThread(): () => number {
  const now = () => process.threadCpuUsage().user + process.threadCpuUsage().system;
  let last = now();
  let longest = 0;
  const tick = () => {
    const time = now();
    longest = Math.max(longest, time - last);
    last = time;
    next = setImmediate(tick);
  };
  let next = setImmediate(tick);
  return () => {
    clearImmediate(next);
    return longest / 1000;
  };
}
