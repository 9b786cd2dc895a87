/** How many calls are let through. `null` = no limit. */
export interface CallLimits {
  callsPerMinute: number | null;
  callsPerDay: number | null;
}

/** The limits of a server, or of one of its tools (`tool` empty = all of them together). */
export interface McpQuota extends CallLimits {
  tool: string;
}
