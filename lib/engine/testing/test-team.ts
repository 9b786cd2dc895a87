import type { TeamDefinition } from '@/db/types/team-definition';
import type { Coordination, Limits, Team } from '@/lib/protocol/team';

export interface TestTeamOptions {
  agents?: number;
  coordination?: Partial<Coordination>;
  limits?: Partial<Limits>;
  canCallTools?: boolean;
  /** Backend type of each slot; `scripted` where absent. */
  backends?: string[];
  /** Model of each slot; `scripted` where absent. */
  models?: string[];
  /** MCP servers of every agent. */
  mcpServers?: string[];
}

/** A complete team of scripted models. */
export function testTeam(options: TestTeamOptions = {}): Team {
  const {
    agents = 3,
    coordination = {},
    limits = {},
    canCallTools = true,
    backends = [],
    models = [],
    mcpServers = [],
  } = options;
  return {
    name: 'Test team',
    agents: Array.from({ length: agents }, (_, i) => ({
      slot: String.fromCharCode(65 + i),
      name: `Agent ${i + 1}`,
      backend: { type: backends[i] ?? 'scripted', model: models[i] ?? 'scripted', baseUrl: null, params: {} },
      systemMessage: null,
      mcpServers: mcpServers.map((server) => ({ server })),
      weight: 1,
      canCallTools,
    })),
    coordination: {
      maxNewAnswersPerAgent: 3,
      voteRule: 'plurality',
      voidVotes: 'all',
      novelty: 'lenient',
      presenter: 'winner',
      selfVotes: true,
      topology: 'all',
      ...coordination,
    },
    limits: {
      turnSeconds: 1_800,
      callSeconds: 600,
      idleSeconds: 120,
      callsPerAgent: 20,
      stepsPerCall: 20,
      maxTokens: null,
      maxCostUsd: null,
      ...limits,
    },
  };
}

/** As it is stored with a run; tests keep the complete team there. */
export function storedTeam(team: Team): TeamDefinition {
  return team as unknown as TeamDefinition;
}
