import { useEffect, useSyncExternalStore } from 'react';
import { type BackendInfo, backendsStore, loadBackends } from './backends-store';

export type { BackendInfo };

/** The backends of this server with their health; `null` until the server has answered. `wanted` false = nothing is asked. */
export function useBackends(wanted = true): BackendInfo[] | null {
  useEffect(() => {
    if (wanted) void loadBackends();
  }, [wanted]);
  return useSyncExternalStore(backendsStore.subscribe, backendsStore.get, () => null);
}
