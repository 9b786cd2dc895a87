/** What `decide` asks the driver to do. The driver obeys; it decides nothing about the protocol itself. */
import type { CallPhase, DraftEvent } from './event';
import type { AnswerId, Slot } from './team';

export type Command =
  /** Write this consequence to the log. */
  | { type: 'append'; event: DraftEvent }
  /** Begin a call of the slot after `afterMs` (retry back-off, P15). Repeated by `decide` until `agent.started` is in the log. */
  | { type: 'startCall'; slot: Slot; phase: CallPhase; afterMs: number; lines?: AnswerId[]; check?: string; as?: Slot }
  /** Have a program check the answer; repeated by `decide` until its `check.finished` is in the log. */
  | { type: 'check'; answerId: AnswerId; check: string }
  /** End the slot's call at once and write `agent.finished` with this outcome; its model request is aborted. */
  | { type: 'interrupt'; slot: Slot; callId: string; outcome: 'outdated' | 'stopped' | 'late' };
