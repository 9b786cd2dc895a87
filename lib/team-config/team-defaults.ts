import type { Coordination, Limits } from '@/lib/protocol/team';

export const DEFAULT_COORDINATION: Coordination = {
  maxNewAnswersPerAgent: 3,
  voteRule: 'plurality',
  voidVotes: 'all',
  novelty: 'lenient',
  presenter: 'winner',
  selfVotes: true,
  topology: 'all',
};

export const DEFAULT_LIMITS: Limits = {
  turnSeconds: 1800,
  callSeconds: 600,
  idleSeconds: 120,
  callsPerAgent: 30,
  stepsPerCall: 30,
  maxTokens: null,
  maxCostUsd: null,
};
