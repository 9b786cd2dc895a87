/** The one interface behind which every model, local process and simulation stands. */
import type { PromptMessage, RequestParts, ToolDefinition, UserPart } from '@/lib/protocol/prompt-message';
import type { BackendChoice, Slot } from '@/lib/protocol/team';

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
  /** `arguments` is the parsed JSON, or the raw string when it did not parse. */
  | { type: 'tool'; toolCallId: string; tool: string; arguments: unknown }
  /** The backend runs a tool itself; nobody judges it. */
  | { type: 'ownTool'; toolCallId: string; tool: string; arguments: unknown }
  | { type: 'ownToolResult'; toolCallId: string; tool: string; result: string; isError: boolean; tookMs: number }
  /** The backend wants to use a tool and goes on when a person, or the run's end, has decided. */
  | { type: 'approval'; request: ApprovalRequest; decide(decision: ApprovalDecision): void }
  /** A backend that runs its own tools: the model has called a tool of the board, which the engine runs; nobody judges it. */
  | { type: 'boardTool'; toolCallId: string; tool: string; arguments: unknown; answer(answer: ToolAnswer): void }
  /**
   * The same backend between two steps of its own: `take` gets what is new for the slot, ready to be shown to the model, `[]` = nothing.
   * The receipt is in the log when it is called.
   */
  | { type: 'boundary'; take(news: UserPart[]): void }
  /** The working folder does not hold all that the agent had in the turn before, in words for people. */
  | { type: 'filesMissing'; message: string }
  /** Nothing can come before something else is over, in words for people; `null` = the wait is over. */
  | { type: 'waiting'; because: string | null }
  | { type: 'usage'; usage: AgentUsage }
  /** Always last when the request succeeded. A stream that ends without it was cut. */
  | { type: 'done'; reason: 'stop' | 'length' | 'tool' | 'refused' | 'other' };

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

/** `arguments` replaces those of the request. */
export type ApprovalDecision = { allow: true; arguments?: Record<string, unknown> } | { allow: false };

export interface Health {
  type: string;
  configured: boolean;
  healthy: boolean;
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
  /** Within 500 ms and without spending tokens. Never throws. */
  health(credentials: Credentials, signal: AbortSignal): Promise<Health>;
  /** What is wrong with the parameters of an agent, each with the path inside `params`. Absent = all are passed on. */
  paramProblems?(params: Record<string, unknown>): { path: string; message: string }[];
  /** Every parameter that there is. Absent = the table of params knows those that the provider documents. */
  paramNames?: string[];
  /** US dollars, or `null` when the model's price is unknown. */
  price(model: string, usage: AgentUsage): number | null;
}
