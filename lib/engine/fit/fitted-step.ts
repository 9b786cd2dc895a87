import type { Credentials } from '@/lib/agents/backend';
import { BackendError } from '@/lib/agents/backend-error';
import { contextFigures } from '@/lib/protocol/fit/context-figures';
import type { References } from '@/lib/protocol/prompt/fill-references';
import type { TeamAgent } from '@/lib/protocol/team';
import type { ActiveCall, CallHost } from '../call/active-call';
import { deliverNews } from '../call/deliver-news';
import type { StepResult } from '../call/run-step';
import { fitRequest } from './fit-request';

/** Sends the call's next request. */
type Step = (
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  credentials: Credentials,
  references: References,
) => Promise<StepResult | null>;

/** News may come while a request is made to fit; what comes then comes with the next step. */
const ROUNDS = 3;
/** Of a request that was refused as too long without a figure, what the next one has at most. */
const NEXT_SHARE = 0.6;
/** A figure that is named is kept below: tokens are estimated. */
const NAMED_SHARE = 0.95;

/**
 * One step of the call with a request that fits. One that is refused as too long all the same is condensed further, by the figures that the
 * refusal names or by a share, and sent once more. `null` = the call is over.
 */
export async function fittedStep(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  credentials: Credentials,
  references: References,
  step: Step,
): Promise<StepResult | null> {
  const { signal } = call.controller;
  const send = () => step(host, call, agent, credentials, references);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const waited = await fitRequest(host, call, agent, credentials, references);
    if (signal.aborted) return null;
    if (!waited || !deliverNews(host, call)) break;
  }
  try {
    return await send();
  } catch (error) {
    const { stateful } = host.deps.backendFor(agent.backend.type).capabilities(agent.backend.model);
    if (signal.aborted || stateful || call.hasOutput || !isTooLong(error)) throw error;
    const { limit, most } = afterRefusal(host, call, agent, credentials, error);
    try {
      await fitRequest(host, call, agent, credentials, references, most);
    } catch (impossible) {
      // Without a figure the provider's own words say all there is to say.
      throw limit === null ? error : withWordsOf(error, impossible);
    }
    return signal.aborted ? null : send();
  }
}

function isTooLong(error: unknown): error is BackendError {
  return error instanceof BackendError && error.code === 'context_too_long';
}

/** What cannot be made to fit, with what the provider said when it refused. */
function withWordsOf(refusal: BackendError, impossible: unknown): unknown {
  if (!isTooLong(impossible)) return impossible;
  return new BackendError('context_too_long', `${refusal.message} ${impossible.message}`, { cause: refusal });
}

/** Learns from the refusal: the limit that it names, and how many tokens, as estimated, the next request may have. */
function afterRefusal(
  host: CallHost,
  { slot, sent }: ActiveCall,
  { backend }: TeamAgent,
  credentials: Credentials,
  { message }: BackendError,
): { limit: number | null; most: number } {
  const sentTokens = sent?.tokens ?? 0;
  const { limit, requested } = contextFigures(message);
  if (limit !== null) host.deps.windows.refused(backend, credentials, limit);
  if (requested !== null && sentTokens > 0 && requested > sentTokens) {
    const factor = requested / sentTokens;
    host.counts.set(slot, { choice: backend, factor, mostFactor: factor, isUseful: true, useful: null });
  }
  const named = limit === null ? sentTokens : Math.floor(limit * NAMED_SHARE);
  return { limit, most: named < sentTokens ? named : Math.floor(sentTokens * NEXT_SHARE) };
}
