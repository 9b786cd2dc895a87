/**
 * The run log's vocabulary: one discriminated union, the same in the database, on the wire and in the browser.
 * Field names are part of the public contract (docs/rest-api.md).
 */

import type { AttachmentRef, DeliveredAttachment } from './attachment';
import type { ContextCaptured, ContextDelivered, ContextFailed, NotePosted } from './context-event';
import type { DecidedBy } from './decision/decision';
import type { BallotCast, CheckFinished, ClassesFound, JudgeDecided, VerdictGiven } from './decision/decision-event';
import type { EventError, Of, OfCall, OfSlot } from './event-base';
import type { ContextCondensed, HistorySummarised } from './fit/condense-event';
import type { KeptPart } from './prompt-message';
import type { LoggedRates } from './reliability/logged-rates';
import type { AnswerId, Slot, Team } from './team';
import type {
  ApprovalDecided,
  ApprovalRequested,
  Asked,
  McpUnavailable,
  ToolCalled,
  ToolFinished,
  ToolProgress,
  ToolStarted,
  ToolsOffered,
} from './tool-event';
import type { UsageReported } from './usage-event';

export type { EventError, UsageReported };

export type CallPhase =
  | 'coordination'
  | 'vote'
  | 'runoff'
  | 'presentation'
  | 'comparison'
  | 'check'
  | 'ballot'
  | 'judge';

/** Words shown to people for what an agent is doing. */
export type AgentStateWord =
  | 'queued'
  | 'thinking'
  | 'using a tool'
  | 'waiting for you'
  | 'answering'
  | 'answered'
  | 'reading others'
  | 'voted'
  | 'done'
  | 'stopped'
  | 'failed'
  | 'quarantined';

/** How a call ended. `outdated` = interrupted because it could no longer count (P12); `abandoned` = lost in a crash (P22);
 * `late` = its reply was complete when it was decided already, and is not published. */
export type CallOutcome = 'acted' | 'presented' | 'outdated' | 'stopped' | 'failed' | 'abandoned' | 'late';

export type BoundName =
  | 'turnSeconds'
  | 'callSeconds'
  | 'idleSeconds'
  | 'callsPerAgent'
  | 'stepsPerCall'
  | 'maxTokens'
  | 'maxCostUsd'
  | 'answersPerAgent'
  /** A person asked for the answer now (P20). */
  | 'answerNow';

export interface RunStarted extends Of<'run.started'> {
  team: Team;
  /** The user's message of this turn. */
  input: string;
  /** Of that message; absent = none. */
  attachments?: AttachmentRef[];
  /** What was known of how often the members are right; absent = nothing (P31). */
  reliability?: LoggedRates;
  /** The only randomness of the run: voter-specific order (P2) and retry jitter are derived from it. */
  seed: number;
}
/** Written once when a process takes over an unfinished run; `abandonedCalls` were in flight and start again (P22). */
export interface RunResumed extends Of<'run.resumed'> {
  abandonedCalls: string[];
}
export interface AgentStarted extends OfCall<'agent.started'> {
  phase: CallPhase;
  /** What the call is about, in the order in which it reads it: answers to compare, to score or to judge, or those that it is shown once. */
  lines?: AnswerId[];
  /** What the critic checks. */
  check?: string;
  /** The member whose model it uses, where the slot is a helper that is no slot of the team. */
  as?: Slot;
}
export interface AgentDelta extends OfCall<'agent.delta'> {
  kind: 'text' | 'reasoning';
  text: string;
}
/** What the step has streamed as text so far was reasoning: its end was marked, its beginning was not. */
export interface AgentRecast extends OfCall<'agent.recast'> {}
/**
 * What the provider wants back with the tool calls of this reply, which follow. A single reasoning without text is what the step has
 * streamed as reasoning.
 */
export interface ReplyKept extends OfCall<'reply.kept'> {
  parts: KeptPart[];
}
export interface AgentState extends OfSlot<'agent.state'> {
  state: AgentStateWord;
  /** Why, in words for people: "looks again because C published C.1". */
  because?: string;
}
/** The call is over; text it streamed after its last finished tool call counts only if it `acted` or `presented`. */
export interface AgentFinished extends OfCall<'agent.finished'> {
  outcome: CallOutcome;
  /** Why the presented text is not whole, in words for people; absent = it is. */
  cut?: string;
}
/**
 * The model has begun to write a call of this tool; its arguments follow. Where the run has a budget it comes again as they grow, with
 * the `characters` that have come since: they are not shown, but paid for.
 */
export interface AgentWriting extends OfCall<'agent.writing'> {
  tool: string;
  characters?: number;
}
/**
 * The reply held no valid action, or its text reached a limit: the agent is asked again in the same call (P14, P18). `attempt` = the one
 * that was not enough, from 1.
 */
