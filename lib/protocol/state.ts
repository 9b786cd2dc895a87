/** What a run's log folds to. Plain JSON, immutable, structurally shared between versions. */

import type { AttachmentRef, DeliveredAttachment } from './attachment';
import type { SharedContext } from './context-event';
import type { ContextTotals, SnapshotRef } from './context-state';
import type { DecidedBy } from './decision/decision';
import type { AnswerSources, DecisionState, SlotDecision } from './decision/decision-state';
import type { AgentStarted, AgentStateWord, BackendName, CallPhase, EventError, RunStarted } from './event';
import type { Condensation, HistorySummary } from './fit/condensation';
import type { Condensed } from './fit/condensed';
import type { KeptPart } from './prompt-message';
import type { AnswerId, Slot, Team } from './team';
import type { ApprovalChoice, ApprovalKind, ApprovalRequested, ApprovalScope, Asked, ToolResult } from './tool-event';

export type RunStatus = 'queued' | 'running' | 'finished' | 'stopped' | 'failed';

/** coordinating → (runoff) → presenting → over */
export type RunPhase = 'coordinating' | 'runoff' | 'presenting' | 'over';

export interface Answer extends AnswerSources {
  answerId: AnswerId;
  slot: Slot;
  version: number;
  content: string;
  seq: number;
  at: string;
}

export interface Vote {
  slot: Slot;
  /** `null` = abstention. */
  answerId: AnswerId | null;
  reason: string;
  round: 1 | 2;
  ranking?: AnswerId[];
  /** `seq` of the vote.cast event. */
  seq: number;
  /** Why it no longer counts; `null` = valid. */
  voidBecause: string | null;
}

/** What a person has told a slot while it worked. */
export interface Steer {
  text: string;
  by?: { userId: string; name?: string };
}

/**
 * What happened in a slot, in order: the card in the browser shows it, the next request of the slot is built from it.
 * `abandoned` text was streamed by a step that came to nothing and is not part of the slot's conversation.
 */
export type SlotItem =
  | { kind: 'call'; callId: string; phase: CallPhase; seq: number; at: string; lines?: AnswerId[]; check?: string }
  | { kind: 'text'; callId: string; text: string; abandoned: boolean }
  | { kind: 'reasoning'; callId: string; text: string; abandoned: boolean; startedAt: string; endedAt: string }
  | {
      kind: 'tool';
      callId: string;
      toolCallId: string;
      server?: string;
      tool: string;
      /** What the model calls it; absent = the same. */
      name?: string;
      arguments: unknown;
      /** As in `tool.called`. */
      effects?: 'changes' | 'unknown';
      /** It has begun to change things, or may have. */
      isStarted?: true;
      /** What it has told people last. */
      progress?: string;
      /** A person changed the arguments when they allowed it. */
      isChanged?: boolean;
      /** A person was asked and has allowed it, for so long. */
      allowed?: ApprovalScope;
      /** Who it was. */
      allowedBy?: NonNullable<Asked['by']>;
      /** What became of what its server asked while it ran. */
      replies?: ServerReply[];
      /** `null` while it runs, or when it was interrupted. */
      result: ToolResult | null;
      at: string;
      /** It stands in the text before it. */
      inText?: boolean;
      /** Counts the rounds of tools that the engine runs, within the call: those of one round stand in one reply. */
      round?: number;
    }
  /** What the provider wants back with the calls that follow, all of one reply. */
  | { kind: 'kept'; callId: string; parts: KeptPart[] }
  | { kind: 'reminder'; callId: string; attempt: number; because: string }
  | {
      kind: 'delivered';
      callId: string;
      answerIds: AnswerId[];
      steers: Steer[];
      toolCallId: string | null;
      noteIds?: string[];
      checked?: AnswerId;
      contexts?: SharedContext[];
    }
  | { kind: 'attachments'; callId: string; items: DeliveredAttachment[] }
  /** What from here on is shortened in the call's requests. */
  | ({ kind: 'condensed'; callId: string } & Condensed)
  /** The slot works without this server. */
  | { kind: 'unavailable'; callId: string; server: string; error: string; signIn?: string }
  | { kind: 'failure'; error: EventError; at: string }
  /** The server is asked another way from here on; the flags as in `switched`. */
  | { kind: 'adapted'; callId: string; because: string; couldCallTools: boolean; canCallTools: boolean }
  /** From here on another backend; the two flags say how the tool calls before and after stand in the conversation. */
  | {
      kind: 'switched';
      from: BackendName;
      to: BackendName;
      because: string;
      couldCallTools: boolean;
      canCallTools: boolean;
    };

export interface ActiveCall extends Pick<AgentStarted, 'lines' | 'check'> {
  callId: string;
  phase: CallPhase;
  startedAt: string;
  startedSeq: number;
  /** Answer versions that this call's requests contained. */
  shown: AnswerId[];
  /** True once the step in flight has called a tool that is not a workflow tool. */
  hasToolWork: boolean;
  attempts: number;
  /** The tool whose call the model is writing in this step, once known. */
  writing: string | null;
  /** Characters that the request in flight has streamed and its provider has not metered yet. */
  streamed: number;
  /** `complete` once its usage has come: the reply is there and paid for. `due` when another request must follow. */
  request: 'inFlight' | 'complete' | 'due';
  /** What was streamed when the run's budget was used up; `null` before. */
  streamedWhenSpent: number | null;
  /** How its requests are made to fit; absent = they are whole. */
  condensed?: Condensation;
  /** The hash of the definitions of the tools that its requests offer besides the protocol's own; absent = none. */
  offered?: string;
}

