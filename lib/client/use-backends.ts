import { useEffect, useState } from 'react';
import { api } from './api';
import type { ModelInfo } from './model-hint';

export interface BackendInfo {
  type: string;
  label: string;
  simulation: boolean;
  configured: boolean;
  healthy: boolean;
  models: string[];
  message?: string | null;
  catalogue: ModelInfo[];
}

/** The backends of this server with their health; `null` until the server has answered. */
export function useBackends(): BackendInfo[] | null {
  const [backends, setBackends] = useState<BackendInfo[] | null>(null);
  useEffect(() => {
    let current = true;
    api<{ items: BackendInfo[] }>('GET', '/backends').then(
      ({ items }) => current && setBackends(items),
      () => current && setBackends([]),
    );
    return () => {
      current = false;
    };
  }, []);
  return backends;
}
