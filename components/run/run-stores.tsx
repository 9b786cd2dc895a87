'use client';
import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from 'react';
import { createRunStore, type RunSnapshot, type RunStore } from '@/lib/browser/run/run-store';
import type { StoredRun } from '@/lib/browser/run/stored-run';

const RunStores = createContext<Map<string, RunStore> | null>(null);

/** One store per run and page: the run block and the composer read the same stream. */
export function RunStoresProvider({ children }: { children: ReactNode }) {
  const [stores] = useState(() => new Map<string, RunStore>());
  return <RunStores value={stores}>{children}</RunStores>;
}

/** Follows a run and gives its latest snapshot. */
export function useRun(run: Pick<StoredRun, 'id' | 'state' | 'status'>): RunSnapshot {
  const stores = useContext(RunStores);
  if (!stores) throw new Error('useRun needs a RunStoresProvider above it.');
  let store = stores.get(run.id);
  if (!store) {
    store = createRunStore({ runId: run.id, initial: run.state, status: run.status });
    stores.set(run.id, store);
  }
  return useSyncExternalStore(store.subscribe, store.get, store.getInitial);
}
