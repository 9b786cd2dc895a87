import { type ControlReply, NOBODY, type RunControl } from '../run/run-control';
import { createRecentLogs } from './recent-logs';
import type { CommittedBatch, RunBus } from './run-bus';

/** The bus of a single process: plain function calls. */
export function createInProcessBus(): RunBus {
  const listeners = new Map<string, Set<(batch: CommittedBatch) => void>>();
  const handlers = new Map<string, (control: RunControl) => Promise<ControlReply>>();
  const recent = createRecentLogs();
  return {
    publish(batch) {
      if (handlers.has(batch.runId)) recent.add(batch);
      for (const listener of listeners.get(batch.runId) ?? []) listener(batch);
    },
    recentLog: recent.logOf,
    subscribe(runId, listener) {
      const ofRun = listeners.get(runId) ?? new Set();
      listeners.set(runId, ofRun.add(listener));
      return () => {
        ofRun.delete(listener);
        if (ofRun.size === 0 && listeners.get(runId) === ofRun) listeners.delete(runId);
      };
    },
    serve(runId, handler) {
      handlers.set(runId, handler);
      return () => {
        if (handlers.get(runId) !== handler) return;
        handlers.delete(runId);
        recent.forget(runId);
      };
    },
    async request(runId, control) {
      return handlers.get(runId)?.(control) ?? NOBODY;
    },
  };
}
