import { undelivered } from '@/lib/protocol/undelivered';
import type { ActiveCall, CallHost } from './active-call';

/**
 * The receipt of P13, written before the request that it speaks of is built from it; for a call's first request together with the call's
 * beginning, or the call would be outdated at once. Returns true when there was something new.
 */
export function deliverNews(host: Pick<CallHost, 'state' | 'append'>, { slot, callId }: ActiveCall): boolean {
  const began = performance.now();
  const { answerIds, steerSeqs, noteIds, checked } = undelivered(host.state, slot);
  if (answerIds.length === 0 && steerSeqs.length === 0 && noteIds.length === 0 && !checked) return false;
  host.append({
    type: 'context.delivered',
    slot,
    callId,
    answerIds,
    ...(steerSeqs.length > 0 ? { steerSeqs } : {}),
    ...(noteIds.length > 0 ? { noteIds } : {}),
    ...(checked && { checked }),
    tookMs: Math.round(performance.now() - began),
  });
  return true;
}
