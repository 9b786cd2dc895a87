import type { ContextDelivered, NotePosted } from '@/lib/protocol/context-event';
import type { CallPhase } from '@/lib/protocol/event';
import type { OfferedDefinition } from '@/lib/protocol/offered-tool';
import type { RunState } from '@/lib/protocol/state';
import type { Slot, TeamAgent } from '@/lib/protocol/team';
import type { Elicitation, McpUnavailable, ResultContent, Sampling, StepReceipt } from '@/lib/protocol/tool-event';
import type { Reader } from './reader';

/**
 * Where tools come from that agents can call besides the protocol's own. The engine is given its sources and does for all of them what is common:
 * receipts, approvals, clocks, parallelism, cancellation, long results, crashes (docs/architecture.md, "Tools").
 */
export interface ToolSource {
  /** Distinguishes the source from others, also in stored definitions. */
  readonly id: string;
  /** The event that tells people of a server that is missing; absent = only `tools.offered` names it. */
  readonly missingEvent?: McpUnavailable['type'];
  /** For one call of a slot: tools in a stable order, for the provider's cache, and what is missing and why. Never throws. */
  offer(scope: ToolScope, signal: AbortSignal): Promise<ToolOffer>;
  /** Asked at each invocation, with its arguments, and again when a person has changed them. */
  decide(invocation: Invocation): Promise<ToolDecision>;
  /** What goes wrong is an outcome. `signal` is aborted when nobody wants the outcome any more. */
  run(invocation: Invocation, host: ToolHost, signal: AbortSignal): Promise<ToolOutcome>;
}

/** A tool is known by (server, tool) everywhere; `definition.name` is what the model calls it. */
export interface OfferedTool extends OfferedDefinition {
  /** Changes when the definition does. */
  definitionHash: string;
  /** `reads` = it changes nothing outside of the run's log. */
  effects: 'reads' | 'changes' | 'unknown';
  idempotent: boolean;
  /** Calls of its server run one after the other, each behind the events of the one before; absent = side by side. */
  inOrder?: true;
  /** Its results are never too long for a request. */
  isBrief?: true;
  /** It stands in no request; the model calls it by the one that `callsHidden`. */
  isHidden?: true;
  /** Its arguments, `{tool, arguments}`, name a hidden tool and hold what that is given: in the log it is that tool that is called. */
  callsHidden?: true;
}

export interface ToolOffer {
  tools: OfferedTool[];
  missing: MissingServer[];
}

/** A server that is not there, and why, in words for people. */
export interface MissingServer {
  server: string;
  because: string;
  /** The id of the server, where whoever started the run has to sign in to it. */
  signIn?: string;
}

/** The call for which tools are offered and run. */
export interface ToolScope {
  readonly runId: string;
  readonly conversationId: string;
  readonly workspaceId: string;
  readonly slot: Slot;
  readonly callId: string;
  readonly phase: CallPhase;
  readonly agent: TeamAgent;
  /** The folded log as it is now. */
  readonly state: RunState;
  /** The agent as a reader, with what its next request holds already. */
  reader(): Promise<Reader>;
  /** Of an agent that keeps its conversation itself, whose requests nobody makes fit: its window in tokens. */
  readonly ownWindow: number | null;
}

export interface Invocation {
  scope: ToolScope;
  toolCallId: string;
  tool: OfferedTool;
  arguments: unknown;
}

/** `deny` is stronger than `ask`, `ask` stronger than `allow`. */
export interface ToolDecision {
  decision: 'allow' | 'ask' | 'deny';
  /** In words for people and, where it is denied, for the agent. */
  because: string;
  /** A person is asked even where one has allowed this for the rest of the run. */
  asksAgain?: true;
}

/** What a running tool may do. */
export interface ToolHost {
  /** Tells people how far it is. */
  report(progress: string): void;
  /** Tells people that a server could not be used, once for each reason. */
  lacks(missing: MissingServer): void;
  /** Asks a person what the server wants of them; `withdrawn` is aborted when it does not want to know any more. */
  ask(question: ServersQuestion & { elicitation: Elicitation }, withdrawn: AbortSignal): Promise<ElicitationReply>;
  /** Has a person decide whether the server may ask the agent's model, and if so asks it, on the run's account. */
  sample(question: ServersQuestion & { sampling: Sampling }, withdrawn: AbortSignal): Promise<SamplingReply>;
  /** Stores content for as long as the conversation is kept. */
  blob(content: Uint8Array): Promise<BlobRef>;
}

/** The server that asks, and the tool of it that runs. */
export interface ServersQuestion {
  server: string;
  tool: string;
}

export type ElicitationReply =
  | { action: 'accept'; content: Record<string, unknown> }
  | { action: 'decline' | 'cancel' };

/** `refused` = why there is none, in words for the server. */
export type SamplingReply = { model: string; text: string } | { refused: string };

export interface BlobRef {
  hash: string;
  bytes: number;
}

/** What the model is told. A text that is too long is stored whole, and the model gets its beginning and a way to read on. */
export interface ToolOutcome {
  text: string;
  isError: boolean;
  /** The tool itself has said nothing: it could not be asked, or what it gave cannot be read. */
  isUnanswered?: true;
  /** It is what an equal call of the run was given, and nothing was asked. */
  isKnown?: true;
  /** What it gives as data, for a program that reads it. */
  structured?: unknown;
  /** Of a chain of calls: the receipt of each. */
  steps?: StepReceipt[];
  /** What it is made of, for people. */
  content?: ResultContent[];
  /** What the run with it has put on the board. */
  posted?: NotePosted;
  /** What of others' work it has given to the slot. */
  delivered?: Pick<ContextDelivered, 'answerIds' | 'contexts'>;
}
