import 'server-only';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';
import type { AgentBackend, Health } from './backend';
import { type ModelView, viewModels } from './catalogue/view-models';
import { backendFor, backendTypes } from './registry';
import { resolveCredentials } from './resolve-credentials';

export interface BackendView extends Health {
  label: string;
  simulation: boolean;
  /** What is known of its models, prices with their day; others may be used as well. */
  catalogue: ModelView[];
}

const CACHE_MS = 10_000;
const MAX_CACHED_PEOPLE = 1000;

const holder = globalThis as typeof globalThis & {
  massgenBackendHealth?: Map<string, { until: number; views: Promise<BackendView[]> }>;
};

/** Every backend with its health as this person would meet it, all asked at once; answers are kept for 10 s. */
export function listBackends(actor: Actor): Promise<BackendView[]> {
  const cache = healthCache();
  const known = cache.get(actor.userId);
  if (known && known.until > Date.now()) return known.views;
  if (cache.size >= MAX_CACHED_PEOPLE) cache.clear();
  const views = checkAll(actor);
  const entry = { until: Date.now() + CACHE_MS, views };
  cache.set(actor.userId, entry);
  // A failure is told once and not kept.
  views.catch(() => cache.get(actor.userId) === entry && cache.delete(actor.userId));
  return views;
}

/** After a key was changed. */
export function forgetBackendHealth(): void {
  healthCache().clear();
}

function healthCache() {
  holder.massgenBackendHealth ??= new Map();
  return holder.massgenBackendHealth;
}

async function checkAll(actor: Actor): Promise<BackendView[]> {
  const workspaceId = await findPersonalWorkspace(actor);
  return Promise.all(
    backendTypes().map(async (type) => {
      const backend = backendFor(type);
      const health = await check(backend, actor, workspaceId);
      return { ...health, label: backend.label, simulation: backend.simulation, catalogue: viewModels(type) };
    }),
  );
}

async function check(backend: AgentBackend, actor: Actor, workspaceId: string): Promise<Health> {
  try {
    const credentials = await resolveCredentials(actor, workspaceId, { type: backend.type, baseUrl: null });
    return await backend.health(credentials, new AbortController().signal);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return {
      type: backend.type,
      configured: true,
      healthy: false,
      latencyMs: null,
      models: [],
      message: error.message,
    };
  }
}
