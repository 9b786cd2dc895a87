import type { Condensation } from '@/lib/protocol/fit/condensation';
import { describeCondensation } from '@/lib/protocol/fit/describe-condensation';
import type { FitInput } from '@/lib/protocol/fit/fit-input';
import { handoverCondensation } from '@/lib/protocol/fit/handover-condensation';
import { condensedTokens, planCondensation } from '@/lib/protocol/fit/plan-condensation';
import { WHOLE_REQUEST } from '@/lib/protocol/fit/whole-request';
import type { TeamAgent } from '@/lib/protocol/team';
import type { ActiveCall, CallHost } from '../call/active-call';
import { knownSummaries } from './known-summaries';
import type { ModelWindow } from './model-windows';
import { summariseHistory } from './summarise-history';
import { tooLongError } from './too-long-error';

/** Tokens that `read_more` gives at a time, as a share of what a request may have. */
const READ_SHARE = 0.12;
const LEAST_READ = 200;

interface Task {
  agent: TeamAgent;
  window: ModelWindow;
  /** How the request is condensed already. */
  present: Condensation | null | undefined;
  /** Tokens that the request may have, as estimated here. */
  budget: number;
  /** Whether the agent can be offered to read what was left out. */
  readsOn: boolean;
  /** Whether its backend keeps the conversation itself. */
  isStateful: boolean;
  input: Omit<FitInput, 'budget' | 'readMore' | 'made'>;
}

/**
 * Says in the log how the call's next request, which is too long for its model's window, is condensed; a summary that it needs is made first.
 * Nothing is said where nothing changes or the call has been ended. Throws `context_too_long` when what must stand whole does not fit.
 */
export async function condenseRequest(host: CallHost, call: ActiveCall, task: Task): Promise<void> {
  const { agent, window, present, budget, readsOn, isStateful } = task;
  const { signal } = call.controller;
  const summaries = await knownSummaries(host);
  if (signal.aborted) return;
  const readMore = readsOn ? Math.max(LEAST_READ, Math.floor(budget * READ_SHARE)) : null;
  const made = summaries.map(({ messages }) => messages);
  const fit = { ...task.input, state: host.state, budget, readMore, made };
  const condensation = isStateful
    ? handoverCondensation(host.history, window.tokens, made)
    : planned(fit, agent, window);
  const { summary } = condensation;
  if (summary && !host.state.summaries?.some(({ messages }) => messages === summary.messages)) {
    await summariseHistory(host, call, agent, summary, summaries);
    if (signal.aborted) return;
  }
  if (JSON.stringify(condensation) === JSON.stringify(present)) return;
  const now = { ...fit, state: host.state };
  const sent = condensedTokens(now, condensation);
  const before = condensedTokens(now, WHOLE_REQUEST);
  if (isStateful && sent >= before) return;
  host.append({
    type: 'context.condensed',
    slot: call.slot,
    callId: call.callId,
    rendering: condensation,
    window: window.tokens,
    windowFrom: window.from,
    tokensBefore: before,
    tokens: sent,
    ...describeCondensation(now, condensation),
  });
}

function planned(fit: FitInput, agent: TeamAgent, window: ModelWindow): Condensation {
  const plan = planCondensation(fit);
  if ('impossible' in plan) throw tooLongError(agent, window, plan.impossible);
  return plan.condensation;
}
