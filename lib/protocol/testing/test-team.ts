import type { Coordination, Fallback, Limits, Team, TeamAgent } from '../team';

interface Changes {
  coordination?: Partial<Coordination>;
  limits?: Partial<Limits>;
  agents?: Record<string, Partial<TeamAgent>>;
}

/** A complete team of that many agents, with the defaults of the product. */
export function testTeam(size: number, changes: Changes = {}): Team {
  const agents = [...'ABCDEFGH'].slice(0, size).map((slot) => ({
    slot,
    name: `Secretname${slot}`,
    backend: { type: 'demo', model: `secret-model-${slot}`, baseUrl: null, params: {} },
    systemMessage: null,
    mcpServers: [],
    weight: 1,
    canCallTools: true,
    ...changes.agents?.[slot],
  }));
  return {
    name: 'Test team',
    agents,
    coordination: {
      maxNewAnswersPerAgent: 3,
      voteRule: 'plurality',
      voidVotes: 'all',
      novelty: 'lenient',
      presenter: 'winner',
      selfVotes: true,
      topology: 'all',
      ...changes.coordination,
    },
    limits: {
      turnSeconds: 1800,
      callSeconds: 600,
      idleSeconds: 120,
      callsPerAgent: 30,
      stepsPerCall: 30,
      maxTokens: null,
      maxCostUsd: null,
      ...changes.limits,
    },
  };
}

/** A backend that a slot may switch to. */
export function testFallback(model: string, canCallTools = true): Fallback {
  return { backend: { type: 'demo', model, baseUrl: null, params: {} }, canCallTools };
}
