/** The one interface behind which every model, local process and simulation stands. */
import type { KeptPart, PromptMessage, RequestParts, ToolDefinition, UserPart } from '@/lib/protocol/prompt-message';
import type { BackendChoice, Slot } from '@/lib/protocol/team';
import type { WorkFolderSource } from './work-folder-source';

export interface BackendCapabilities {
  /** False = the strict text fallback for workflow tools is used. */
  tools: boolean;
  images: boolean;
  files: boolean;
  reasoning: boolean;
  /** In tokens; `null` = unknown. */
  contextWindow: number | null;
  /** True = the backend keeps the conversation itself between calls (Claude Code). */
  stateful: boolean;
}

/** One step: one model request. The engine runs the tools that it asks for and sends the next step. */
export interface AgentCall {
  callId: string;
  runId: string;
  slot: Slot;
  choice: BackendChoice;
  messages: PromptMessage[];
  /** For a backend that keeps the conversation itself: which one it is, and the messages in their parts. */
  conversation?: {
    id: string;
    parts: RequestParts;
    /** The snapshot with which this turn begins because a person has continued from it: what the backend remembers of others is not it. */
    continuedFrom?: string | null;
    /** Others are given what the agent does, and what is new comes to it between two steps of its own (`news`). */
    isShared?: boolean;
    /** The tools by which the slot may act in this run; absent = those of a team that votes. */
    actions?: readonly string[];
    /** For a backend that works in files. */
    workFolders: WorkFolderSource;
  };
  tools: ToolDefinition[];
  /** `required` while an action is due, `none` in the presentation. */
  toolChoice: 'auto' | 'required' | 'none';
  credentials: Credentials;
}

/** Resolved for the person who started the run; never logged, never part of an event. */
export interface Credentials {
  apiKey: string | null;
  /** The effective base URL, already checked against the trusted origins. */
  baseUrl: string | null;
  /** The private origin that the owner trusts for this person's model requests. Absent = none but those of the instance. */
  trustedOrigin?: string | null;
}

export interface AgentUsage {
  /** All of the input, what was read from and written to the provider's cache included. */
  inputTokens: number;
  outputTokens: number;
  cachedTokens: number;
  /** Where the provider charges for it. */
  cacheWriteTokens?: number;
  reasoningTokens: number;
}

export type AgentEvent =
  | { type: 'text'; text: string }
  | { type: 'reasoning'; text: string }
  /** The model has begun to write a call of this tool; its `tool` event follows. */
  | { type: 'toolStart'; toolCallId: string; tool: string }
  /** The model goes on writing something that is not shown, such as a tool call's arguments: it is not idle. */
  | { type: 'progress' }
  /** What has come as `text` in this step so far was reasoning. */
  | { type: 'recast' }
  /** `arguments` is the parsed JSON, or the raw string when it did not parse. `isCut` = the reply's limit ended it before it was whole. */
  | { type: 'tool'; toolCallId: string; tool: string; arguments: unknown; isCut?: boolean }
  /** Once, behind the reply's tool calls: what the provider wants back with them. */
  | { type: 'kept'; parts: KeptPart[] }
  /** The backend runs a tool itself; nobody judges it. */
  | { type: 'ownTool'; toolCallId: string; tool: string; arguments: unknown }
  | { type: 'ownToolResult'; toolCallId: string; tool: string; result: string; isError: boolean; tookMs: number }
  /** The backend wants to use a tool and goes on when a person, or the run's end, has decided. */
  | { type: 'approval'; request: ApprovalRequest; decide(decision: ApprovalDecision): void }
  /**
   * A backend that runs its own tools: the model has called one of the call's other tools, which the engine runs; nobody judges it. `waits` is
   * told when a person is asked before, and when they have decided.
   */
  | {
      type: 'offeredTool';
      toolCallId: string;
      tool: string;
      arguments: unknown;
      answer(answer: ToolAnswer): void;
      waits?(isWaiting: boolean): void;
    }
  /**
   * The same backend between two steps of its own: `take` gets what is new for the slot, ready to be shown to the model, `[]` = nothing.
   * The receipt is in the log when it is called.
   */
  | { type: 'news'; take(news: UserPart[]): void }
  /** The working folder does not hold all that the agent had in the turn before, in words for people. */
  | { type: 'filesMissing'; message: string }
  /** Nothing can come before something else is over, in words for people; `null` = the wait is over. */
  | { type: 'waiting'; because: string | null }
  /** The server wants to be asked in another way than it was: which, and what it said, in words for people. */
  | { type: 'adapted'; because: string }
  | { type: 'usage'; usage: AgentUsage }
  /**
   * Always last when the provider has ended its reply; a stream that ends without it was cut. `length` = the limit of the output or of the
   * window ended it, `paused` = the model wants to go on, `refused` = a filter or the model itself ended it, `malformed` = the model wrote
   * a tool call that its provider could not read, `failed` = anything that nobody has documented as a success. `said` = the provider's word.
   */
  | {
      type: 'done';
      reason: 'stop' | 'tool' | 'length' | 'paused' | 'refused' | 'malformed' | 'failed';
      said?: string;
    };

export interface ToolAnswer {
  text: string;
  isError: boolean;
}

export interface ApprovalRequest {
  approvalId: string;
  toolCallId: string;
  tool: string;
  arguments: unknown;
  /** Why a person is asked, in a few words. */
  because: string;
}

/** `arguments` replaces those of the request, `content` is a reply to a server; `cancelled` = dismissed without a choice. */
export type ApprovalDecision =
  | { allow: true; arguments?: Record<string, unknown>; content?: Record<string, unknown> }
  | { allow: false; cancelled?: true };

export interface Health {
  type: string;
  configured: boolean;
  healthy: boolean;
  /** It has not answered in time: the rest is what was last known of it. Absent = it has. */
  slow?: true;
  latencyMs: number | null;
  models: string[];
  /** What is wrong and what to do, when not healthy. */
  message: string | null;
}

export interface AgentBackend {
  type: string;
  /** Shown to people, for example "OpenAI-compatible server". */
  label: string;
  /** True for the demo backend: labelled as a simulation wherever it appears. */
  simulation: boolean;
  capabilities(model: string): BackendCapabilities;
  /** Streams one step. Throws `BackendError` for every failure; honours `signal` at once. */
  call(call: AgentCall, signal: AbortSignal): AsyncIterable<AgentEvent>;
  /** Without spending tokens, until `signal` is aborted; who asks need not wait for it. Never throws. */
  health(credentials: Credentials, signal: AbortSignal): Promise<Health>;
  /** What is wrong with the parameters of an agent, each with the path inside `params`. Absent = all are passed on. */
  /**
   * Of a backend whose tools ask a person: what is wrong with arguments that the person puts in place of the call's own; `null` = nothing.
   */
  toolInputProblem?(tool: string, given: unknown, original: unknown): { path: string; message: string } | null;
  paramProblems?(params: Record<string, unknown>): { path: string; message: string }[];
  /** What the server itself says of the model's window, in tokens; `null` = nothing. Absent = it has no way to say it. May throw. */
  askWindow?(model: string, server: Credentials, signal: AbortSignal): Promise<number | null>;
  /** The smallest window of the provider's present models, for one that the catalogue does not know. In tokens. */
  leastWindow?: number;
  /** False = it does nothing but answer questions, so that it cannot summarise either. */
  canSummarise?: boolean;
  /** US dollars, or `null` when the model's price is unknown. */
  price(model: string, usage: AgentUsage): number | null;
}
