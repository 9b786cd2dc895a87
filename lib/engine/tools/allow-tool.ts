import { uuidv7 } from 'uuidv7';
import type { ActiveCall, CallHost } from '../call/active-call';
import type { Invocation, ToolDecision, ToolSource } from '../tool-source';
import { PLANNED, sideEffectsOf } from './side-effects';

const DENIED = 'The person does not allow this. Go on without it.';

/** A tool that may run, with the arguments that it gets, or why it may not, in words for the agent. */
export type Leave = { arguments: unknown } | { refused: string };

interface Asking {
  /** Of an approval that was asked for before a crash. */
  approvalId?: string;
  /** Is told when a person is asked, and when they have decided. */
  waits?(isWaiting: boolean): void;
}

/**
 * Whether a tool may run: by its source, by what the team says of side effects, and where these say so by a person. Asked again when the person
 * has changed the arguments. Never throws.
 */
export async function allowTool(
  host: CallHost,
  call: ActiveCall,
  source: ToolSource,
  invocation: Invocation,
  asking: Asking,
): Promise<Leave> {
  const decided = await decide(host, source, invocation);
  const { decision, because } = decided;
  if (decision === 'deny') return { refused: because };
  if (decision === 'allow' && asking.approvalId === undefined) return { arguments: invocation.arguments };
  asking.waits?.(true);
  const said = await ask(host, call, invocation, decided, asking.approvalId);
  asking.waits?.(false);
  if (!said.allow) return { refused: DENIED };
  if (said.arguments === undefined) return { arguments: invocation.arguments };
  const changed = { ...invocation, arguments: said.arguments };
  const again = await decide(host, source, changed);
  return again.decision === 'deny' ? { refused: again.because } : { arguments: changed.arguments };
}

async function decide(host: CallHost, source: ToolSource, invocation: Invocation): Promise<ToolDecision> {
  const team = byTeam(host, invocation);
  if (team.decision === 'deny') return team;
  try {
    const own = await source.decide(invocation);
    return own.decision === 'allow' ? { ...team, because: team.because || own.because } : own;
  } catch (error) {
    host.deps.report(error, `Whether a tool of ${source.id} may run could not be decided in the run ${host.runId}.`);
    return { decision: 'deny', because: 'Whether this may be used could not be decided. Go on without it.' };
  }
}

/** What the team's rule for side effects says: by default nothing is changed before the presentation. */
function byTeam({ state }: CallHost, { tool, scope }: Invocation): ToolDecision {
  const rule = sideEffectsOf(state.team);
  if (tool.effects === 'reads' || rule === 'allow') return { decision: 'allow', because: '' };
  if (rule === 'ask') return { decision: 'ask', because: 'It may change things.' };
  return scope.phase === 'presentation' ? { decision: 'allow', because: '' } : { decision: 'deny', because: PLANNED };
}

function ask(
  host: CallHost,
  call: ActiveCall,
  { toolCallId, tool, arguments: given }: Invocation,
  { because, asksAgain }: ToolDecision,
  approvalId: string | undefined,
): Promise<{ allow: boolean; arguments?: Record<string, unknown> }> {
  return new Promise((decided) => {
    if (approvalId !== undefined) {
      host.approvals.await(host, call, approvalId, decided);
      return;
    }
    const { server, tool: name } = tool;
    const request = { approvalId: uuidv7(), toolCallId, server, tool: name, arguments: given, because };
    host.approvals.request(host, call, { request, decide: decided, asksAgain });
  });
}
