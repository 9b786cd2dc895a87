import 'server-only';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/errors/app-error';
import type { AgentBackend, Health } from './backend';
import { suggestedModels } from './catalogue/suggested-models';
import { type ModelView, viewModels } from './catalogue/view-models';
import { paramNames } from './params/unknown-params';
import { backendFor, backendTypes } from './registry';
import { resolveCredentials } from './resolve-credentials';

export interface BackendView extends Health {
  label: string;
  simulation: boolean;
  /** What is known of its models, prices with their day; others may be used as well. */
  catalogue: ModelView[];
  /** Names of parameters that it documents; others are passed on where it allows them. */
  params: string[];
  checkedAt: string;
}

/** Before an answer that is late, whatever the backend waits for. */
const DEADLINE_MS = 400;
const CACHE_MS = 10_000;
/** Who asks for a new check gets none more often than this. */
const REFRESH_MS = 1_000;
const MAX_CACHED_PEOPLE = 1000;

const holder = globalThis as typeof globalThis & {
  massgenBackendHealth?: Map<string, { at: number; views: Promise<BackendView[]> }>;
};

/**
 * Every backend with its health as this person would meet it, all asked at once: within half a second, even when one hangs. Answers are
 * kept for 10 s; with `refresh` for 1 s.
 */
export function listBackends(actor: Actor, { refresh = false }: { refresh?: boolean } = {}): Promise<BackendView[]> {
  const cache = healthCache();
  const known = cache.get(actor.userId);
  if (known && Date.now() - known.at < (refresh ? REFRESH_MS : CACHE_MS)) return known.views;
  if (cache.size >= MAX_CACHED_PEOPLE) cache.clear();
  const views = checkAll(actor);
  const entry = { at: Date.now(), views };
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
      const health = await checkInTime(backend, actor, workspaceId);
      const { label, simulation } = backend;
      const params = backend.paramNames ?? paramNames(type);
      const checkedAt = new Date().toISOString();
      return { ...health, label, simulation, catalogue: viewModels(type), params, checkedAt };
    }),
  );
}

/** A backend that is late is told of as such; what it still says is not waited for. */
async function checkInTime(backend: AgentBackend, actor: Actor, workspaceId: string): Promise<Health> {
  const abort = new AbortController();
  const late = Promise.withResolvers<Health>();
  const timer = setTimeout(() => {
    abort.abort();
    const message = `No reply within ${DEADLINE_MS} ms.`;
    const { type } = backend;
    const models = suggestedModels(type);
    late.resolve({ type, configured: true, healthy: false, latencyMs: DEADLINE_MS, models, message });
  }, DEADLINE_MS);
  try {
    return await Promise.race([check(backend, actor, workspaceId, abort.signal), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function check(backend: AgentBackend, actor: Actor, workspaceId: string, signal: AbortSignal): Promise<Health> {
  try {
    const credentials = await resolveCredentials(actor, workspaceId, { type: backend.type, baseUrl: null });
    return await backend.health(credentials, signal);
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
