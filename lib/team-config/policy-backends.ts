import type { WorkspacePolicy } from '@/db/types/workspace-policy';
import type { BackendChoice, Team } from '@/lib/protocol/team';
import { backendsOf } from './backends-of';

type Means = Pick<WorkspacePolicy, 'backends' | 'allowedModels'>;

/** What a policy does not allow of a backend. */
export type Refused =
  | { kind: 'backend'; at: string; type: string; allowed: string[] }
  | { kind: 'model'; at: string; type: string; model: string; allowed: string[] };

/** All of a team that a policy does not allow, each with its path: of agents, their fallbacks and the judge. Whoever else helps is one of them. */
export function refusedOf(team: Team, means: Means): Refused[] {
  const { judge } = team.coordination;
  const agents = team.agents.map(({ backend, fallbacks = [] }) => ({
    backend,
    fallbacks: fallbacks.map((fallback) => fallback.backend),
  }));
  const coordination = { judge: judge && 'backend' in judge ? { backend: judge.backend } : null };
  return backendsOf({ agents, coordination }).flatMap((backend) => refusedAt(backend.at, backend, means));
}

/** Whether a policy lets a model be asked. */
export function isAllowed(choice: BackendChoice, means: Means): boolean {
  return refusedAt('', choice, means).length === 0;
}

function refusedAt(at: string, { type, model, params }: BackendChoice, { backends, allowedModels }: Means): Refused[] {
  if (backends !== null && !backends.includes(type))
    return [{ kind: 'backend', at: `${at}.type`, type, allowed: backends }];
  const allowed = allowedModels && Object.hasOwn(allowedModels, type) ? allowedModels[type] : undefined;
  if (!allowed) return [];
  return [{ at: `${at}.model`, model }, ...furtherModels(at, params)]
    .filter((named) => !allowed.some((pattern) => matches(pattern, named.model)))
    .map((named) => ({ ...named, kind: 'model', type, allowed }));
}

/** Routers take a list of models of which they answer by any. */
function furtherModels(at: string, { models }: BackendChoice['params']): { at: string; model: string }[] {
  return [models ?? []].flat().map((model) => ({ at: `${at}.params.models`, model: String(model) }));
}

function matches(pattern: string, model: string): boolean {
  return pattern.endsWith('*') ? model.startsWith(pattern.slice(0, -1)) : model === pattern;
}
