import { BACKOFF_BASE_MS, BACKOFF_CAP_MS } from './constants';
import { random } from './random';
import type { RunState, SlotState } from './state';

/** How long the slot waits before its next call: exponential with jitter, never less than Retry-After (P15). */
export function backOffMs(state: RunState, slot: SlotState): number {
  if (slot.failures === 0) return 0;
  const ceiling = Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** (slot.failures - 1));
  const jitter = random(state.seed, `back-off/${slot.slot}/${slot.calls}`)();
  return Math.max(slot.retryAfterMs ?? 0, Math.round(ceiling * (0.5 + jitter / 2)));
}
