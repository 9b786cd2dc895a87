import { createLimiter } from '@/lib/browser/api/limiter';
import { createListeners } from '@/lib/browser/ui/listeners';
import { initialState } from '@/lib/protocol/initial-state';
import type { RunState, RunStatus } from '@/lib/protocol/state';
import type { Connection } from './follow-run';
import { readRunWhenLoaded } from './load-run-reader';
import type { ReadRunOptions } from './read-run';

/** However many agents stream, the page renders at most this often. */
const UPDATES_PER_SECOND = 15;

export interface RunSnapshot {
  /** `seq` 0 until something is known. */
  state: RunState;
  connection: Connection;
}

export interface RunStore {
  subscribe: (listener: () => void) => () => void;
  get: () => RunSnapshot;
  /** The snapshot of the first render, the same on server and browser. */
  getInitial: () => RunSnapshot;
}

interface RunStoreOptions {
  runId: string;
  /** Folded by the server; `null` = the log is read from the start. */
  initial: RunState | null;
  status: RunStatus;
  read?: (options: ReadRunOptions) => Promise<void>;
}

/** The state of one run in this page. It reads the log while somebody is subscribed and the run is not over. */
export function createRunStore({ runId, initial, status, read = readRunWhenLoaded }: RunStoreOptions): RunStore {
  const listeners = createListeners();
  const first: RunSnapshot = {
    state: initial ?? { ...initialState(runId), status: status === 'queued' ? 'queued' : 'running' },
    connection: 'connecting',
  };
  let folded = initial ?? initialState(runId);
  let connection: Connection = 'connecting';
  let published = first;
  let abort: AbortController | null = null;

  const limiter = createLimiter(() => {
    published = { state: folded.seq > 0 ? folded : first.state, connection };
    listeners.notify();
  }, 1000 / UPDATES_PER_SECOND);

  function start() {
    abort = new AbortController();
    void read({
      runId,
      from: folded,
      signal: abort.signal,
      onState(state) {
        folded = state;
        if (folded.endedAt) limiter.flush();
        else limiter.schedule();
      },
      onConnection(next) {
        connection = next;
        limiter.flush();
      },
    });
  }

  return {
    get: () => published,
    getInitial: () => first,
    subscribe(listener) {
      const remove = listeners.add(listener);
      if (!abort && connection !== 'ended') start();
      return () => {
        remove();
        if (listeners.size() > 0) return;
        abort?.abort();
        abort = null;
        limiter.cancel();
      };
    },
  };
}
