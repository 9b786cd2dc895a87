/** What a background check of a server has found. */
export interface HealthEntry {
  at: Date;
  ok: boolean;
  latencyMs: number | null;
  /** Why it is not ok, in words for people. */
  problem: string | null;
}
