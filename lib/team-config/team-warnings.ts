import 'server-only';
import { backendFor } from '@/lib/agents/registry';
import type { FieldError } from '@/lib/platform/errors/app-error';
import { estimateTokens } from '@/lib/protocol/estimate-tokens';
import type { BackendChoice, Fallback, Team, TeamAgent } from '@/lib/protocol/team';
import { texts } from './texts';

const SOME_USAGE = { inputTokens: 1, outputTokens: 1, cachedTokens: 0, reasoningTokens: 0 };

/** What works in a valid team, but not as one may think: abilities of its models, settings without effect. */
export function teamWarnings(team: Team): FieldError[] {
  return [...team.agents.flatMap((agent, index) => agentWarnings(team, agent, index)), ...limitWarnings(team)];
}

function agentWarnings({ coordination }: Team, agent: TeamAgent, index: number): FieldError[] {
  const path = `agents[${index}]`;
  const backends = [agent, ...(agent.fallbacks ?? [])].map((entry, at) => ({
    ...entry,
    path: at === 0 ? `${path}.backend` : `${path}.fallbacks[${at - 1}]`,
  }));
  const warnings = backends.flatMap((entry, at) => backendWarnings(entry, agent.systemMessage, backends.slice(0, at)));
  if (agent.weight !== 1 && coordination.voteRule !== 'weighted') {
    warnings.push({
      path: `${path}.weight`,
      message: texts.weightUnused,
    });
  }
  return warnings;
}

function backendWarnings(
  { backend, canCallTools, path }: Fallback & { path: string },
  systemMessage: string | null,
  before: { backend: BackendChoice }[],
): FieldError[] {
  const warnings: FieldError[] = [];
  if (!canCallTools) {
    const message = texts.noTools;
    warnings.push({ path: `${path}.model`, message });
  }
  const contextWindow = backend.contextWindow ?? backendFor(backend.type).capabilities(backend.model).contextWindow;
  if (contextWindow !== null && estimateTokens(systemMessage ?? '') > contextWindow / 2) {
    const message = texts.systemMessageLong(contextWindow);
    warnings.push({ path: `${path}.model`, message });
  }
  if (before.some((earlier) => JSON.stringify(earlier.backend) === JSON.stringify(backend))) {
    warnings.push({ path, message: texts.sameFallback });
  }
  return warnings;
}

function limitWarnings({ agents, limits }: Team): FieldError[] {
  const warnings: FieldError[] = [];
  if (limits.idleSeconds > limits.callSeconds) {
    warnings.push({ path: 'limits.idleSeconds', message: texts.idleUnused });
  }
  if (limits.callSeconds > limits.turnSeconds) {
    warnings.push({ path: 'limits.callSeconds', message: texts.callUnused });
  }
  const backends = agents.flatMap((agent) => [agent, ...(agent.fallbacks ?? [])].map(({ backend }) => backend));
  const unpriced = [...new Set(backends.filter(isUnpriced).map(({ model }) => model))];
  if (limits.maxCostUsd !== null && unpriced.length > 0) {
    const message = texts.unpriced(unpriced);
    warnings.push({ path: 'limits.maxCostUsd', message });
  }
  return warnings;
}

function isUnpriced({ type, model }: BackendChoice): boolean {
  const backend = backendFor(type);
  return !backend.simulation && backend.price(model, SOME_USAGE) === null;
}
