import 'server-only';
import { LRUCache } from 'lru-cache';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';
import type { AgentBackend, Health } from '@/lib/agents/backend';
import type { ModelEntry } from '@/lib/agents/catalogue/model-entry';
import { isFreeBackend } from '@/lib/agents/model-price';
import { paramNames } from '@/lib/agents/params/unknown-params';
import { accountOf } from '@/lib/agents/provider-settings';
import { backendFor, backendTypes, descriptorOf } from '@/lib/agents/registry';
import { resolveCredentials } from '@/lib/agents/resolve-credentials';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError } from '@/lib/platform/errors/app-error';

export interface BackendView extends Health {
  label: string;
  simulation: boolean;
  /** It costs nothing, whatever the model. */
  free: boolean;
  /** What is known of its models, prices with their day; others may be used as well. */
  catalogue: ModelEntry[];
  /** Names of parameters that it documents; others are passed on where it allows them. */
  params: string[];
  /** What people may give for it in forms. */
  fields: BackendFields;
  checkedAt: string;
}

interface BackendFields {
  /** `null` = it takes no key. */
  key: 'needed' | 'optional' | null;
  /** The type whose key it uses: its own, or that of another. */
  keyOf: string;
  /** The base URL as which an absent one counts, or an example; `null` = it asks nobody. */
  baseUrl: string | null;
}

const EXAMPLE_URL = 'https://…/v1';

/** Before an answer that is late, whatever the backend waits for. */
const DEADLINE_MS = 400;
/** Who is late is listened to for so long. */
const PATIENCE_MS = 10_000;
const CACHE_MS = 10_000;
/** Who asks for a new check gets none more often than this. */
const REFRESH_MS = 1_000;
/** People, and people × backends. */
const MAX_CACHED = 1000;

const holder = globalThis as typeof globalThis & {
  massgenBackendHealth?: LRUCache<string, { at: number; views: Promise<BackendView[]> }>;
  massgenBackendChecks?: LRUCache<string, LastCheck>;
};

interface LastCheck {
  known: Health | null;
  running: Promise<Health> | null;
}

/**
 * Every backend with its health as this person would meet it, all asked at once: within half a second, even when one hangs. Answers are
 * kept for 10 s; with `refresh` for 1 s.
 */
export function listBackends(actor: Actor, { refresh = false }: { refresh?: boolean } = {}): Promise<BackendView[]> {
  const cache = healthCache();
  const known = cache.get(actor.userId);
  if (known && Date.now() - known.at < (refresh ? REFRESH_MS : CACHE_MS)) return known.views;
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
  lastChecks().clear();
}

function lastChecks() {
  holder.massgenBackendChecks ??= new LRUCache({ max: MAX_CACHED });
  return holder.massgenBackendChecks;
}

function healthCache() {
  holder.massgenBackendHealth ??= new LRUCache({ max: MAX_CACHED });
  return holder.massgenBackendHealth;
}

async function checkAll(actor: Actor): Promise<BackendView[]> {
  const workspaceId = await findPersonalWorkspace(actor);
  return Promise.all(
    backendTypes().map(async (type) => {
      const backend = backendFor(type);
      const health = await checkInTime(backend, actor, workspaceId);
      const { label, simulation } = backend;
      const params = paramNames(type);
      const checkedAt = new Date().toISOString();
      const free = isFreeBackend(backend);
      return {
        ...health,
        label,
        simulation,
        free,
        catalogue: descriptorOf(type)?.models ?? [],
        params,
        fields: fieldsOf(type),
        checkedAt,
      };
    }),
  );
}

function fieldsOf(type: string): BackendFields {
  const account = accountOf(type);
  if (!account) return { key: null, keyOf: type, baseUrl: null };
  const key = account.key?.isNeeded ? 'needed' : 'optional';
  return { key, keyOf: account.keysOf ?? type, baseUrl: account.address.standard ?? EXAMPLE_URL };
}

/** A backend that is late is slow, not out of reach: what was last known of it counts, and what it still says is known the next time. */
async function checkInTime(backend: AgentBackend, actor: Actor, workspaceId: string): Promise<Health> {
  const key = `${actor.userId} ${backend.type}`;
  const checks = lastChecks();
  const last = checks.get(key) ?? { known: null, running: null };
  checks.set(key, last);
  last.running ??= check(backend, actor, workspaceId, AbortSignal.timeout(PATIENCE_MS)).finally(() => {
    last.running = null;
  });
  const running = last.running.then((health) => {
    last.known = health;
    return health;
  });
  const late = Promise.withResolvers<Health>();
  const timer = setTimeout(() => late.resolve(slowHealth(backend, last.known)), DEADLINE_MS);
  try {
    return await Promise.race([running, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function slowHealth({ type }: AgentBackend, known: Health | null): Health {
  const message = known?.message ?? texts.slowBackend(DEADLINE_MS);
  const before = known ?? {
    type,
    configured: true,
    healthy: true,
    models: descriptorOf(type)?.models.map(({ model }) => model) ?? [],
  };
  return { ...before, slow: true, latencyMs: known?.latencyMs ?? null, message };
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
