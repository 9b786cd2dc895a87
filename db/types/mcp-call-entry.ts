/** A call of a tool in its server's history: neither arguments nor results. */
export interface McpCallEntry {
  id: string;
  serverId: string;
  tool: string;
  /** Null = a person's own call. */
  runId: string | null;
  /** Null = of somebody who is here no more. */
  userId: string | null;
  outcome: 'ok' | 'error' | 'denied' | 'unknown';
  tookMs: number;
  argumentBytes: number;
  resultBytes: number;
  at: Date;
}
