import type { ApprovalDecision } from '@/lib/agents/backend';
import { isAllowedForRun } from '@/lib/protocol/allowed-for-run';
import type { ApprovalDecided } from '@/lib/protocol/tool-event';
import type { ActiveCall, CallHost } from '../call/active-call';
import { pauseCall, resumeCall } from '../call/call-clock';
import type { ApprovalQuestion } from './approval-question';
import { APPROVAL_MS } from './tool-settings';

interface Waiting {
  call: ActiveCall;
  decide: ApprovalQuestion['decide'];
  timer: NodeJS.Timeout;
}

/** The tool calls of one run that wait for a person. What a person said is in the log; here are only those who wait for it. */
export class Approvals {
  readonly #open = new Map<string, Waiting>();
  readonly #onResume: () => void;

  /** `onResume` = the time of a call runs again. */
  constructor(onResume: () => void) {
    this.#onResume = onResume;
  }

  /** Asks a person, unless one has allowed this for the rest of the run. A call that ends meanwhile is a denial. */
  request(host: CallHost, call: ActiveCall, { request, decide, asksAgain, withdrawn }: ApprovalQuestion): void {
    const { slot, callId } = call;
    if (call.controller.signal.aborted || withdrawn?.aborted) {
      decide({ allow: false });
      return;
    }
    if (!asksAgain && request.kind === undefined && isAllowedForRun(host.state, { slot, ...request })) {
      decide({ allow: true });
      return;
    }
    this.#wait(host, call, request.approvalId, APPROVAL_MS, decide);
    withdrawn?.addEventListener('abort', () => this.#expire(host, call, request.approvalId), { once: true });
    host.append({ type: 'approval.requested', slot, callId, ...request, kind: request.kind ?? 'tool' });
  }

  /** Waits for what was asked before a crash, or gets what has been said meanwhile. */
  await(host: CallHost, call: ActiveCall, approvalId: string, decide: ApprovalQuestion['decide']): void {
    const approval = host.state.approvals.find((candidate) => candidate.approvalId === approvalId);
    if (approval?.decision === null && !call.controller.signal.aborted) {
      const left = Date.parse(approval.at) + APPROVAL_MS - Date.now();
      this.#wait(host, call, approvalId, Math.max(0, left), decide);
    } else decide({ allow: approval?.decision === 'allow' });
  }

  /** A person has decided something and the log says so. */
  hear(event: { type: string } | ApprovalDecided): void {
    if (event.type !== 'approval.decided') return;
    const { approvalId, decision, arguments: changed, content, cancelled } = event as ApprovalDecided;
    const allowed = { allow: true as const, arguments: changed, content };
    this.#settle(approvalId, decision === 'allow' ? allowed : { allow: false, cancelled });
  }

  #wait(host: CallHost, call: ActiveCall, approvalId: string, ms: number, decide: ApprovalQuestion['decide']): void {
    const { controller } = call;
    const timer = setTimeout(() => this.#expire(host, call, approvalId), ms);
    this.#open.set(approvalId, { call, decide, timer });
    pauseCall(call, approvalId);
    controller.signal.addEventListener('abort', () => this.#settle(approvalId, { allow: false }), { once: true });
  }

  /** Denies what nobody has decided. */
  #expire(host: CallHost, { slot, controller }: ActiveCall, approvalId: string): void {
    if (!this.#open.has(approvalId)) return;
    if (!controller.signal.aborted)
      host.append({ type: 'approval.decided', slot, approvalId, decision: 'deny', scope: 'once', expired: true });
    this.#settle(approvalId, { allow: false });
  }

  #settle(approvalId: string, decision: ApprovalDecision): void {
    const waiting = this.#open.get(approvalId);
    if (!waiting) return;
    this.#open.delete(approvalId);
    clearTimeout(waiting.timer);
    resumeCall(waiting.call, approvalId);
    this.#onResume();
    waiting.decide(decision);
  }
}
