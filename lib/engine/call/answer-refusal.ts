import { BackendError } from '@/lib/agents/backend-error';
import { answerNowRequested } from '@/lib/protocol/decide-coordination';
import type { BackendChoice, TeamAgent } from '@/lib/protocol/team';
import { turnTimeLeft } from '../run/turn-time-left';
import type { ActiveCall, CallHost } from './active-call';
import { waitUntil } from './call-wait';
import { inWords, pauseFor, type Waited } from './patience';

/** Left to the turn behind a wait, so that there is time for a reply. */
const RESERVE_MS = 3_000;

/**
 * True when a step that was refused is to be asked again in the same call, since the refusal is no failure: its server takes no tools, so
 * that the slot goes on in text, or it wants a pause, which has been waited for. A slot with a fallback does not wait.
 */
export async function answerRefusal(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  error: unknown,
  waited: Waited,
): Promise<boolean> {
  if (!(error instanceof BackendError) || call.hasOutput) return false;
  if (error.code === 'tools_unsupported' && agent.canCallTools) {
    const { slot, callId } = call;
    host.append({ type: 'agent.adapted', slot, callId, because: error.message, canCallTools: false });
    return true;
  }
  if (agent.fallbacks?.length || answerNowRequested(host.state)) return false;
  const pause = pauseFor(error, waited, turnTimeLeft(host.state) - RESERVE_MS);
  if (pause === null) return false;
  waited.times += 1;
  waited.ms += pause;
  call.sent = null;
  const until = performance.now() + pause;
  host.pauses.set(keyOf(agent.backend), until);
  await waitUntil(host, call, until, `waits ${inWords(pause)}. ${error.message}`);
  return true;
}

/** Who shares a key with a slot that was asked to wait waits as well, and so does a new call of the same slot. */
export async function waitWithOthers(host: CallHost, call: ActiveCall, agent: TeamAgent): Promise<void> {
  const until = host.pauses.get(keyOf(agent.backend)) ?? 0;
  const left = until - performance.now();
  if (left <= 0 || agent.fallbacks?.length || answerNowRequested(host.state)) return;
  await waitUntil(host, call, until, `waits ${inWords(left)}: the provider has asked for a pause`);
}

/** Limits are per key and model; within a run an address stands for its key. */
function keyOf({ type, baseUrl, model, params }: BackendChoice): string {
  return `${type} ${params.provider ?? ''} ${baseUrl ?? ''} ${model}`;
}
