/** What the log says of tools: what is offered, called, asked about, run and answered. */
import type { OfCall, OfSlot } from './event-base';

export type ApprovalChoice = 'allow' | 'deny';
export type ApprovalScope = 'once' | 'run' | 'always';

/** What a person has asked for. */
export interface Asked {
  /** Of a request that had been stored because another process, or none, drove the run: however often the driver changes, it stands here once. */
  controlId?: string;
  /** Who it was. The log holds the id alone; the name is that of the moment in which the log is read. */
  by?: { userId: string; name?: string };
}

/** Text that is too long for a request: stored whole, and read in parts by the id. */
export interface StoredResult {
  /** For the agent: `r1`, `r2`, … of its slot. */
  id: string;
  /** SHA-256 of the stored text. */
  hash: string;
  bytes: number;
  characters: number;
}

/** What a result is made of, besides its place in the text that the model is told. */
export interface ResultContent {
  kind: 'text' | 'image' | 'audio' | 'resource' | 'link' | 'structured';
  bytes: number;
  mediaType?: string;
  /** SHA-256 of what was stored, where it is no text. */
  hash?: string;
}

/** One call of a chain of calls that is one tool. */
export interface StepReceipt {
  /** From 1. */
  step: number;
  server: string;
  tool: string;
  isError: boolean;
  tookMs: number;
  /** Why it ended the chain. */
  problem?: string;
}

/** What a tool has given besides text, and is stored. */
export type KeptContent = ResultContent & { hash: string };

/** What has come of a tool, as the folded log has it. */
export interface ToolResult extends Pick<ToolFinished, 'isError' | 'tookMs' | 'stored' | 'isKnown'> {
  text: string;
  kept?: KeptContent[];
  steps?: StepReceipt[];
}

/** Which tools the requests of the call offer besides the protocol's own; written only where a source offers something, or cannot. */
export interface ToolsOffered extends OfCall<'tools.offered'> {
  /** SHA-256 of the stored definitions; `null` = none. */
  hash: string | null;
  /** Servers whose tools are not there, and why, in words for people. */
  missing?: { server: string; because: string }[];
}
/** The receipt that the model has called a tool. */
export interface ToolCalled extends OfCall<'tool.called'> {
  toolCallId: string;
  server?: string;
  tool: string;
  /** What the model calls the tool; absent = the same. */
  name?: string;
  arguments: unknown;
  /** What the tool does to the world; absent = it only reads, or the backend runs it. */
  effects?: 'changes' | 'unknown';
  /** The model has written the call into its text, where it stands in its conversation too. */
  inText?: boolean;
}
/** A tool that changes things, or may, begins now. It is in the log before it does: begun and not finished, it is never run again (P22). */
export interface ToolStarted extends OfCall<'tool.started'> {
  toolCallId: string;
}
/** What a running tool tells people. */
export interface ToolProgress extends OfCall<'tool.progress'> {
  toolCallId: string;
  text: string;
}
export interface ToolFinished extends OfCall<'tool.finished'> {
  toolCallId: string;
  server?: string;
  tool: string;
  /** What the model is told. */
  result: string;
  isError: boolean;
  tookMs: number;
  /** Of a longer text the whole; `result` is its beginning. */
  stored?: StoredResult;
  /** Where its source says so. */
  content?: ResultContent[];
  /** Of a chain of calls: what has come of each. */
  steps?: StepReceipt[];
  /** It is what an equal call of the run was given, and nothing was asked. */
  isKnown?: true;
}
/** An agent works without a server that it was meant to have; once for each server and reason. */
export interface McpUnavailable extends OfCall<'mcp.unavailable'> {
  server: string;
  error: string;
  /** The id of the server, where whoever started the run has to sign in to it. */
  signIn?: string;
}
/** What a server wants of a person while its tool runs. Words, schema and address are the server's. */
export type Elicitation =
  | { mode: 'form'; message: string; requestedSchema: Record<string, unknown> }
  | { mode: 'url'; message: string; url: string };

/** What a server wants to ask the agent's model while its tool runs, in its own words. */
export interface Sampling {
  systemPrompt?: string;
  messages: { role: 'user' | 'assistant'; text: string }[];
}

/** What waits for a person: that a tool runs, their reply to a server, or that a server asks the agent's model. */
export type ApprovalKind = 'tool' | 'elicitation' | 'sampling';

/** A tool call waits for a person. */
export interface ApprovalRequested extends OfCall<'approval.requested'> {
  approvalId: string;
  toolCallId: string;
  server?: string;
  tool: string;
  arguments: unknown;
  because: string;
  /** Absent = `tool`: it may not run before. */
  kind?: ApprovalKind;
  elicitation?: Elicitation;
  sampling?: Sampling;
}
/** A person has decided. An approval whose call ends undecided counts as denied. */
export interface ApprovalDecided extends OfSlot<'approval.decided'>, Asked {
  approvalId: string;
  decision: ApprovalChoice;
  /** `run` = the same tool of the same slot is not asked about again in this run; `always` = nor in later ones of the person who decides. */
  scope: ApprovalScope;
  /** What the person changed the arguments to. */
  arguments?: Record<string, unknown>;
  /** The reply to an elicitation, or what the person changed a sampling request to. */
  content?: Record<string, unknown>;
  /** The person has dismissed an elicitation without a choice. */
  cancelled?: true;
  /** Nobody has decided in time, or the server does not want to know any more. */
  expired?: true;
}
