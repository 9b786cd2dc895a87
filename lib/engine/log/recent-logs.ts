import type { CommittedBatch, RunBus } from './run-bus';

/** A log that is longer is not kept: its texts would live just long enough to be dear for the garbage collector. */
const MAX_CHARACTERS = 8_192;

export interface RecentLogs {
  /** The batches of a run come in order. */
  add(batch: CommittedBatch): void;
  logOf: RunBus['recentLog'];
  forget(runId: string): void;
}

/** The whole logs of runs that have just begun. */
export function createRecentLogs(): RecentLogs {
  const logs = new Map<string, { lastSeq: number; events: string; isWhole: boolean }>();
  return {
    add({ runId, firstSeq, lastSeq, events, isWhole = false }) {
      const known = logs.get(runId);
      if (firstSeq !== (known?.lastSeq ?? 0) + 1) return;
      const log = (known?.events ?? '') + events;
      if (log.length > MAX_CHARACTERS) logs.delete(runId);
      else logs.set(runId, { lastSeq, events: log, isWhole: isWhole && (known?.isWhole ?? true) });
    },
    logOf(runId, after) {
      const log = logs.get(runId);
      if (!log) return null;
      return after < log.lastSeq ? { firstSeq: 1, ...log } : { firstSeq: 0, lastSeq: 0, events: '' };
    },
    forget: (runId) => void logs.delete(runId),
  };
}
