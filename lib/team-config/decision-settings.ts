import 'server-only';
import { backendFor } from '@/lib/agents/registry';
import type { FieldError } from '@/lib/platform/errors/app-error';
import type { BackendChoice, JudgeChoice, TeamAgent } from '@/lib/protocol/team';
import { completeBackend, DEMO_MODELS } from './complete-backend';
import { texts } from './schema-texts';
import type { ParsedTeam } from './team-schema';

type ParsedJudge = NonNullable<ParsedTeam['coordination']>['judge'];

const JUDGE = 'coordination.judge';

/** The judge as the protocol knows it; `undefined` where none is named. */
export function completeJudge(judge: ParsedJudge): JudgeChoice | undefined {
  if (judge?.backend) return completeBackend(judge.backend, DEMO_MODELS[0] ?? '');
  return judge?.slot === undefined ? undefined : { slot: judge.slot };
}

/** The agent, marked where nothing can be asked of it afresh, so that it neither scores nor compares. */
export function withMemory(agent: TeamAgent): TeamAgent {
  return keepsConversation(agent.backend) ? { ...agent, keepsConversation: true } : agent;
}

/** A judge is one member, or one backend, that can be asked something of which it knows nothing. */
export function judgeFaults({ coordination }: ParsedTeam, agents: TeamAgent[]): FieldError[] {
  const { judge, voteRule } = coordination ?? {};
  if (!judge) return voteRule === 'judge' ? [{ path: JUDGE, message: texts.ruleNeedsJudge }] : [];
  if ((judge.slot === undefined) === (judge.backend === undefined)) return [{ path: JUDGE, message: texts.oneJudge }];
  if (judge.backend) {
    const { type, model = '' } = judge.backend;
    const isFaulty = backendFor(type).capabilities(model).stateful;
    return isFaulty ? [{ path: `${JUDGE}.backend.type`, message: texts.cannotJudge(`“${type}”`) }] : [];
  }
  const member = agents.find(({ slot }) => slot === judge.slot);
  const slots = agents.map(({ slot }) => slot);
  if (!member) return [{ path: `${JUDGE}.slot`, message: texts.noSuchSlot(judge.slot ?? '', slots) }];
  return keepsConversation(member.backend)
    ? [{ path: `${JUDGE}.slot`, message: texts.cannotJudge(`Agent ${judge.slot}`) }]
    : [];
}

/** Settings that do nothing as the team is. */
export function decisionWarnings({ agents, coordination = {} }: ParsedTeam): FieldError[] {
  const isAlone = agents.length === 1;
  if (coordination.decision === 'evidence') {
    const isIdle = coordination.voteRule !== undefined && !['plurality', 'human'].includes(coordination.voteRule);
    return [
      ...(isAlone ? [{ path: 'coordination.decision', message: texts.agentAlone }] : []),
      ...(isIdle ? [{ path: 'coordination.voteRule', message: texts.ruleIdle }] : []),
    ];
  }
  const message = texts.forEvidence;
  return (['depth', 'ballots', 'judge'] as const).flatMap((key) =>
    coordination[key] && !(key === 'judge' && coordination.voteRule === 'judge')
      ? [{ path: `coordination.${key}`, message }]
      : [],
  );
}

function keepsConversation({ type, model }: BackendChoice): boolean {
  return backendFor(type).capabilities(model).stateful;
}
