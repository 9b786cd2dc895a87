import { testTeam } from '@/lib/engine/testing/test-team';
import { type AgentSharing, CONTEXT_PARTS, type ContextSharing, type Limits, type Team } from '@/lib/protocol/team';

export interface Seat {
  type: string;
  model?: string;
  canCallTools?: boolean;
  sharing?: AgentSharing;
  fallbacks?: { type: string; model: string }[];
}

/** A team of these agents that shares everything, unless `sharing` says otherwise; `null` = it does not share. */
export function sharingTeam(
  seats: Seat[],
  sharing: Partial<ContextSharing> | null = {},
  limits: Partial<Limits> = {},
): Team {
  const team = testTeam({ agents: seats.length, limits });
  const contextSharing = { include: [...CONTEXT_PARTS], maxTokensPerPeer: 8_000, maxTokensTotal: 24_000, ...sharing };
  const agents = team.agents.map((agent, index) => {
    const { type = 'scripted', model = 'scripted', canCallTools = true, sharing: own, fallbacks } = seats[index] ?? {};
    const choice = (seat: { type: string; model: string }) => ({ ...agent.backend, ...seat });
    return {
      ...agent,
      backend: choice({ type, model }),
      canCallTools,
      ...(own && { contextSharing: own }),
      ...(fallbacks && { fallbacks: fallbacks.map((seat) => ({ backend: choice(seat), canCallTools: true })) }),
    };
  });
  return { ...team, agents, coordination: { ...team.coordination, ...(sharing && { contextSharing }) } };
}
