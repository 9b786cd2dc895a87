/** How calls of a server went, as the REST API gives it. */
export interface ServerMetrics {
  calls: number;
  errors: number;
  denied: number;
  unknown: number;
  p50Ms: number | null;
  p95Ms: number | null;
  tools: { tool: string; calls: number; errors: number; p50Ms: number | null; p95Ms: number | null }[];
  health: {
    checks: number;
    ok: number;
    p50Ms: number | null;
    p95Ms: number | null;
    history: { at: string; ok: boolean; latencyMs: number | null; problem: string | null }[];
  };
}

/** Of a server or a tool; `null` = no limit. */
export interface CallLimits {
  callsPerMinute: number | null;
  callsPerDay: number | null;
}

/** The limits of a server and its tools. */
export interface ServerQuotas {
  server: CallLimits;
  tools: Record<string, CallLimits>;
}