/** What a slot wrote for others on the board. */
export interface Note {
  noteId: string;
  slot: Slot;
  callId: string;
  text: string;
  /** `null` = for all. */
  to: Slot[] | null;
  seq: number;
  at: string;
}

/** Why a slot takes part no longer. */
export type OutReason = 'stopped' | 'quarantined' | 'exhausted';

export interface Usage {
  inputTokens: number;
  outputTokens: number;
  cachedTokens: number;
  reasoningTokens: number;
  /** Of what has a known price; `null` when nothing has. */
  costUsd: number | null;
  /** Tokens of models whose price is not known: `costUsd` is without them. */
  unpricedTokens: number;
  /** Tokens of requests that were interrupted, counted by their characters. */
  estimatedTokens: number;
}

/** What one slot has used of one model in one phase. */
export interface UsageEntry extends Usage {
  slot: Slot;
  phase: CallPhase;
  backend: string;
  model: string;
  /** Model requests. */
  requests: number;
  /** Day of the price list; `null` when the price is not known. */
  priceDate: string | null;
}

export interface SlotState extends SlotDecision {
  slot: Slot;
  state: AgentStateWord;
  stateBecause: string | null;
  out: OutReason | null;
  call: ActiveCall | null;
  calls: number;
  /** True once a call of the slot has published or voted. */
  acted: boolean;
  /** Failures in a row (P15). */
  failures: number;
  retryAfterMs: number | null;
  /** False after a failure that another try cannot mend. */
  mayRetry: boolean;
  lastError: EventError | null;
  /** Latest version of each answer that this slot's conversation contains, own ones included. */
  seen: AnswerId[];
  /** `seq` of steering messages that the slot has not been shown yet. */
  pendingSteers: (Steer & { seq: number })[];
  /** Its cursor on the board: `seq` of the last note that it was given. */
  notesUpTo: number;
  snapshot: SnapshotRef | null;
  items: SlotItem[];
  usage: Usage;
}

/** What a server got for something that it asked while its tool ran. */
export interface ServerReply extends Pick<Asked, 'by'> {
  kind: Exclude<ApprovalKind, 'tool'>;
  /** `lost` = the application was restarted before anybody had answered. */
  how: 'given' | 'declined' | 'dismissed' | 'expired' | 'lost';
}

/** A tool call that a person has to allow, or what its server wants while it runs. */
export interface Approval extends Pick<ApprovalRequested, 'elicitation' | 'sampling'> {
  approvalId: string;
  slot: Slot;
  callId: string;
  toolCallId: string;
  server?: string;
  tool: string;
  arguments: unknown;
  because: string;
  /** Absent = the tool may not run before. */
  kind?: Exclude<ApprovalKind, 'tool'>;
  /** When it was asked for. */
  at: string;
  /** `null` = it waits; `lapsed` = its call ended undecided, which is a denial. */
  decision: ApprovalChoice | 'lapsed' | null;
  scope: ApprovalScope;
  /** What a server asked, which went with its connection when the application was restarted: nobody can answer it any more. */
  isLost?: true;
}

export interface Presentation {
  slot: Slot;
  callId: string;
  text: string;
  /** What was written before tools were used; absent = nothing. */
  working?: string;
  /** Length of the text up to where a limit has cut it and the model goes on. */
  settled: number;
  /** The call ended properly. */
  done: boolean;
  /** Why the text is not whole although the call ended; `null` = it is. */
  cut: string | null;
}

export interface RunState extends Pick<RunStarted, 'reliability'> {
  runId: string;
  status: RunStatus;
  phase: RunPhase;
  /** `seq` of the last event folded; 0 = nothing yet. */
  seq: number;
  startedAt: string | null;
  endedAt: string | null;
  team: Team | null;
  input: string;
  /** What came with the input. */
  attachments: AttachmentRef[];
  seed: number;
  slots: SlotState[];
  /** Who was asked without being a slot of the team; absent = nobody. */
  helpers?: SlotState[];
  /** Every version ever published, in order of publication (P6). */
  answers: Answer[];
  /** Every vote ever cast, in order; at most one valid vote a slot. */
  votes: Vote[];
  /** Every note on the board, in order. */
  notes: Note[];
  /** `null` while nothing has been captured or delivered. */
  contextTotals: ContextTotals | null;
  approvals: Approval[];
  /** How long nothing could go on because every slot at work waited for a person, and since when it does; absent = never. */
  waiting?: { ms: number; since: string | null };
  /** Of the conversation before this turn; absent = none was needed. */
  summaries?: HistorySummary[];
  /** What the log says of a decision by evidence; absent = nothing yet. */
  decision?: DecisionState;
  /** The tied answers while a run-off goes on (P10). */
  runoff: AnswerId[] | null;
  winner: {
    answerId: AnswerId;
    rule: string;
    tally: Record<string, number>;
    seq: number;
    decidedBy?: DecidedBy | 'person';
  } | null;
  presentation: Presentation | null;
  /** Presentations that failed, of the present winner. */
  presentationFailures: number;
  /** The answer of the turn; set by the terminal event. */
  final: { text: string; answerId: AnswerId | null; presented: boolean; cut?: string } | null;
  boundsHit: { bound: string; slot: Slot | null; seq: number }[];
  usage: Usage;
  /** The same, broken down; in order of first use. */
  usageBy: UsageEntry[];
  error: EventError | null;
}
