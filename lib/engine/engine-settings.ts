/** The engine's times and sizes. Milliseconds unless the name says otherwise. */

/** A process that shows no sign of life for this long has lost its runs. */
export const LEASE_MS = 10_000;
export const HEARTBEAT_MS = 3_000;
/** How often a process looks for abandoned and waiting runs. */
export const SWEEP_MS = 2_000;

/** Longest wait of a delta for its commit; an idle database makes it shorter, down to the minimum. */
export const MAX_DELTA_WAIT_MS = 16;
export const MIN_DELTA_WAIT_MS = 5;
/** A commit may take one in so many of the process's time before deltas wait longer. */
export const COMMIT_SHARE = 5;

/** Back-off of a commit that fails. */
export const FIRST_COMMIT_RETRY_MS = 50;
export const MAX_COMMIT_RETRY_MS = 2_000;

/** Abandoned runs taken over in one statement. */
export const TAKE_OVER_BATCH = 50;

/** A step waits no longer than this for the capture of contexts that it is to be given; they come with a later one. */
export const CAPTURE_PATIENCE_MS = 2_000;

/** A viewer that has heard nothing for so long reads the log, where the bus may lose messages. */
export const POLL_MS = 2_000;

/** How long a person waits for the driver of a run that another process has, or takes over; then their request is stored, and holds. */
export const CONTROL_PATIENCE_MS = 3_000;
export const CONTROL_POLL_MS = 25;
