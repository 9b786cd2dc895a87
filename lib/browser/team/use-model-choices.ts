import { useMemo } from 'react';
import { useRead } from '@/lib/browser/api/use-read';
import { readLocalServers } from './local-servers';
import { type ModelChoice, modelChoices } from './model-choice';
import { useBackends } from './use-backends';

const NONE: never[] = [];

/** The models that can be asked now; `null` until that is known. `wanted` false = nothing is asked. */
export function useModelChoices(wanted = true): ModelChoice[] | null {
  const backends = useBackends(wanted);
  const servers = useRead(readLocalServers, wanted ? 'local-servers' : null);
  // Where the servers cannot be read, what providers offer is still there.
  const found = servers.problem === null ? servers.value : NONE;
  return useMemo(() => (backends && found ? modelChoices(backends, found) : null), [backends, found]);
}
