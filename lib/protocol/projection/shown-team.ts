import type { Check } from '../decision/checks/check';
import type { BackendChoice, JudgeChoice, Limits, Team, TeamAgent } from '../team';
import { type ShareSight, shows } from './audience';

/** Bounds are the team's own business; a reader's fold needs some. */
const UNTOLD: Limits = {
  ...{ turnSeconds: 0, callSeconds: 0, idleSeconds: 0, callsPerAgent: 0, stepsPerCall: 0 },
  ...{ maxTokens: null, maxCostUsd: null },
};

/**
 * What a share shows of a team. Below the level `answers` nothing of who answers; above it who they are and how they decide, without
 * addresses, parameters, bounds or what checks look for.
 */
export function shownTeam({ name, agents, coordination }: Team, sight: ShareSight): Team {
  const { maxNewAnswersPerAgent, voteRule, voidVotes, novelty, presenter, selfVotes, topology } = coordination;
  const { decision, depth, ballots, judge, checks } = coordination;
  const isNamed = shows(sight, 'answers');
  const rules = { maxNewAnswersPerAgent, voteRule, voidVotes, novelty, presenter, selfVotes, topology };
  if (!isNamed) return { name: '', agents: [], coordination: { ...rules, presenter: 'winner' }, limits: UNTOLD };
  return {
    name,
    agents: agents.map((agent) => shownAgent(agent, sight)),
    coordination: {
      ...rules,
      ...(decision && { decision }),
      ...(depth && { depth }),
      ...(ballots && { ballots }),
      ...(judge && { judge: shownJudge(judge) }),
      ...(checks && { checks: checks.map(nameOnly) }),
    },
    limits: UNTOLD,
  };
}

function shownAgent(
  { slot, name, backend, systemMessage, weight, canCallTools, mcpServers }: TeamAgent,
  sight: ShareSight,
) {
  return {
    ...{ slot, name, weight, canCallTools },
    backend: shownBackend(backend),
    systemMessage: sight.systemMessages ? systemMessage : null,
    mcpServers: shows(sight, 'tools') ? mcpServers.map(({ server }) => ({ server })) : [],
  };
}

function shownBackend({ type, model }: BackendChoice): BackendChoice {
  return { type, model, baseUrl: null, params: {} };
}

function shownJudge(judge: JudgeChoice): JudgeChoice {
  return 'slot' in judge ? { slot: judge.slot } : { ...judge, backend: shownBackend(judge.backend) };
}

/** That it is there and what it is called; what it looks for stays. */
function nameOnly({ name, decisive }: Check): Check {
  return { name, decisive, kind: 'critic', rubric: '' };
}