export interface AgentReminded extends OfCall<'agent.reminded'> {
  attempt: number;
  because: string;
}
export interface AnswerPosted extends OfCall<'answer.posted'> {
  answerId: AnswerId;
  content: string;
}
export interface VoteCast extends OfCall<'vote.cast'> {
  /** `null` = abstention (P11). */
  answerId: AnswerId | null;
  reason: string;
  /** 1, or 2 = run-off, which replaces the slot's earlier vote (P10). */
  round: 1 | 2;
  /** Under `borda`: the chosen answer and the others that the voter ranked, best first. */
  ranking?: AnswerId[];
}
export interface VoteVoided extends OfSlot<'vote.voided'> {
  answerId: AnswerId | null;
  /** `seq` of the vote.cast that counts no more. */
  voteSeq: number;
  because: string;
}
/** The receipt for what people attached, of this turn and earlier ones: in which form the requests of the call contain it. */
export interface AttachmentsDelivered extends OfCall<'attachments.delivered'> {
  items: DeliveredAttachment[];
}
export interface AgentFailed extends OfSlot<'agent.failed'> {
  callId?: string;
  error: EventError;
  /** The provider's Retry-After, in milliseconds. */
  retryAfterMs?: number;
  /** False when another try cannot help (bad key, unknown model): the slot is quarantined at once. */
  retryable: boolean;
}
/** A backend as events name it. */
export interface BackendName {
  type: string;
  model: string;
}
/** The slot's backend failed for good; the slot goes on with its next fallback, its whole context carried over (P15). */
export interface AgentSwitched extends OfSlot<'agent.switched'> {
  from: BackendName;
  to: BackendName;
  /** The failure, in words for people. */
  because: string;
}
/** The slot's server refused a way of asking and named the cause: it is asked another way, which is no failure (P15). */
export interface AgentAdapted extends OfCall<'agent.adapted'> {
  /** How, and what the server said, in words for people. */
  because: string;
  /** False = from here on the slot acts in text, since its server takes no tools. */
  canCallTools?: false;
}
export interface AgentQuarantined extends OfSlot<'agent.quarantined'> {
  error: EventError;
}
/** A person has the quarantined slot asked again; its failures are forgotten (P20). */
export interface AgentReadmitted extends OfSlot<'agent.readmitted'>, Asked {}
/** A person took the slot out of the run; its answers stay (P20). */
export interface AgentStopped extends OfSlot<'agent.stopped'>, Asked {}
/** Absent `slot` = to all. */
export interface SteerReceived extends Of<'steer.received'>, Asked {
  slot?: Slot;
  text: string;
}
export interface BoundHit extends Of<'bound.hit'>, Asked {
  slot?: Slot;
  callId?: string;
  bound: BoundName;
}
export interface WinnerChosen extends Of<'winner.chosen'>, Asked {
  answerId: AnswerId;
  rule: string;
  /** Valid votes only; `{}` if none. */
  tally: Record<string, number>;
  /** Where the team decides by evidence: what made it the winner. */
  decidedBy?: DecidedBy | 'person';
}
export interface FinalStarted extends OfCall<'final.started'> {}
export interface FinalDelta extends OfCall<'final.delta'> {
  text: string;
}
export interface RunFinished extends Of<'run.finished'> {
  final: string;
  answerId: AnswerId;
  /** False = the stored answer was used because the presentation failed or was skipped (P18). */
  presented: boolean;
  /** Why the text is not whole, in words for people; absent = it is. */
  cut?: string;
}
export interface RunStopped extends Of<'run.stopped'>, Asked {
  /** The best answer so far, kept as the text of the turn; `null` if none was published. */
  answerId: AnswerId | null;
  final: string | null;
}
export interface RunFailed extends Of<'run.failed'> {
  error: EventError;
}

/** An event before the log gives it `seq`, `at` and `runId`. */
export type DraftEvent =
  | RunStarted
  | RunResumed
  | AgentStarted
  | AgentDelta
  | AgentRecast
  | ReplyKept
  | AgentState
  | AgentFinished
  | AgentWriting
  | AgentReminded
  | ToolsOffered
  | McpUnavailable
  | ToolCalled
  | ToolStarted
  | ToolProgress
  | ToolFinished
  | ApprovalRequested
  | ApprovalDecided
  | AnswerPosted
  | VoteCast
  | VoteVoided
  | ClassesFound
  | CheckFinished
  | BallotCast
  | VerdictGiven
  | JudgeDecided
  | ContextDelivered
  | ContextCaptured
  | ContextFailed
  | ContextCondensed
  | HistorySummarised
  | NotePosted
  | AttachmentsDelivered
  | AgentFailed
  | AgentSwitched
  | AgentAdapted
  | AgentQuarantined
  | AgentReadmitted
  | AgentStopped
  | SteerReceived
  | BoundHit
  | WinnerChosen
  | FinalStarted
  | FinalDelta
  | UsageReported
  | RunFinished
  | RunStopped
  | RunFailed;

/** Given by the log. `seq` starts at 1 and has no gaps; `at` is ISO 8601 UTC with milliseconds. */
export interface EventStamp {
  seq: number;
  at: string;
  runId: string;
}

export type RunEvent = EventStamp & DraftEvent;
export type EventType = DraftEvent['type'];
