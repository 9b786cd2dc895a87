import { type ControlReply, NOBODY, type RunControl } from '../run/run-control';
import { type BatchFanOut, createBatchFanOut } from './batch-fan-out';
import { createRecentLogs } from './recent-logs';
import type { RunBus } from './run-bus';

/** The bus of a single process: plain function calls. */
export function createInProcessBus(): RunBus {
  const fanOuts = new Map<string, BatchFanOut>();
  const handlers = new Map<string, (control: RunControl) => Promise<ControlReply>>();
  const recent = createRecentLogs();
  return {
    publish(batch) {
      if (handlers.has(batch.runId)) recent.add(batch);
      fanOuts.get(batch.runId)?.deliver(batch);
    },
    recentLog: recent.logOf,
    subscribe(runId, listener) {
      const ofRun = fanOuts.get(runId) ?? createBatchFanOut();
      fanOuts.set(runId, ofRun);
      ofRun.add(listener);
      return () => {
        ofRun.remove(listener);
        if (ofRun.size === 0 && fanOuts.get(runId) === ofRun) fanOuts.delete(runId);
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
