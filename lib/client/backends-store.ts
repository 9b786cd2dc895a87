import { api } from './api';
import { createListeners } from './listeners';

/** What is known of a model. */
export interface ModelInfo {
  model: string;
  contextWindow: number | null;
  tools: boolean;
  images: boolean;
  documents: boolean;
  reasoning: boolean;
  /** US dollars per million tokens; `asOf` = day of the price list. */
  price: { input: number; output: number; asOf: string } | null;
}

export interface BackendInfo {
  type: string;
  label: string;
  simulation: boolean;
  configured: boolean;
  healthy: boolean;
  latencyMs: number | null;
  models: string[];
  catalogue: ModelInfo[];
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
