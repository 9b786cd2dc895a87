import type { CommittedBatch, RunBus } from './run-bus';
import type { ControlReply, RunControl } from './run-control';
import { createYoungRuns } from './young-runs';

const NOBODY: ControlReply = {
  ok: false,
  code: 'unavailable',
  message: 'No process drives this run at the moment. It goes on within seconds; try again.',
};

/** The bus of a single process: plain function calls. */
export function createInProcessBus(): RunBus {
  const listeners = new Map<string, Set<(batch: CommittedBatch) => void>>();
  const handlers = new Map<string, (control: RunControl) => Promise<ControlReply>>();
  const young = createYoungRuns();
  return {
    publish(batch) {
      if (handlers.has(batch.runId)) young.add(batch);
      for (const listener of listeners.get(batch.runId) ?? []) listener(batch);
    },
    youngLog: young.logOf,
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
        young.forget(runId);
      };
    },
    async request(runId, control) {
      return handlers.get(runId)?.(control) ?? NOBODY;
    },
  };
}
