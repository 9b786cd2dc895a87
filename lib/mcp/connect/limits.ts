/** Bounds of what goes to and comes from MCP servers. */
export const LIMITS = {
  /** Until a server has said hello. */
  connectMs: 10_000,
  /** Until it has listed what it has. */
  listMs: 10_000,
  /** Of one call, however often it reports progress. */
  callCeilingMs: 15 * 60_000,
  /** Until a server has taken leave of a session. */
  leaveMs: 1000,
  /** Of one message; the SDK's own bound for local servers. */
  messageBytes: 10_000_000,
  listPages: 64,
  /** Of one page of a list. */
  listBytes: 2_000_000,
  /** Of a server; nobody reads more. */
  tools: 1000,
  connections: 200,
  /** A connection that nobody has used for so long is closed. */
  idleMs: 15 * 60_000,
  /** What a server has described is fresh for so long, unless it says itself for how long. */
  freshMs: 5 * 60_000,
  mostFreshMs: 60 * 60_000,
  /** So long is a server believed to speak the protocol before 2026. */
  eraMs: 24 * 60 * 60_000,
  descriptions: 500,
  /** Runs of which is known on which of some equal servers their session is. */
  keptServers: 5000,
  /** The first pause behind a server that cannot be reached, and the longest. */
  backOffMs: 500,
  mostBackOffMs: 60_000,
  /** So often in a row is listened anew for changes. */
  listenTimes: 20,
} as const;
