import type { RunState, RunStatus } from '@/lib/protocol/state';

/** What a page knows of a run without its log; `result` once it is over, `state` (folded by the server) while it goes on. */
export interface StoredRun {
  id: string;
  status: RunStatus;
  result: StoredResult | null;
  /** What a person chose after the end, shown in place of the final answer; absent = not known here. */
  chosen?: { answerId: string; text: string } | null;
  state: RunState | null;
}

export interface StoredResult {
  final: string | null;
  /** Characters of the whole answer when `final` is only its beginning. */
  finalCutFrom: number | null;
  answerId: string | null;
  presented: boolean;
  /** Why the final text is not whole, in words for people; absent = it is. */
  cut?: string;
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
  /** Of teams that decide by evidence. */
  report?: StoredReport;
  /** The same: of what kind the task was. */
  kind?: string;
}

/** Who stands where, and what decided it: what a page says of it. */
export interface StoredReport {
  positions: StoredPosition[];
  decidedBy: string | null;
  sentences: string[];
  summary: string[];
}

export interface StoredPosition {
  answerId: string;
  answers: string[];
  slots: string[];
  echoes: string[];
  isWinner: boolean;
  equalBy: 'rule' | 'comparison' | null;
}
