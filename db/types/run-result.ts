import type { RequestUsage } from './request-usage';
import type { RunObservation } from './run-observation';
import type { StoredReport } from './stored-report';

/** What a finished run's block shows before its log is loaded. */
export interface RunResult {
  final: string | null;
  answerId: string | null;
  presented: boolean;
  /** Why the final text is not whole; absent = it is. */
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
  /** Absent in results of older versions, as the breakdown. */
  unpricedTokens?: number;
  usage?: RunUsage[];
  /** Names of the bounds that were hit. */
  bounds?: string[];
  /** Of runs that share contexts: how often something of a context was put into a request, and what could not be captured or read. */
  context?: { deliveries: number; tokens: number; deliverMs: number; failures: number };
  /** Of teams that decide by evidence. */
  report?: StoredReport;
  /** The same: of what kind the task was, by its words or as a person has said. */
  kind?: string;
  /** The same, whose members something is known of. */
  observations?: RunObservation[];
}

/** What one slot has used of one model in one phase. */
export interface RunUsage extends RequestUsage {
  slot: string;
  phase: string;
  backend: string;
  model: string;
}
