import type { ApprovalDecided } from '@/lib/protocol/event';
import { isAllowedForRun } from '@/lib/protocol/evolve-approval';
import { pauseCall, resumeCall } from './call-clock';
import type { ActiveCall, CallHost } from './run-call';
import type { ApprovalEvent } from './run-step';

/** The tool calls of one run that wait for a person. What a person said is in the log; here are only those who wait for it. */
export class Approvals {
  readonly #open = new Map<string, { call: ActiveCall; decide: ApprovalEvent['decide'] }>();

  readonly #onResume: () => void;

  /** `onResume` = the time of a call runs again. */
  constructor(onResume: () => void) {
    this.#onResume = onResume;
  }

  /** Asks a person, unless one has allowed this tool for the rest of the run. A call that ends meanwhile is a denial. */
  request(host: CallHost, call: ActiveCall, { request, decide }: ApprovalEvent): void {
    const { slot, callId } = call;
    if (isAllowedForRun(host.state, slot, request.tool)) {
      decide({ allow: true });
      return;
    }
    this.#open.set(request.approvalId, { call, decide });
    pauseCall(call);
    call.controller.signal.addEventListener('abort', () => this.#settle(request.approvalId, { allow: false }));
    host.append({ type: 'approval.requested', slot, callId, ...request });
  }

  /** A person has decided something and the log says so. */
  hear(event: { type: string } | ApprovalDecided): void {
    if (event.type !== 'approval.decided') return;
    const { approvalId, decision, arguments: changed } = event as ApprovalDecided;
    this.#settle(approvalId, decision === 'allow' ? { allow: true, arguments: changed } : { allow: false });
  }

  #settle(approvalId: string, decision: Parameters<ApprovalEvent['decide']>[0]): void {
    const waiting = this.#open.get(approvalId);
    if (!waiting) return;
    this.#open.delete(approvalId);
    // Several tools of one call may wait at once.
    if (![...this.#open.values()].some(({ call }) => call === waiting.call)) resumeCall(waiting.call);
    this.#onResume();
    waiting.decide(decision);
  }
}
