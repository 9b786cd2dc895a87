import type { ClaimedRun } from '@/db/queries/run-log/claimed-run';
import type { Credentials } from '@/lib/agents/backend';
import type { AttachmentRef } from '@/lib/protocol/attachment';
import type { AgentFailed, AgentFinished, CallPhase } from '@/lib/protocol/event';
import type { ModelRequest } from '@/lib/protocol/prompt/build-request';
import type { References } from '@/lib/protocol/prompt/fill-references';
import type { HistoryMessage, PromptMessage, UserPart } from '@/lib/protocol/prompt-message';
import type { RunState } from '@/lib/protocol/state';
import type { BackendChoice, Slot } from '@/lib/protocol/team';
import type { RunContexts } from '../context-source';
import type { EngineDeps } from '../engine-deps';
import type { DeltaKind, EventDraft, RunLog } from '../log/run-log';
import type { ApprovalQuestion } from '../tools/approval-question';
import type { CallTools } from '../tools/call-tools';
import type { RunToolSet } from '../tools/run-tool-set';

/** What a model is given for an attachment. */
export type PartsOf = (attachment: AttachmentRef) => UserPart[];

/** What a provider has counted of a slot's last request. */
export interface RequestCount {
  choice: BackendChoice;
  /** Its count as a multiple of the estimate. */
  readonly factor: number;
  /** The same at most: known without an estimate. */
  readonly mostFactor: number;
  /** It surely says something of other requests, by the length of its own. */
  readonly isUseful: boolean;
  /** The count before it that says something if this one does not. */
  readonly useful: RequestCount | null;
}

/** A request of a call, as the run stands. */
export interface ReadyRequest {
  readonly state: RunState;
  readonly references: References;
  readonly request: ModelRequest;
  /** Its messages with what they refer to. */
  readonly messages: PromptMessage[];
  /** As estimated, when somebody asks. */
  readonly tokens: number;
  /** Between what that lies. */
  readonly bounds: { least: number; most: number };
}

/** A call in flight. */
export interface ActiveCall {
  readonly slot: Slot;
  readonly callId: string;
  readonly phase: CallPhase;
  readonly controller: AbortController;
  /** `performance.now()`, as `lastActivityAt`. */
  startedAt: number;
  lastActivityAt: number;
  /** Its next request, where that has been made ready. */
  ready: ReadyRequest | null;
  /** Its request in flight. */
  sent: ReadyRequest | null;
  /** What its requests hold for each attachment. */
  partsOf: PartsOf;
  /** Something of the reply to the request in flight has come. */
  hasOutput: boolean;
  /** The call waits for a person, a tool or a place, which counts for no bound on its time; `performance.now()`. */
  pausedAt: number | null;
  /** What it waits for. */
  readonly pauses: Set<string>;
  /** What its requests offer besides the protocol's own tools; `null` = nothing. */
  tools: CallTools | null;
}

/** What a call needs of its run. */
export interface CallHost {
  readonly runId: string;
  readonly run: Pick<ClaimedRun, 'conversationId' | 'workspaceId'>;
  readonly approvals: {
    request(host: CallHost, call: ActiveCall, question: ApprovalQuestion): void;
    await(host: CallHost, call: ActiveCall, approvalId: string, decide: ApprovalQuestion['decide']): void;
  };
  readonly tools: RunToolSet;
  readonly state: RunState;
  readonly history: HistoryMessage[];
  readonly deps: EngineDeps;
  /** `null` = the team does not share. */
  readonly contexts: RunContexts | null;
  /** By slot. */
  readonly counts: Map<Slot, RequestCount>;
  /** Until when (`performance.now()`) a provider wants to be left alone, by its key. */
  readonly pauses: Map<string, number>;
  credentialsFor(choice: BackendChoice): Promise<Credentials>;
  append(draft: EventDraft): void;
  /** The log's end. */
  readonly log: Pick<RunLog, 'seq'>;
  /** Resolves when the log is in the database up to `seq`; false = it never will be. */
  committed(seq: number): Promise<boolean>;
  /** Several events as one: what follows from them is decided behind the last one. */
  atOnce(write: () => void): void;
  delta(slot: Slot, callId: string, kind: DeltaKind, text: string): void;
  /** Ends the call with this event, unless it has ended before. */
  conclude(call: ActiveCall, end: AgentFinished | AgentFailed): void;
}
