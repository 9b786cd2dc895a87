/** The team as the protocol sees it: complete (every default filled in), plain JSON, snapshot in `run.started`. */

import type { Check } from './decision/checks/check';

/** A seat in the team: `A`, `B`, … The slot, never the model, is the identity of an agent (rule P1). */
export type Slot = string;

/** One published version of a slot's answer: `<slot>.<version>`, for example `B.2`. */
export type AnswerId = `${string}.${number}`;

export type VoteRule = 'plurality' | 'weighted' | 'borda' | 'judge' | 'human';

/** Who says which answer is best where it is still open (P29): a member, or a model that is no member. `canCallTools` as in `TeamAgent`. */
export type JudgeChoice = { slot: Slot } | { backend: BackendChoice; canCallTools: boolean };
export type VoidVotes = 'all' | 'superseded';
export type Novelty = 'lenient' | 'balanced' | 'strict';

/** List price of a model in US dollars per million tokens. */
export interface ModelPrice {
  input: number;
  /** Of input that the provider had in its cache. */
  cached: number;
  output: number;
  /** Day of the price list, `2025-11-24`; `null` = not known. */
  date: string | null;
}

/** Which model answers for a slot. `type` is a key of the backend registry in `lib/agents`. */
export interface BackendChoice {
  type: string;
  model: string;
  baseUrl: string | null;
  /** Passed through to the provider, for example `temperature`. */
  params: Record<string, unknown>;
  /** In tokens, as the person says; absent = as the server or the catalogue says. */
  contextWindow?: number;
  /** Filled in when the run starts; `null` or absent = not known. */
  price?: ModelPrice | null;
}

/** What a slot goes on with when its backend fails for good (P15). */
export interface Fallback {
  backend: BackendChoice;
  canCallTools: boolean;
}

/** What of an agent's context others can get (docs/context-sharing.md). */
export const CONTEXT_PARTS = ['answers', 'tools', 'files', 'notes', 'plan', 'messages'] as const;

export type ContextPart = (typeof CONTEXT_PARTS)[number];

/** Context sharing of a team. */
export interface ContextSharing {
  include: ContextPart[];
  maxTokensPerPeer: number;
  /** For everything that a slot is given of others in a run. */
  maxTokensTotal: number;
}

/** What one agent does differently; an absent field means the team's. */
export interface AgentSharing {
  /** False = its work stays with it; its answers are still published. */
  share?: boolean;
  /** Whose context it gets; absent = everybody's. */
  from?: Slot[];
  include?: ContextPart[];
  /** `topic` = what has most in common with the question comes first. */
  relevance?: 'all' | 'topic';
}

/** What an agent takes of an MCP server. */
export interface AgentServer {
  /** Its name or id. */
  server: string;
  /** Names as the server has them; absent = all. */
  tools?: string[];
  exclude?: string[];
}

export interface TeamAgent {
  slot: Slot;
  /** For people only; agents see the letter. */
  name: string;
  backend: BackendChoice;
  systemMessage: string | null;
  mcpServers: AgentServer[];
  weight: number;
  /** False when the backend cannot call tools: the strict text fallback applies. Filled in when the run starts. */
  canCallTools: boolean;
  /** In the order in which they are tried; in the folded state those that are left. Absent = none. */
  fallbacks?: Fallback[];
  contextSharing?: AgentSharing;
  /** True when its backend keeps the conversation itself, so that it cannot be asked anything afresh. Filled in where that matters; absent = false. */
  keepsConversation?: boolean;
}

export interface Coordination {
  maxNewAnswersPerAgent: number;
  voteRule: VoteRule;
  voidVotes: VoidVotes;
  novelty: Novelty;
  /** `winner`, `verbatim` or a slot. */
  presenter: string;
  selfVotes: boolean;
  topology: 'all';
  /** How the winner is found: by votes where absent, or by evidence (docs/decisions.md). */
  decision?: 'votes' | 'evidence';
  /** Under `evidence`: everybody is asked at once where absent, or the most reliable first and others only while it is open. */
  depth?: 'all' | 'auto';
  /** Under `evidence`: whether members score what is still open; absent = they do. */
  ballots?: 'undecided' | 'never';
  /** Absent = nobody is named. */
  judge?: JudgeChoice;
  /** What answers are checked by, under `evidence`; absent = nothing (P32). */
  checks?: Check[];
  /** When tools that change things, or may, run: in the presentation only (`final`, where absent), after a person's leave, or at any time. */
  sideEffects?: 'final' | 'ask' | 'allow';
  /** Absent = off. */
  contextSharing?: ContextSharing;
}

/** Bounds of a run (rule P16). `null` = no bound. */
export interface Limits {
  turnSeconds: number;
  callSeconds: number;
  idleSeconds: number;
  callsPerAgent: number;
  stepsPerCall: number;
  maxTokens: number | null;
  maxCostUsd: number | null;
}

export interface Team {
  name: string;
  agents: TeamAgent[];
  coordination: Coordination;
  limits: Limits;
}
