'use client';
import { createContext, type ReactNode, useCallback, useContext, useState, useSyncExternalStore } from 'react';
import { isGoing } from '@/lib/browser/run/is-going';
import { createRunStore, type RunSnapshot, type RunStore } from '@/lib/browser/run/run-store';
import type { StoredRun } from '@/lib/browser/run/stored-run';
import type { RunState } from '@/lib/protocol/state';

const RunStores = createContext<Map<string, RunStore> | null>(null);

/** One store per run and page: the run block and the composer read the same stream. */
export function RunStoresProvider({ children }: { children: ReactNode }) {
  const [stores] = useState(() => new Map<string, RunStore>());
  return <RunStores value={stores}>{children}</RunStores>;
}

type FollowedRun = Pick<StoredRun, 'id' | 'state' | 'status'>;

/** The store of each run, made when it is first asked for. */
function useStores(): (run: FollowedRun) => RunStore {
  const stores = useContext(RunStores);
  if (!stores) throw new Error('Runs are followed below a RunStoresProvider.');
  return (run) => {
    const known = stores.get(run.id);
    if (known) return known;
    const store = createRunStore({ runId: run.id, initial: run.state, status: run.status });
    stores.set(run.id, store);
    return store;
  };
}

/** Follows a run and gives its latest snapshot. */
export function useRun(run: FollowedRun): RunSnapshot {
  const store = useStores()(run);
  return useSyncExternalStore(store.subscribe, store.get, store.getInitial);
}

/** Follows runs that go one after the other and gives the state of the one whose turn it is; `null` = all are over. */
export function useFirstGoing(runs: FollowedRun[]): RunState | null {
  const stores = runs.map(useStores());
  const ids = runs.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stores are those of the ids.
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = stores.map((store) => store.subscribe(listener));
      return () => {
        for (const end of ends) end();
      };
    },
    [ids],
  );
  const first = (of: (store: RunStore) => RunSnapshot) =>
    stores.map((store) => of(store).state).find(({ status }) => isGoing(status)) ?? null;
  return useSyncExternalStore(
    subscribe,
    () => first((store) => store.get()),
    () => first((store) => store.getInitial()),
  );
}
