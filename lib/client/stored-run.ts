import type { RunState, RunStatus } from '../protocol/state';

/** What a page knows of a run without its log; `result` once it is over, `state` (folded by the server) while it goes on. */
export interface StoredRun {
  id: string;
  status: RunStatus;
  result: StoredResult | null;
  state: RunState | null;
}

export interface StoredResult {
  final: string | null;
  answerId: string | null;
  presented: boolean;
  rule: string | null;
  tally: Record<string, number>;
  error: { code: string; message: string } | null;
  slots: { slot: string; name: string; backend: string; model: string; state: string }[];
  answers: number;
  votes: number;
  durationMs: number;
  inputTokens: number;
  outputTokens: number;
  costUsd: number | null;
  /** Absent in results of older versions. */
  unpricedTokens?: number;
  bounds?: string[];
  /** Of runs whose agents share contexts. */
  context?: { deliveries: number; tokens: number; deliverMs: number; failures: number };
}
