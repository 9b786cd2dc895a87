import { api } from '@/lib/browser/api/api';
import { createListeners } from '@/lib/browser/ui/listeners';
import type { ModelInfo as HintedModel } from './model-hint';

/** What is known of a model. */
export interface ModelInfo extends HintedModel {
  reasoning: boolean;
}

export interface BackendInfo {
  type: string;
  label: string;
  simulation: boolean;
  /** It costs nothing, whatever the model. */
  free: boolean;
  configured: boolean;
  healthy: boolean;
  /** It has not answered in time: the rest is what was last known of it. */
  slow?: true;
  latencyMs: number | null;
  models: string[];
  catalogue: ModelInfo[];
  /** Names that its parameters may have. */
  params: string[];
  /** What people may give for it in forms. */
  fields: {
    /** `null` = it takes no key. */
    key: 'needed' | 'optional' | null;
    /** The type whose stored key it uses: its own, or that of another. */
    keyOf: string;
    /** The base URL as which an absent one counts, or an example; `null` = it asks nobody. */
    baseUrl: string | null;
  };
  message?: string | null;
  checkedAt: string;
}

const FRESH_MS = 10_000;

const listeners = createListeners();
let backends: BackendInfo[] | null = null;
let askedAt = Number.NEGATIVE_INFINITY;

/** Asks the server for the health of the backends, unless that was done just now. `refresh` = check again whatever is known. */
export async function loadBackends({ refresh = false }: { refresh?: boolean } = {}): Promise<void> {
  if (!refresh && performance.now() - askedAt < FRESH_MS) return;
  askedAt = performance.now();
  try {
    const { items } = await api<{ items: BackendInfo[] }>('GET', `/backends${refresh ? '?refresh=true' : ''}`);
    backends = items;
  } catch {
    // What was known stays; nothing known is shown as nothing, and the next look asks again.
    backends ??= [];
    askedAt = Number.NEGATIVE_INFINITY;
  }
  listeners.notify();
}

export const backendsStore = { subscribe: listeners.add, get: () => backends };
