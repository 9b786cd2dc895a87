import type { AgentProcess } from './agent-process';
import type { AgentSession } from './agent-session';
import type { DeliveredTranscript } from './delivered-transcript';
import type { Fingerprint } from './fingerprint-of';
import type { GatewaySession } from './gateway';

/** A process with what it knows: which conversation, and how much of it. */
export interface WarmAgent {
  readonly process: AgentProcess;
  readonly gateway: GatewaySession;
  readonly conversationId: string;
  readonly slot: string;
  readonly fingerprint: Fingerprint;
  /** `null` = no other process is to go on with it. */
  readonly session: AgentSession | null;
  runId: string;
  /** The conversation up to this turn's question, by content. */
  turn: string;
  /** What it has been told in this turn. */
  told: DeliveredTranscript;
  /** Resolves when no step is under way and the last one has ended its turn, as far as it has to. */
  ready: Promise<void>;
  isBusy: boolean;
  /** Ends the wait for the verdict on its action; `null` = it does not wait for one. */
  stopWaiting: (() => void) | null;
  usedAt: number;
}

/** How much of this turn a process knows; `earlier turns` = nothing of this one. */
export type Knowledge = 'earlier turns' | number;

/** An agent for a call, and what it knows; `null` = nothing. */
export interface FoundAgent {
  agent: WarmAgent;
  knows: Knowledge | null;
  /** Why its working folder does not hold all that the slot had; `null` = it does. */
  problem: string | null;
}
