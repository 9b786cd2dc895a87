import 'server-only';
import { backendFor } from '@/lib/agents/registry';
import type { FieldError } from '@/lib/platform/errors/app-error';
import type { BackendChoice, JudgeChoice, TeamAgent } from '@/lib/protocol/team';
import { completeBackend, DEMO_MODELS } from './complete-backend';
import type { ParsedTeam } from './team-schema';

type ParsedJudge = NonNullable<ParsedTeam['coordination']>['judge'];

const JUDGE = 'coordination.judge';
const NO_JUDGE = 'The vote rule “judge” needs one: { slot: A } or { backend: … }.';
const AFRESH =
  'cannot judge: it keeps its own conversation, and a judge is asked afresh. Name another agent or a backend.';

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
  if (!judge) return voteRule === 'judge' ? [{ path: JUDGE, message: NO_JUDGE }] : [];
  if ((judge.slot === undefined) === (judge.backend === undefined))
    return [{ path: JUDGE, message: 'Name either a slot of the team, { slot: A }, or a backend, { backend: … }.' }];
  if (judge.backend) {
    const { type, model = '' } = judge.backend;
    const isFaulty = backendFor(type).capabilities(model).stateful;
    return isFaulty ? [{ path: `${JUDGE}.backend.type`, message: `“${type}” ${AFRESH}` }] : [];
  }
  const member = agents.find(({ slot }) => slot === judge.slot);
  const slots = agents.map(({ slot }) => slot).join(', ');
  if (!member) return [{ path: `${JUDGE}.slot`, message: `“${judge.slot}” is none of the team’s slots: ${slots}.` }];
  return keepsConversation(member.backend) ? [{ path: `${JUDGE}.slot`, message: `Agent ${judge.slot} ${AFRESH}` }] : [];
}

/** Settings that do nothing as the team is. */
export function decisionWarnings({ agents, coordination = {} }: ParsedTeam): FieldError[] {
  const isAlone = agents.length === 1;
  if (coordination.decision === 'evidence') {
    const alone = 'Has no effect: an agent alone has nothing to decide.';
    const rule = 'Has no effect: evidence decides. Only “human” means something beside it.';
    const isIdle = coordination.voteRule !== undefined && !['plurality', 'human'].includes(coordination.voteRule);
    return [
      ...(isAlone ? [{ path: 'coordination.decision', message: alone }] : []),
      ...(isIdle ? [{ path: 'coordination.voteRule', message: rule }] : []),
    ];
  }
  const message = 'Has no effect: it counts where “decision” is “evidence” only.';
  return (['depth', 'ballots', 'judge'] as const).flatMap((key) =>
    coordination[key] && !(key === 'judge' && coordination.voteRule === 'judge')
      ? [{ path: `coordination.${key}`, message }]
      : [],
  );
}

function keepsConversation({ type, model }: BackendChoice): boolean {
  return backendFor(type).capabilities(model).stateful;
}
