import { readdirSync, readFileSync } from 'node:fs';

/** The processes of this machine in whose command line a word stands. */
export function liveMarked(word: string): number[] {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    if (!Number.isInteger(pid) || pid === process.pid) return [];
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(word) ? [pid] : [];
    } catch {
      return [];
    }
  });
}
