/** What a finished run's block shows before its log is loaded. */
export interface RunResult {
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
}
