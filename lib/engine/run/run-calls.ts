import type { Command } from '@/lib/protocol/command';
import type { RunState } from '@/lib/protocol/state';
import type { Slot } from '@/lib/protocol/team';
import type { ActiveCall, CallHost } from '../call/active-call';
import { CALL_OVER, newCall } from '../call/call-clock';
import { deliverNews } from '../call/deliver-news';
import { unmeteredUsage } from '../call/unmetered-usage';
import type { RunLog } from '../log/run-log';

interface Owner extends Pick<CallHost, 'append'> {
  readonly state: RunState;
  readonly log: RunLog;
}

type Start = Extract<Command, { type: 'startCall' }>;
type Interrupt = Extract<Command, { type: 'interrupt' }>;

/** The calls in flight of a run: how they begin, how they end before their time, what they have used by then. */
export class RunCalls {
  readonly active = new Map<string, ActiveCall>();
  readonly #run: Owner;

  constructor(run: Owner) {
    this.#run = run;
  }

  begin({ slot, phase, lines, check, as }: Start): ActiveCall {
    const call = newCall(slot, phase);
    this.active.set(call.callId, call);
    const about = { ...(lines && { lines }), ...(check !== undefined && { check }), ...(as !== undefined && { as }) };
    this.#run.append({ type: 'agent.started', slot, callId: call.callId, phase, ...about });
    deliverNews(this.#run, call);
    return call;
  }

  interrupt({ slot, callId, outcome }: Interrupt): void {
    this.meter([slot]);
    this.forget(callId);
    this.#run.append({ type: 'agent.finished', slot, callId, outcome });
  }

  /** What the requests in flight of these slots, all by default, have used so far: they will not come to their end. */
  meter(slots?: Slot[]): void {
    this.#run.log.sealDeltas();
    for (const usage of unmeteredUsage(this.#run.state, this.active, slots)) this.#run.append(usage);
  }

  /** Ends the model request of the call; what still comes of it is ignored. */
  forget(callId: string): void {
    this.active.get(callId)?.controller.abort(CALL_OVER);
    this.active.delete(callId);
  }

  abort(reason: Error): void {
    for (const call of this.active.values()) call.controller.abort(reason);
    this.active.clear();
  }
}
